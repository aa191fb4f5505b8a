/** One contest's rules as data: they drive the engine, the set-up form and the public rules. */
import { z } from 'zod'

export const tieBreaks = ['less-time', 'earlier-finish', 'shared'] as const

/** Marks of one right answer. */
const points = z.int().min(1).max(100)

export const contestRules = z.strictObject({
  version: z.literal(1),
  paper: z.strictObject({
    /** Questions on one paper, drawn at random per person from the contest's sets. */
    total: z.int().min(1).max(200),
    points,
  }),
  clock: z.strictObject({
    /** Length of one attempt; the deadline is never after the contest's close. */
    seconds: z
      .int()
      .min(10)
      .max(24 * 3600),
    /** Taken and marked as late after the deadline. Five seconds cover a slow network, not a slow reader. */
    graceSeconds: z.int().min(0).max(5),
  }),
  attempts: z.strictObject({ total: z.int().min(1).max(100) }),
  counts: z.enum(['first', 'last', 'best']),
  /** Asked in order among equal scores; ends in 'shared' or in what decides every case. */
  ties: z.array(z.enum(tieBreaks)).min(1).max(3),
  feedback: z.strictObject({
    /** When keys and explanations may be seen by those who have finished. */
    answers: z.enum(['after-finish', 'at-close', 'never']),
    rank: z.boolean(),
  }),
  /** The first n of the final standings are the winners. */
  winners: z.int().min(0).max(100_000),
})

export type ContestRules = z.infer<typeof contestRules>

/** What a new contest starts from: once, best score, ties by time, then shared. */
export const usualRules: ContestRules = {
  version: 1,
  paper: { total: 20, points: 5 },
  clock: { seconds: 600, graceSeconds: 3 },
  attempts: { total: 1 },
  counts: 'best',
  ties: ['less-time', 'shared'],
  feedback: { answers: 'after-finish', rank: true },
  winners: 100,
}
