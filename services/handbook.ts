/** The handbook, for reading. */
import type { Entry } from '#core/bank/entry'
import type { LocalText } from '#core/locale'
import { allChapters, allLaws, entryById, entryTitles, type LawRow } from '#db/handbook'
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
