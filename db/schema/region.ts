/** Units in dated editions. */
import type { LocalText } from '../../core/locale.ts'
import { integer, json, primaryKey, table, text } from '../columns.ts'

export const editions = table('editions', {
  id: text().primaryKey(),
  validFrom: text().notNull(),
  validTo: text(),
  nameZh: text().notNull(),
  nameEn: text().notNull(),
})

export const regions = table(
  'regions',
  {
    edition: text().notNull(),
    slug: text().notNull(),
    code: text(),
    kind: text().$type<'district' | 'county' | 'autonomous_county' | 'zone'>().notNull(),
    nameZh: text().notNull(),
    nameEn: text().notNull(),
    shortZh: text().notNull(),
    shortEn: text().notNull(),
    areaGroup: text(),
    population: integer(),
    populationNote: text(),
    tileCol: integer(),
    tileRow: integer(),
    position: integer().notNull(),
    pinyin: text().notNull(),
    initials: text().notNull(),
    /** Units inside which a zone lies. */
    hosts: json<string[]>().notNull(),
    /** Units of earlier editions that are part of this one now, and what to say about them. */
    formerly: json<{ slug: string; name: string; note: LocalText }[]>().notNull(),
  },
  t => [primaryKey({ columns: [t.edition, t.slug] })],
)
