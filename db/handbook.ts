/** Chapters, entries and laws of the handbook, as the files in `questions/` give them. */
import { asc, eq } from 'drizzle-orm'
import { chapters, entries, laws, terms } from './schema/handbook.ts'
import type { Db } from './storage.ts'

export type ChapterRow = typeof chapters.$inferSelect
export type EntryRow = typeof entries.$inferSelect
export type LawRow = typeof laws.$inferSelect
export type TermRow = typeof terms.$inferSelect

export const allChapters = async (db: Db): Promise<ChapterRow[]> =>
  db.select().from(chapters).orderBy(asc(chapters.number))
export const allTerms = async (db: Db): Promise<TermRow[]> => db.select().from(terms)
/** With the texts, in the order of the book: for searching and printing. */
export const allEntries = async (db: Db): Promise<EntryRow[]> =>
  db.select().from(entries).orderBy(asc(entries.position))
export const allLaws = async (db: Db): Promise<LawRow[]> => db.select().from(laws)

/** Without the texts: for lists. */
export const entryTitles = async (db: Db) =>
  db
    .select({
      id: entries.id,
      slug: entries.slug,
      chapter: entries.chapter,
      title: entries.title,
      status: entries.status,
      core: entries.core,
    })
    .from(entries)
    .orderBy(asc(entries.position))

export async function entryById(db: Db, id: string): Promise<EntryRow | null> {
  const rows = await db.select().from(entries).where(eq(entries.id, id))
  return rows[0] ?? null
}

/** Puts the files' handbook in the place of what was there. */
export async function replaceHandbook(
  tx: Db,
  book: { chapters: ChapterRow[]; laws: LawRow[]; entries: EntryRow[]; terms: TermRow[] },
): Promise<void> {
  await tx.delete(entries)
  await tx.delete(chapters)
  await tx.delete(laws)
  await tx.delete(terms)
  await tx.insert(chapters).values(book.chapters)
  await tx.insert(laws).values(book.laws)
  for (const entry of book.entries) await tx.insert(entries).values(entry)
  for (const term of book.terms) await tx.insert(terms).values(term)
}
