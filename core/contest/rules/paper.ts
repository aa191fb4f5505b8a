/** The paper, what counts, and what people are told of it. */
import { z } from 'zod'

/** Marks of one right answer. */
const marks = z.int().min(1).max(100)

/** One cell of the blueprint: so many questions of this chapter, kind and level; null: whichever. */
const cell = z.strictObject({
  chapter: z.int().min(1).max(99).nullable(),
  kind: z.enum(['single', 'multiple', 'truefalse', 'case']).nullable(),
  /** 1 (everybody knows) to 5 (few do). */
  level: z.int().min(1).max(5).nullable(),
  count: z.int().min(1).max(200),
})

export const paper = z.strictObject({
  /** Drawn anew for each attempt; the same for all on one day; the same for all throughout. */
  draw: z.enum(['random', 'daily', 'fixed']),
  total: z.int().min(1).max(200),
  points: z.strictObject({ single: marks, multiple: marks, truefalse: marks, case: marks }),
  /** Adds up to the total; empty: chapters are covered as evenly as the pool allows. */
  blueprint: z.array(cell).max(200),
  /** How far two people's papers may lie apart, in per cent of expected score and of expected time. */
  tolerance: z.strictObject({ score: z.number().min(0.1).max(100), time: z.number().min(0.1).max(100) }),
  /** Several right options: all or nothing; a share for each right one; or fixed points. A wrong one voids it. */
  partial: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('none') }),
    z.strictObject({ by: z.literal('share') }),
    z.strictObject({ by: z.literal('fixed'), points: marks }),
  ]),
  /** Points off for a wrong answer; none for a missing one. A paper never falls below zero. */
  wrongCosts: z.int().min(0).max(100),
  /** The paper ends with this many wrong answers, given in order and without a way back. Null: it does not. */
  outAfter: z.int().min(1).max(200).nullable(),
  /** Points. */
  passMark: z.int().min(1).max(20_000).nullable(),
})

/** Which of a person's attempts make the result. */
export const counts = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('first') }),
  z.strictObject({ by: z.literal('last') }),
  z.strictObject({ by: z.literal('best') }),
  /** Mean of the best k; compared, and shown, as their sum, so that a missing one counts as nothing. */
  z.strictObject({ by: z.literal('mean-of-best'), k: z.int().min(2).max(100) }),
  /** All points; of one day at most the cap. */
  z.strictObject({ by: z.literal('daily-sum'), cap: z.int().min(1).max(1_000_000).nullable() }),
  z.strictObject({ by: z.literal('perfect-papers') }),
  /** Papers with at least the pass mark. */
  z.strictObject({ by: z.literal('passed-papers') }),
  /** Days with at least one perfect paper. */
  z.strictObject({ by: z.literal('perfect-days') }),
])

export const tieBreaks = ['more-correct', 'less-time', 'earlier-finish', 'fewer-attempts', 'lot', 'shared'] as const

/** Asked in order among equal scores; ends in 'shared' or 'lot', which decide every case. */
export const ties = z.array(z.enum(tieBreaks)).max(6)

export const feedback = z.strictObject({
  score: z.enum(['at-once', 'at-close']),
  /** When keys and explanations may be seen by those who have finished. */
  answers: z.enum(['at-once', 'per-stage', 'at-close', 'never']),
  rank: z.boolean(),
  /** Boards stand still for so long before the close. Null: they do not. */
  freezeSeconds: z
    .int()
    .min(1)
    .max(90 * 24 * 3600)
    .nullable(),
})
