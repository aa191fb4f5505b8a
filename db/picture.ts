/** Pictures of activities. Lists leave the bytes where they are. */
import { asc, eq, inArray } from 'drizzle-orm'
import type { LocalText } from '../core/locale.ts'
import { count } from './columns.ts'
import { pictures } from './schema/campaign.ts'
import type { Db } from './storage.ts'

export type PictureRow = typeof pictures.$inferSelect
export type PictureSize = 'large' | 'small'

const facts = {
  id: pictures.id,
  publicId: pictures.publicId,
  activityId: pictures.activityId,
  position: pictures.position,
  alt: pictures.alt,
  illustration: pictures.illustration,
  width: pictures.width,
  height: pictures.height,
}
export type PictureFacts = Pick<PictureRow, keyof typeof facts>

/** In their order. */
export const picturesOf = async (db: Db, activityIds: number[]): Promise<PictureFacts[]> =>
  activityIds.length === 0
    ? []
    : db
        .select(facts)
        .from(pictures)
        .where(inArray(pictures.activityId, activityIds))
        .orderBy(asc(pictures.activityId), asc(pictures.position), asc(pictures.id))

export async function pictureByPublicId(db: Db, publicId: string): Promise<PictureFacts | null> {
  const rows = await db.select(facts).from(pictures).where(eq(pictures.publicId, publicId))
  return rows[0] ?? null
}

/** WebP. */
export async function pictureBytes(db: Db, id: number, size: PictureSize): Promise<Buffer> {
  const rows = await db.select({ bytes: pictures[size] }).from(pictures).where(eq(pictures.id, id))
  return Buffer.from((rows[0] as { bytes: Buffer }).bytes)
}

export async function countPictures(db: Db, activityId: number): Promise<number> {
  const rows = await db.select({ n: count() }).from(pictures).where(eq(pictures.activityId, activityId))
  return rows[0]?.n ?? 0
}

export async function insertPicture(tx: Db, picture: Omit<PictureRow, 'id'>): Promise<void> {
  await tx.insert(pictures).values(picture)
}

export async function describePicture(
  tx: Db,
  id: number,
  said: { alt: LocalText; illustration: boolean },
): Promise<void> {
  await tx.update(pictures).set(said).where(eq(pictures.id, id))
}

export async function deletePicture(tx: Db, id: number): Promise<void> {
  await tx.delete(pictures).where(eq(pictures.id, id))
}
