/** Puts what comes with the product into the database: regions, handbook, bank, and once, two contests and a campaign. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { holdsThroughout } from '#core/bank/entry'
import { usualRules } from '#core/contest/rules'
import { dayMs, dayOf, startOfDay } from '#core/day'
import { insertContest } from '#db/contest'
import { replaceHandbook } from '#db/handbook'
import { fact, setFact } from '#db/meta'
import { currentOf, insertSet, storeDrafts } from '#db/question'
import { type EditionRow, type RegionRow, replaceRegions } from '#db/region'
import type { Db } from '#db/storage'
import { type BankFiles, readBankFiles } from './bank-files.ts'
import { forgetMoments } from './memory.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'
import { readCampaign, seedCampaign } from './seed-campaign.ts'
import { readRegionFiles } from './seed-regions.ts'
import { seedSampleContest } from './seed-sample.ts'
import { syllablesOf } from './syllables.ts'

const root = join(import.meta.dirname, '..')
const bankFolder = join(root, 'questions')
const regionFolder = join(root, 'regions')
/** The first contest lasts thirty days from the day of the first start. */
const firstContestDays = 30

/**
 * Does at each start what is still to be done; what has not changed is not read again.
 * @throws when a file in `questions/` is wrong, with file, line and what to do
 */
export async function seed(rt: Runtime): Promise<void> {
  const hash = await hashOf([bankFolder, regionFolder])
  const db = rt.storage.read
  const isDone = async (key: string) => (await fact(db, key)) !== null
  if ((await fact(db, 'seed')) === hash && (await isDone('contests')) && (await isDone('campaigns'))) return
  const regions = await readRegionFiles(regionFolder)
  const read = await readBankFiles(bankFolder)
  if (!read.ok)
    throw new Error(read.problems.map(({ file, line, message }) => `questions/${file}:${line} ${message}`).join('\n'))
  const campaign = await readCampaign()
  await rt.storage.atomically(async tx => {
    const now = rt.clock.now()
    await replaceRegions(tx, regions.editions, regions.units)
    const setId = await seedBank(tx, read.bank, now)
    if ((await fact(tx, 'contests')) === null) await seedContests(rt, tx, { setId, bank: read.bank, ...regions, now })
    if ((await fact(tx, 'campaigns')) === null) {
      await seedCampaign(tx, campaign, { edition: editionOf(regions.editions, `${campaign.campaign.year}-05-31`), now })
      await setFact(tx, 'campaigns', String(now))
    }
    await setFact(tx, 'seed', hash)
  })
  forgetMoments(rt)
  rt.memory.delete('search')
}

async function hashOf(folders: string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(item => item.isFile())
    const paths = files.map(item => join(item.parentPath, item.name)).sort()
    for (const path of paths) hash.update(path.slice(root.length)).update(await readFile(path))
  }
  return hash.digest('base64url')
}

/** The handbook's own set keeps its place: attempts refer to its revisions. */
async function seedBank(tx: Db, bank: BankFiles, now: number): Promise<number> {
  await replaceHandbook(tx, {
    chapters: bank.chapters,
    laws: bank.laws,
    entries: bank.entries.map((entry, position) => ({ ...entry, position, syllables: syllablesOf(entry.title.zh) })),
    terms: bank.terms.map(term => ({ ...term, syllables: syllablesOf(term.name.zh) })),
  })
  const known = await fact(tx, 'handbook set')
  const setId = known === null ? await insertHandbookSet(tx, now) : Number(known)
  await storeDrafts(tx, setId, bank.drafts, now)
  return setId
}

async function insertHandbookSet(tx: Db, now: number): Promise<number> {
  const setId = await insertSet(tx, {
    publicId: publicId(),
    name: '知识产权知识手册题库',
    source: '随产品提供 Supplied with the product',
    licence: 'CC BY 4.0',
    createdBy: null,
    createdAt: now,
  })
  await setFact(tx, 'handbook set', String(setId))
  return setId
}

interface Ground {
  setId: number
  bank: BankFiles
  editions: EditionRow[]
  units: RegionRow[]
  now: number
}

async function seedContests(rt: Runtime, tx: Db, ground: Ground): Promise<void> {
  await seedOpenContest(tx, ground)
  await seedApril2021(rt, tx, ground)
  await setFact(tx, 'contests', String(ground.now))
}

async function seedOpenContest(tx: Db, { setId, editions, now }: Ground): Promise<void> {
  const opensAt = startOfDay(dayOf(now))
  await insertContest(
    tx,
    {
      publicId: publicId(),
      slug: `chongqing-${dayOf(now).slice(0, 4)}`,
      title: { zh: '重庆市知识产权知识竞赛', en: 'Chongqing IP Knowledge Contest' },
      summary: {
        zh: '20道题，10分钟，都是身边的知识产权。答完看解析，也看看您的区县排在哪里。',
        en: 'Twenty questions, ten minutes, all from everyday life. See why, and where your district stands.',
      },
      edition: editionOf(editions, dayOf(opensAt)),
      opensAt,
      closesAt: opensAt + firstContestDays * dayMs,
      rules: usualRules,
      sample: false,
      createdBy: null,
      createdAt: now,
      publishedAt: now,
    },
    [setId],
  )
}

async function seedApril2021(rt: Runtime, tx: Db, { setId, bank, editions, units, now }: Ground): Promise<void> {
  const edition = editionOf(editions, '2021-04-20')
  const revisions = await currentOf(tx, setId)
  await seedSampleContest(rt, tx, {
    setId,
    edition,
    units: units.filter(unit => unit.edition === edition),
    pool: bank.drafts
      .filter(draft => holdsThroughout(draft, '2021-04-20', '2021-04-26'))
      .map(draft => ({ revision: revisions.get(draft.externalId) as number, draft })),
    now,
  })
}

const editionOf = (editions: EditionRow[], day: string): string =>
  (editions.findLast(edition => edition.validFrom <= day) as EditionRow).id
