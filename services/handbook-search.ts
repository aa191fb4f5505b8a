/** Searching entries and terms. */
import { entryAddress } from '#core/bank/entry'
import { dayOf } from '#core/day'
import { type SearchText, search, searchIndex } from '#core/handbook/search'
import type { Locale } from '#core/locale'
import type { WireSearch } from '#core/wire-learning'
import { allEntries, allTerms, type EntryRow, type TermRow } from '#db/handbook'
import type { Runtime } from './runtime.ts'

/** Results of one answer. */
const most = 30

interface Target {
  kind: 'entry' | 'term'
  address: string
}

interface Book {
  index: ReturnType<typeof searchIndex>
  /** Where a result leads to, by its id in the index. */
  targets: Map<string, Target>
}

/** @param query anything at all @returns entries and terms, the best first */
export async function searchHandbook(rt: Runtime, query: string, locale: Locale): Promise<WireSearch> {
  const { index, targets } = await bookOf(rt)
  const { found, total, isNear } = search(index, query, locale, most)
  return {
    total,
    near: isNear,
    found: found.flatMap(({ id, title, excerpt }) => {
      const target = targets.get(id)
      return target ? [{ ...target, id, title, excerpt }] : []
    }),
  }
}

/** Does before the first search what would make it slow: reads the book, and runs through the code in both languages. */
export async function warmSearch(rt: Runtime): Promise<void> {
  for (const [query, locale] of warmUps) await searchHandbook(rt, query, locale)
}
/** By hanzi, by initials, by a slip of the pen, by words. */
const warmUps = [
  ['商标', 'zh'],
  ['zzq', 'zh'],
  ['专立', 'zh'],
  ['patent', 'en'],
] as const

/** Made once for a day: the handbook itself changes only at a start. */
function bookOf(rt: Runtime): Promise<Book> {
  const today = dayOf(rt.clock.now())
  const kept = rt.memory.get('search') as { day: string; book: Promise<Book> } | undefined
  if (kept?.day === today) return kept.book
  const book = readBook(rt, today)
  rt.memory.set('search', { day: today, book })
  book.catch(() => rt.memory.delete('search'))
  return book
}

async function readBook(rt: Runtime, today: string): Promise<Book> {
  const [entries, terms] = await Promise.all([allEntries(rt.storage.read), allTerms(rt.storage.read)])
  return {
    index: searchIndex([...entries.map(entry => textOf(entry, today)), ...terms.map(textOfTerm)]),
    targets: new Map<string, Target>([
      ...entries.map(entry => [entry.id, { kind: 'entry', address: entryAddress(entry) }] as [string, Target]),
      ...terms.map(({ slug }) => [termId(slug), { kind: 'term', address: slug }] as [string, Target]),
    ]),
  }
}

const termId = (slug: string): string => `term ${slug}`

/** As the handbook says it on that day: of several versions the one in force, else the last. */
function textOf({ id, title, syllables, versions }: EntryRow, today: string): SearchText {
  const version = versions.findLast(({ validFrom }) => validFrom <= today) ?? versions.at(-1)
  const { text, example } = version ?? { text: { zh: '', en: '' }, example: { zh: '', en: '' } }
  const line = (words: string) => words.replaceAll(/\s*\n\s*/g, ' ').trim()
  return {
    id,
    title,
    syllables,
    body: { zh: line(`${text.zh}\n${example.zh}`), en: line(`${text.en}\n${example.en}`) },
  }
}

const textOfTerm = ({ slug, name, meaning, syllables }: TermRow): SearchText => ({
  id: termId(slug),
  title: name,
  syllables,
  body: meaning,
})
