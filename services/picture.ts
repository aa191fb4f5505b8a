/** Pictures of activities: taken in with words in both languages, shown once their report is public. */
import type { Allowed } from '#core/account/roles'
import { altLengths, mostPictures } from '#core/activity/activity'
import type { LocalText } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import { activityById } from '#db/activity'
import * as db from '#db/picture'
import { within } from './activity.ts'
import { makePicture } from './picture-file.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

type Writer = Allowed<'activities.write'>

/** What is said of a picture: in words for those who do not see it, and whether it shows the event itself. */
export interface Said {
  alt: LocalText
  illustration: boolean
}

/**
 * @returns refusals: not-found, activity-state (only a draft takes pictures), pictures-full, alt-needed (`where`), and
 * those of makePicture
 */
export async function addPicture(
  rt: Runtime,
  who: Writer,
  activity: string,
  bytes: Uint8Array,
  said: Said,
): Promise<Outcome<{ id: string }>> {
  const row = await within(rt.storage.read, who, activity)
  if (!row) return no('not-found')
  if (row.state !== 'draft') return no('activity-state')
  const untold = untoldIn(said.alt)
  if (untold) return no('alt-needed', { where: untold })
  const made = await makePicture(bytes)
  if (!made.ok) return made
  const id = publicId()
  return rt.storage.atomically(async tx => {
    const position = await db.countPictures(tx, row.id)
    if (position >= mostPictures) return no('pictures-full', { most: mostPictures })
    if ((await within(tx, who, activity))?.state !== 'draft') return no('activity-state')
    const { large, small, width, height } = made.value
    const about = { publicId: id, activityId: row.id, position, ...said, createdBy: who.id, createdAt: rt.clock.now() }
    await db.insertPicture(tx, { ...about, large, small, width, height })
    return yes({ id })
  })
}

/** @returns refusals: not-found, activity-state, alt-needed (`where`) */
export async function describePicture(rt: Runtime, who: Writer, id: string, said: Said): Promise<Outcome<null>> {
  const untold = untoldIn(said.alt)
  if (untold) return no('alt-needed', { where: untold })
  return onDraft(rt, who, id, (tx, picture) => db.describePicture(tx, picture.id, said))
}

/** @returns refusals: not-found, activity-state */
export const removePicture = (rt: Runtime, who: Writer, id: string): Promise<Outcome<null>> =>
  onDraft(rt, who, id, (tx, picture) => db.deletePicture(tx, picture.id))

/**
 * The WebP of a picture, and whether everybody may have it. @param who null for a stranger
 * @returns null also for a picture that is not public and not within one's reach
 */
export async function pictureFile(
  rt: Runtime,
  who: Writer | null,
  id: string,
  size: db.PictureSize,
): Promise<{ bytes: Buffer; isPublic: boolean } | null> {
  const read = rt.storage.read
  const picture = await db.pictureByPublicId(read, id)
  const activity = picture && (await activityById(read, picture.activityId))
  if (!picture || !activity) return null
  const isPublic = activity.state === 'published'
  if (!isPublic && !(who && (await within(read, who, activity.publicId)))) return null
  return { bytes: await db.pictureBytes(read, picture.id, size), isPublic }
}

async function onDraft(
  rt: Runtime,
  who: Writer,
  id: string,
  work: (tx: Parameters<typeof db.deletePicture>[0], picture: db.PictureFacts) => Promise<void>,
): Promise<Outcome<null>> {
  return rt.storage.atomically(async tx => {
    const picture = await db.pictureByPublicId(tx, id)
    const activity = picture && (await activityById(tx, picture.activityId))
    const mine = activity && (await within(tx, who, activity.publicId))
    if (!picture || !mine) return no('not-found')
    if (mine.state !== 'draft') return no('activity-state')
    await work(tx, picture)
    return yes(null)
  })
}

/** The language in which nothing useful is said. */
function untoldIn(alt: LocalText): 'zh' | 'en' | null {
  const told = (words: string) => {
    const length = [...words.trim()].length
    return length >= altLengths.least && length <= altLengths.most
  }
  if (!told(alt.zh)) return 'zh'
  return told(alt.en) ? null : 'en'
}
