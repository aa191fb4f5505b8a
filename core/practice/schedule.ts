/** When a question is due again, after FSRS (a published model of forgetting). Days only: nothing asks for an hour here. */
import { type Card, createEmptyCard, fsrs, Rating } from 'ts-fsrs'
import { z } from 'zod'

/** Until 2300: a browser may send anything, and a hundred years on must still be an instant. */
const instant = z.int().min(0).max(Date.UTC(2300, 0))

/** What is known of one question and one person. Instants are epoch milliseconds; the bounds are FSRS's own. */
export const practiceCard = z.strictObject({
  due: instant,
  /** Days after which nine of ten such questions would still be known. */
  stability: z.number().min(0.001).max(36_500),
  /** 1 (easy) … 10 (hard). */
  difficulty: z.number().min(1).max(10),
  scheduledDays: z.int().min(0).max(100_000),
  repetitions: z.int().min(0).max(100_000),
  lapses: z.int().min(0).max(100_000),
  /** FSRS's own: 0 new, 1 learning, 2 review, 3 relearning. */
  state: z.int().min(0).max(3),
  answeredAt: instant,
  wasWrong: z.boolean(),
  rightInARow: z.int().min(0).max(100_000),
})
export type PracticeCard = z.infer<typeof practiceCard>

/** No dice: the same answers on the same days give the same plan. Steps of minutes are left out. */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false })

/** @param card null at the first answer @param at epoch milliseconds; FSRS knows no answer before the last one */
export function afterAnswer(card: PracticeCard | null, isRight: boolean, at: number): PracticeCard {
  const now = Math.max(at, card?.answeredAt ?? 0)
  const before = card ? cardOf(card) : createEmptyCard(new Date(now))
  const { card: after } = scheduler.next(before, new Date(now), isRight ? Rating.Good : Rating.Again)
  return {
    due: after.due.getTime(),
    stability: after.stability,
    difficulty: after.difficulty,
    scheduledDays: after.scheduled_days,
    repetitions: after.reps,
    lapses: after.lapses,
    state: after.state,
    answeredAt: now,
    wasWrong: !isRight || (card?.wasWrong ?? false),
    rightInARow: isRight ? (card?.rightInARow ?? 0) + 1 : 0,
  }
}

const cardOf = (card: PracticeCard): Card => ({
  due: new Date(card.due),
  stability: card.stability,
  difficulty: card.difficulty,
  elapsed_days: 0,
  scheduled_days: card.scheduledDays,
  learning_steps: 0,
  reps: card.repetitions,
  lapses: card.lapses,
  state: card.state,
  last_review: new Date(card.answeredAt),
})
