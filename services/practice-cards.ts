/** What an account knows of the handbook's questions, and what a browser hands in when its owner signs in. */
import { progressOf } from '#core/practice/progress'
import type { PracticeCard } from '#core/practice/schedule'
import type { WirePracticeCard, WirePracticeProgress } from '#core/wire-learning'
import { cardsOf, putCards } from '#db/practice'
import { handbookQuestions, type PracticeQuestion, practiceChapters, practisable } from './practice-questions.ts'
import type { Runtime } from './runtime.ts'
import type { SignedIn } from './session.ts'

/** Takes a browser's cards into the account; of two of one question the later one stays, unknown questions are left out. */
export async function mergeCards(
  rt: Runtime,
  who: SignedIn,
  cards: readonly WirePracticeCard[],
): Promise<WirePracticeProgress> {
  const ids = new Map((await handbookQuestions(rt)).map(({ id, question }) => [question, id]))
  const now = rt.clock.now()
  // A card of each question: two in one statement would be an error on PostgreSQL.
  const latest = new Map<number, PracticeCard>()
  for (const { question, card } of cards) {
    const id = ids.get(question)
    const held = id === undefined ? undefined : latest.get(id)
    if (id !== undefined && (!held || held.answeredAt <= card.answeredAt)) latest.set(id, notAfter(card, now))
  }
  const rows = [...latest].map(([questionId, card]) => ({ questionId, card }))
  await rt.storage.atomically(tx => putCards(tx, who.account.id, rows))
  return progressFor(rt, who)
}

export async function progressFor(rt: Runtime, who: SignedIn): Promise<WirePracticeProgress> {
  const [chapters, pool] = await Promise.all([practiceChapters(rt), practisable(rt)])
  const known = await knownTo(rt, who, pool)
  return { ...progressOf(chapters, known, rt.clock.now()), cards: known.size }
}

/** An account's cards by the questions' numbers; cards of questions that are not in the pool are left out. */
export async function knownTo(
  rt: Runtime,
  who: SignedIn,
  pool: readonly PracticeQuestion[],
): Promise<Map<string, PracticeCard>> {
  const numbers = new Map(pool.map(({ id, question }) => [id, question]))
  return new Map(
    (await cardsOf(rt.storage.read, who.account.id)).flatMap(({ questionId, card }) => {
      const question = numbers.get(questionId)
      return question ? [[question, card] as const] : []
    }),
  )
}

/** A browser cannot have answered in the future: such a card would win over every later one. */
export const notAfter = (card: PracticeCard, now: number): PracticeCard => ({
  ...card,
  answeredAt: Math.min(card.answeredAt, now),
})
