/** The handbook, for reading. */
import type { Entry } from '#core/bank/entry'
import { type Locale, type LocalText, said } from '#core/locale'
import { allChapters, allLaws, allTerms, entryById, entryTitles, type LawRow, type TermRow } from '#db/handbook'
import { forAMoment } from './memory.ts'
import type { Runtime } from './runtime.ts'

const aMinute = 60_000

export interface ChapterView {
  number: number
  slug: string
  name: LocalText
  entries: { id: string; slug: string; title: LocalText; status: 'verified' | 'verify'; core: boolean }[]
}

/** Chapters in order, each with its entries; chapters without entries are left out. */
export const chaptersOf = (rt: Runtime): Promise<ChapterView[]> =>
  forAMoment(rt, 'chapters', aMinute, async () => {
    const [chapters, titles] = await Promise.all([allChapters(rt.storage.read), entryTitles(rt.storage.read)])
    return chapters
      .map(chapter => ({ ...chapter, entries: titles.filter(entry => entry.chapter === chapter.number) }))
      .filter(chapter => chapter.entries.length > 0)
  })

export type EntryView = Entry & {
  chapterName: LocalText
  laws: Record<string, { name: LocalText; inForce: string; until: string | null }>
}

/** @param address '5.09-opposition'; a wrong name after a right number is not found */
export async function entryByAddress(rt: Runtime, address: string): Promise<EntryView | null> {
  const id = /^\d{1,2}\.\d{2}/.exec(address)?.[0]
  const entry = id ? await entryById(rt.storage.read, id) : null
  if (!entry || address !== `${entry.id}-${entry.slug}`) return null
  const chapter = (await chaptersOf(rt)).find(found => found.number === entry.chapter)
  const cited = new Set(entry.versions.flatMap(version => version.sources.map(source => source.law)))
  const laws = [...(await lawsOf(rt)).values()].filter(law => cited.has(law.code))
  return {
    ...entry,
    chapterName: chapter?.name ?? { zh: '', en: '' },
    laws: Object.fromEntries(laws.map(law => [law.code, { name: law.name, inForce: law.inForce, until: law.until }])),
  }
}

export const lawsOf = (rt: Runtime): Promise<Map<string, LawRow>> =>
  forAMoment(rt, 'laws', aMinute, async () => new Map((await allLaws(rt.storage.read)).map(law => [law.code, law])))

/** The terms under the letters they begin with: of their pinyin in Chinese, of their spelling in English. */
export const glossaryOf = (rt: Runtime, locale: Locale): Promise<{ letter: string; terms: TermRow[] }[]> =>
  forAMoment(rt, `glossary ${locale}`, aMinute, async () => {
    const terms = (await allTerms(rt.storage.read)).map(term => ({ term, key: sortKey(term, locale) }))
    terms.sort((a, b) => a.key.localeCompare(b.key, 'en'))
    const letters = Map.groupBy(terms, ({ key }) => (key[0] ?? '#').toUpperCase())
    return [...letters].map(([letter, found]) => ({ letter, terms: found.map(({ term }) => term) }))
  })

/** A Chinese term that begins with letters of its own ('PCT') is sorted by them. */
function sortKey({ name, syllables }: TermRow, locale: Locale): string {
  if (locale === 'en') return said(name, 'en').toLowerCase()
  return [...name.zh].map((letter, i) => syllables[i] || letter.toLowerCase()).join(' ')
}
