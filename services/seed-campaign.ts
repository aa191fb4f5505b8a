/** The campaign that comes with the product: campaigns/*.yaml and its drawings, put into the database once. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { parse } from 'yaml'
import { z } from 'zod'
import { insertActivity, insertEvent } from '#db/activity'
import * as db from '#db/campaign'
import { insertPicture } from '#db/picture'
import type { Db } from '#db/storage'
import { publicId } from './secrets.ts'

const folder = join(import.meta.dirname, '../campaigns')

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const file = z.strictObject({
  slug: z.string(),
  year: z.int(),
  title: text,
  slogan: text,
  lead: text,
  contests: z.array(z.string()),
  departments: z.array(z.strictObject({ slug: z.string(), name: text })),
  items: z.array(text),
  activities: z.array(
    z.strictObject({
      department: z.string(),
      title: text,
      summary: text,
      body: text,
      drawing: z.strictObject({ file: z.string(), alt: text }).optional(),
    }),
  ),
})
type CampaignFile = z.infer<typeof file>
type Drawing = { large: Buffer; small: Buffer; width: number; height: number }

export interface CampaignGround {
  campaign: CampaignFile
  drawings: Map<string, Drawing>
}

/** Reads the file and draws its pictures; what takes time is done before the unit that writes. */
export async function readCampaign(): Promise<CampaignGround> {
  const campaign = file.parse(parse(await readFile(join(folder, 'chongqing-2021.yaml'), 'utf8')))
  const drawings = new Map<string, Drawing>()
  for (const { drawing } of campaign.activities)
    if (drawing) drawings.set(drawing.file, await drawn(await readFile(join(folder, 'drawings', drawing.file))))
  return { campaign, drawings }
}

/** @param edition whose districts and counties it was */
export async function seedCampaign(
  tx: Db,
  { campaign, drawings }: CampaignGround,
  { edition, now }: { edition: string; now: number },
): Promise<void> {
  const departments = new Map<string, number>()
  for (const department of campaign.departments)
    departments.set(department.slug, await db.insertDepartment(tx, { ...department, createdAt: now }))
  const { slug, year, title, slogan, lead } = campaign
  const campaignId = await db.insertCampaign(tx, {
    ...{ slug, year, title, slogan, lead, edition },
    theme: { zh: '', en: '' },
    fromDay: null,
    toDay: null,
    createdBy: null,
    createdAt: now,
    publishedAt: now,
  })
  await db.replaceItems(
    tx,
    campaignId,
    campaign.items.map(item => ({ day: null, title: item })),
  )
  await db.replaceContests(tx, campaignId, await db.contestIdsOf(tx, campaign.contests))
  for (const { department, title, summary, body, drawing } of campaign.activities) {
    const activity = await insertActivity(tx, {
      publicId: publicId(),
      campaignId,
      day: null,
      region: null,
      departmentId: departments.get(department) ?? null,
      ...{ title, summary, body },
      state: 'published',
      createdBy: null,
      createdAt: now,
      updatedAt: now,
      publishedAt: now,
    })
    await insertEvent(tx, { activityId: activity.id, action: 'publish', reason: '', by: null, at: now })
    const made = drawing && drawings.get(drawing.file)
    if (!made) continue
    const about = { publicId: publicId(), activityId: activity.id, position: 0, alt: drawing.alt, illustration: true }
    await insertPicture(tx, { ...about, ...made, createdBy: null, createdAt: now })
  }
}

/** Our own drawings: nobody else's SVG is ever read. */
async function drawn(svg: Buffer): Promise<Drawing> {
  const sized = (side: number) =>
    sharp(svg, { density: 144 }).resize({ width: side }).webp({ quality: 82 }).toBuffer({ resolveWithObject: true })
  const [large, small] = [await sized(1200), await sized(640)]
  return { large: large.data, small: small.data, width: large.info.width, height: large.info.height }
}
