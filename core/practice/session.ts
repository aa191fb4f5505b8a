/** Which questions one practises now: what is due comes first, then what one has not met. */
import { type Random, shuffled } from '../paper/paper.ts'
import { isDue, isMistake, type Known } from './known.ts'

export const practiceModes = ['chapter', 'mixed', 'mistakes', 'due', 'entry'] as const
export type PracticeMode = (typeof practiceModes)[number]

/** What the person asked for. */
export interface PracticeAsk {
  mode: PracticeMode
  /** With mode chapter. */
  chapter?: number | undefined
  /** With mode entry: its id. */
  entry?: string | undefined
}

/** What a choice needs to know of a question. */
export interface Practisable {
  /** Its number in the handbook: '5.09-1'. */
  question: string
  chapter: number | null
  entry: string | null
}

/** Ten take a few minutes; an entry's page promises three. */
const usualLength = 10
const entryLength = 3

/**
 * Due ones first, the longest due before the others; then new ones, in the order of the book, or by lot when chapters
 * are mixed; then, so that a chapter one knows can still be practised, the rest, the next due first.
 * @param pool in the order of the book
 * @param known by question; what is not in the pool does not count
 * @returns at most ten questions, three of an entry; none when nothing is due, or no mistake is left
 */
export function chooseSession<Q extends Practisable>(
  pool: readonly Q[],
  known: ReadonlyMap<string, Known>,
  ask: PracticeAsk,
  now: number,
  random: Random,
): Q[] {
  const inScope = pool.filter(question => isAsked(question, ask))
  const met = inScope
    .flatMap(question => {
      const card = known.get(question.question)
      return card ? [{ question, card }] : []
    })
    .sort((a, b) => a.card.due - b.card.due)
  const length = ask.mode === 'entry' ? entryLength : usualLength
  const first = (chosen: typeof met) => chosen.slice(0, length).map(({ question }) => question)
  if (ask.mode === 'mistakes') return first(met.filter(({ card }) => isMistake(card)))
  const due = met.filter(({ card }) => isDue(card, now))
  if (ask.mode === 'due') return first(due)
  const fresh = inScope.filter(({ question }) => !known.has(question))
  const later = met.filter(({ card }) => !isDue(card, now))
  const inTurn = ask.mode === 'mixed' ? shuffled(fresh, random) : fresh
  return [...first(due), ...inTurn, ...first(later)].slice(0, length)
}

function isAsked(question: Practisable, { mode, chapter, entry }: PracticeAsk): boolean {
  switch (mode) {
    case 'chapter':
      return question.chapter === chapter
    case 'entry':
      return question.entry === entry
    case 'mixed':
    case 'mistakes':
    case 'due':
      return true
    default:
      return mode satisfies never
  }
}

/** An address's query as what it asks for. @returns null for nothing that could be practised */
export function practiceAskFrom(given: { mode?: unknown; chapter?: unknown; entry?: unknown }): PracticeAsk | null {
  const mode = practiceModes.find(one => one === given.mode)
  if (!mode) return null
  if (mode === 'chapter') return isNumber(given.chapter) ? { mode, chapter: Number(given.chapter) } : null
  if (mode === 'entry') return isEntry(given.entry) ? { mode, entry: given.entry } : null
  return { mode }
}

const isNumber = (value: unknown): value is string => typeof value === 'string' && /^\d{1,2}$/.test(value)
const isEntry = (value: unknown): value is string => typeof value === 'string' && /^\d{1,2}\.\d{2}$/.test(value)
