/** The handbook and its laws. */
import type { EntryVersion } from '../../core/bank/entry.ts'
import type { LocalText } from '../../core/locale.ts'
import { flag, integer, json, table, text, uniqueIndex } from '../columns.ts'

export const laws = table('laws', {
  code: text().primaryKey(),
  name: json<LocalText>().notNull(),
  inForce: text().notNull(),
  until: text(),
  read: flag().notNull(),
})

export const chapters = table('chapters', {
  number: integer().primaryKey(),
  slug: text().notNull(),
  name: json<LocalText>().notNull(),
})

export const entries = table(
  'entries',
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    chapter: integer().notNull(),
    position: integer().notNull(),
    core: flag().notNull(),
    status: text().$type<'verified' | 'verify'>().notNull(),
    level: integer().notNull(),
    checkedOn: text().notNull(),
    title: json<LocalText>().notNull(),
    versions: json<EntryVersion[]>().notNull(),
    related: json<string[]>().notNull(),
    /** Pinyin of the Chinese title, one syllable for each letter, '' for what has none. */
    syllables: json<string[]>().notNull().default([]),
  },
  t => [uniqueIndex('entries_slug').on(t.slug)],
)

/** The glossary: terms in both languages. */
export const terms = table('terms', {
  slug: text().primaryKey(),
  name: json<LocalText>().notNull(),
  meaning: json<LocalText>().notNull(),
  /** Ids of the entries that tell more. */
  entries: json<string[]>().notNull(),
  syllables: json<string[]>().notNull(),
})
