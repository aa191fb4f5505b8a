/** Finding questions in a large bank: filters that an address can carry, and how many questions each further one leaves. */
import { type QuestionKind, questionKinds } from './question.ts'
import { type QuestionState, questionStates } from './state.ts'
import { type Use, type UseClass, useClasses } from './use.ts'
import { searchable } from './words.ts'

/** What can be chosen, one value each. 'none' is a question without a chapter. */
export const dimensions = ['state', 'chapter', 'kind', 'level', 'set', 'law', 'use'] as const
export type Dimension = (typeof dimensions)[number]

export const orders = ['number', 'recent', 'shown', 'facility'] as const
export type Order = (typeof orders)[number]

export interface BankFilter {
  /** Words that a question must all contain. */
  q: string
  chosen: Partial<Record<Dimension, string>>
  /** Of the chosen law. */
  article: string | null
  order: Order
  /** From 1. */
  page: number
}

/** A question as filters see it. */
export interface Listed {
  id: number
  set: string
  number: string
  state: QuestionState
  inUse: boolean
  chapter: number | null
  kind: QuestionKind
  level: number
  laws: readonly string[]
  head: number
  use: Use
  useClass: UseClass
}

/** An address may say anything: what makes no sense is left out. @param query the first value of each key */
export function filterFrom(query: Record<string, string | undefined>): BankFilter {
  const chosen: BankFilter['chosen'] = {}
  for (const dimension of dimensions) {
    const value = query[dimension]
    if (value !== undefined && isValue(dimension, value)) chosen[dimension] = value
  }
  const { article = '', order, page = '1' } = query
  return {
    q: (query.q ?? '').trim().slice(0, 100),
    chosen,
    article: chosen.law && /^\d{1,4}(-\d{1,2})?$/.test(article) ? article : null,
    order: orders.find(one => one === order) ?? 'number',
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  }
}

const isValue = (dimension: Dimension, value: string): boolean => {
  if (dimension === 'state') return questionStates.some(state => state === value)
  if (dimension === 'kind') return questionKinds.some(kind => kind === value)
  if (dimension === 'use') return useClasses.some(use => use === value)
  if (dimension === 'level') return /^[1-5]$/.test(value)
  if (dimension === 'chapter') return value === 'none' || /^\d{1,2}$/.test(value)
  return value.length > 0 && value.length <= 40
}

/** The filter as an address carries it; the first page and the usual order are left out. */
export function queryOf({ q, chosen, article, order, page }: BankFilter): Record<string, string> {
  return {
    ...(q && { q }),
    ...chosen,
    ...(article && chosen.law && { article }),
    ...(order !== 'number' && { order }),
    ...(page > 1 && { page: String(page) }),
  }
}

/** @returns the same filter, on its first page, with one value chosen, or with none for it */
export function choosing(filter: BankFilter, dimension: Dimension, value: string | null): BankFilter {
  const { [dimension]: _, ...rest } = filter.chosen
  const chosen = value === null ? rest : { ...rest, [dimension]: value }
  return { ...filter, chosen, article: dimension === 'law' ? null : filter.article, page: 1 }
}

/** What is searched for, word by word. Signs part words, but a number ('5.09-1') stays whole. */
export const wordsIn = (q: string): string[] =>
  searchable(q)
    .split(/(?:\s|(?![.-])[\p{P}\p{S}])+/u)
    .filter(word => word !== '')

export type Facets = Record<Dimension, Map<string, number>>

/**
 * The questions that fit, and for every value how many there would be with it: each dimension is counted as if
 * nothing were chosen in it.
 * @param narrowed ids that the words and the article leave; null: nothing narrows
 */
export function filtered(
  all: readonly Listed[],
  filter: BankFilter,
  narrowed: ReadonlySet<number> | null,
): { found: Listed[]; facets: Facets } {
  const facets = Object.fromEntries(dimensions.map(one => [one, new Map<string, number>()])) as Facets
  const asked = dimensions.filter(one => filter.chosen[one] !== undefined)
  const found: Listed[] = []
  for (const question of all) {
    if (narrowed && !narrowed.has(question.id)) continue
    const missed = asked.filter(one => !valuesOf(question, one).includes(filter.chosen[one] as string))
    if (missed.length === 0) found.push(question)
    const counted = missed.length === 0 ? dimensions : missed.length === 1 ? missed : []
    for (const dimension of counted)
      for (const value of valuesOf(question, dimension))
        facets[dimension].set(value, (facets[dimension].get(value) ?? 0) + 1)
  }
  return { found: found.sort(byOrder[filter.order]), facets }
}

/** A published question whose change is on its way is found as both. */
function valuesOf(question: Listed, dimension: Dimension): readonly string[] {
  switch (dimension) {
    case 'state':
      return question.inUse && question.state !== 'published' ? [question.state, 'published'] : [question.state]
    case 'chapter':
      return [question.chapter === null ? 'none' : String(question.chapter)]
    case 'level':
      return [String(question.level)]
    case 'law':
      return question.laws
    case 'use':
      return [question.useClass]
    default:
      return [question[dimension]]
  }
}

const byOrder: Record<Order, (a: Listed, b: Listed) => number> = {
  number: () => 0,
  recent: (a, b) => b.head - a.head,
  shown: (a, b) => b.use.shown - a.use.shown,
  // Nobody has had it yet: behind all the others.
  facility: (a, b) => (a.use.facility ?? 1001) - (b.use.facility ?? 1001),
}
