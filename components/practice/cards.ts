/** What this browser keeps of a guest's practice, until its owner signs in. Browsers may refuse: then the page remembers alone. */
import type { PracticeCard } from '#core/practice/schedule'
import type { WirePracticeProgress } from '#core/wire-learning'
import { forgetSignedIn, maybeSignedIn } from '../frame/known.ts'
import { type Ask, noLine } from '../paper/api.ts'

export type Cards = Map<string, PracticeCard>

const key = 'practice:cards'
const apartKey = 'practice:apart'
/** As many as the API takes at once. */
const mostCards = 2000

let pageCopy: Cards = new Map()

/** @returns the cards, without what somebody else wrote there */
export function readCards(): Cards {
  const stored = textAt(key)
  if (stored === null) return pageCopy
  try {
    const cards = Object.entries(JSON.parse(stored) as Record<string, unknown>).filter(isCard)
    pageCopy = new Map(cards.sort(([, a], [, b]) => b.answeredAt - a.answeredAt).slice(0, mostCards))
  } catch {
    pageCopy = new Map()
  }
  return pageCopy
}

export function keepCard(question: string, card: PracticeCard): void {
  // Read anew: another tab may have written since.
  pageCopy = new Map(readCards()).set(question, card)
  store(key, JSON.stringify(Object.fromEntries(pageCopy)))
}

function forgetCards(): void {
  pageCopy = new Map()
  try {
    localStorage.removeItem(key)
    localStorage.removeItem(apartKey)
  } catch {
    // Nothing was kept.
  }
}

const numbers = [
  ...['due', 'stability', 'difficulty', 'scheduledDays', 'repetitions', 'lapses', 'state', 'answeredAt'],
  'rightInARow',
] as const

function isCard(entry: [string, unknown]): entry is [string, PracticeCard] {
  const card = entry[1] as Record<string, unknown> | null
  if (typeof card !== 'object' || card === null || typeof card.wasWrong !== 'boolean') return false
  return Object.keys(card).length === numbers.length + 1 && numbers.every(name => Number.isFinite(card[name]))
}

/** What the account knows; null for a guest, or when it could not be asked (`failed`). */
export interface Account {
  progress: WirePracticeProgress | null
  failed: boolean
}

/**
 * Asks who practises here. Cards of a guest go into an account that has none, without a question; into another one only
 * on its owner's word, since the guest may have been somebody else.
 */
export async function account(ask: Ask): Promise<Account> {
  if (!maybeSignedIn()) return { progress: null, failed: false }
  const answer = await ask<WirePracticeProgress>('GET', '/practice/progress')
  if (answer === noLine) return { progress: null, failed: true }
  if (answer.status === 401) forgetSignedIn()
  if (!answer.ok) return { progress: null, failed: answer.status !== 401 }
  const isNew = answer.body.cards === 0 && readCards().size > 0
  return { progress: (isNew && (await handIn(ask))) || answer.body, failed: false }
}

/** Moves this browser's cards into the account. @returns the account's progress with them, or null when it failed */
export async function handIn(ask: Ask): Promise<WirePracticeProgress | null> {
  const cards = [...readCards()].map(([question, card]) => ({ question, card }))
  const answer = await ask<WirePracticeProgress>('POST', '/practice/cards', { cards })
  if (answer === noLine || !answer.ok) return null
  forgetCards()
  return answer.body
}

/** How many cards stand apart from the account and were not declined yet. */
export function apart(): number {
  const { size } = readCards()
  return textAt(apartKey) === String(size) ? 0 : size
}

/** Leaves the cards where they are, and does not ask again until there are more. */
export const leaveApart = (): void => store(apartKey, String(readCards().size))

function textAt(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function store(name: string, text: string): void {
  try {
    localStorage.setItem(name, text)
  } catch {
    // The page's own copy serves until it is closed.
  }
}
