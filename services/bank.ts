/** Finding questions: search and filters over the whole bank, fast at tens of thousands. */
import type { Allowed } from '#core/account/roles'
import type { LocalText } from '#core/locale'
import {
  type BankFilter,
  type Dimension,
  dimensions,
  type Facets,
  filtered,
  type Listed,
  wordsIn,
} from '#core/question/filter'
import { classOf, meanUse } from '#core/question/use'
import type { WireBankList, WireBankRow } from '#core/wire-bank'
import * as db from '#db/bank'
import { openReportsByQuestion } from '#db/error-report'
import { allChapters, allLaws } from '#db/handbook'
import { setNames } from '#db/question-set'
import { staffNames } from '#db/staff'
import { forAMoment } from './memory.ts'
import type { Runtime } from './runtime.ts'

type Reader = Allowed<'questions.read'>

const rowsAPage = 50
/** Filters are clicked one after the other: the light rows are read once for some of them. */
const momentMs = 3000

export async function searchBank(rt: Runtime, _allowed: Reader, filter: BankFilter): Promise<WireBankList> {
  const { found, facets } = await matching(rt, filter)
  const pages = Math.max(1, Math.ceil(found.length / rowsAPage))
  const page = Math.min(filter.page, pages)
  const law = filter.chosen.law
  const articles = law ? await db.articlesCited(rt.storage.read, law) : []
  return {
    total: found.length,
    page,
    pages,
    rows: await shown(rt, found.slice((page - 1) * rowsAPage, page * rowsAPage)),
    facets: await named(rt, facets, filter),
    articles: articles.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
  }
}

/** Public ids of all questions that fit, for an act upon them. */
export async function idsMatching(rt: Runtime, _allowed: Reader, filter: BankFilter): Promise<string[]> {
  const { found } = await matching(rt, filter)
  return found.map(question => question.publicId)
}

type Row = Listed & { publicId: string }

async function matching(rt: Runtime, filter: BankFilter): Promise<{ found: Row[]; facets: Facets }> {
  const all = await forAMoment(rt, 'bank', momentMs, () => everything(rt))
  const { found, facets } = filtered(all, filter, await narrowed(rt, filter))
  return { found: found as Row[], facets }
}

async function everything(rt: Runtime): Promise<Row[]> {
  const read = rt.storage.read
  const [rows, laws, figures] = [await db.bankRows(read), await db.lawsCited(read), await db.figuresOfUse(read)]
  return rows.map(({ current, ...row }) => {
    const use = meanUse(figures.get(row.id) ?? [])
    return { ...row, inUse: current !== null, laws: laws.get(row.id) ?? [], use, useClass: classOf(use) }
  })
}

async function narrowed(rt: Runtime, { q, chosen, article }: BankFilter): Promise<Set<number> | null> {
  const words = wordsIn(q)
  const saying = words.length === 0 ? null : new Set(await db.idsSaying(rt.storage.read, words))
  if (!chosen.law || !article) return saying
  const citing = await db.idsCiting(rt.storage.read, chosen.law, article)
  return new Set(saying ? citing.filter(id => saying.has(id)) : citing)
}

async function shown(rt: Runtime, page: readonly Row[]): Promise<WireBankRow[]> {
  const read = rt.storage.read
  const details = new Map(
    (
      await db.shownRows(
        read,
        page.map(({ id }) => id),
      )
    ).map(row => [row.id, row]),
  )
  const [names, reports] = [await staffNames(read), await openReportsByQuestion(read)]
  return page.flatMap(({ id, publicId, number, state, inUse, kind, chapter, level, set, use }) => {
    const row = details.get(id)
    if (!row) return []
    const { setName, author, at, face } = row
    return {
      id: publicId,
      number,
      stem: face.stem,
      english: face.stem.en !== '',
      state,
      inUse,
      kind,
      chapter,
      level,
      set: { id: set, name: setName },
      author: author === null ? null : (names.get(author) ?? ''),
      at,
      use,
      reports: reports.get(publicId) ?? 0,
    }
  })
}

/** Values with their names where data gives them: chapters, sets, laws. What is chosen is there even when it leaves nothing. */
async function named(rt: Runtime, facets: Facets, filter: BankFilter): Promise<WireBankList['facets']> {
  const read = rt.storage.read
  const [chapters, laws, sets] = [await allChapters(read), await allLaws(read), await setNames(read)]
  const known: Partial<Record<Dimension, Map<string, LocalText>>> = {
    chapter: new Map(chapters.map(({ number, name }) => [String(number), name])),
    law: new Map(laws.map(({ code, name }) => [code, name])),
    set: new Map([...sets].map(([id, name]) => [id, { zh: name, en: name }])),
  }
  const of = (dimension: Dimension) => {
    const chosen = filter.chosen[dimension]
    const counts = facets[dimension]
    const values = new Set([...counts.keys(), ...(chosen === undefined ? [] : [chosen])])
    return [...values]
      .map(value => {
        const name = known[dimension]?.get(value) ?? { zh: value, en: value }
        return { value, name, count: counts.get(value) ?? 0 }
      })
      .sort((a, b) => a.value.localeCompare(b.value, 'en', { numeric: true }))
  }
  return Object.fromEntries(dimensions.map(one => [one, of(one)])) as WireBankList['facets']
}
