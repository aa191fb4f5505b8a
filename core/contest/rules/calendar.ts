/** Stages and dates inside the contest's own window; the clock of a paper; how often one may answer. */
import { z } from 'zod'
import { localText, moment, partId, span } from './part.ts'

export const calendar = z.strictObject({
  /** When a new day begins, hours after midnight in Shanghai: daily limits and daily sums follow it. */
  dayStartsHour: z.int().min(0).max(23),
  /** One after another; none: the whole contest is one. Between two stages nobody may start. */
  stages: z.array(z.strictObject({ id: partId, name: localText, ...span.shape })).max(100),
  /** Attempts that count for nothing, before the contest opens. */
  warmUp: span.nullable(),
  /** When its page invites to practise, without a clock, with the handbook's questions. */
  practice: span.nullable(),
  announcedAt: moment.nullable(),
  claimsUntil: moment.nullable(),
})

export const clock = z.strictObject({
  /** Length of one attempt; the deadline is never after the close. Null: until the close. There is no pause. */
  seconds: z
    .int()
    .min(10)
    .max(24 * 3600)
    .nullable(),
  /** Time for each question, in order and without a way back. Null: none of its own. */
  questionSeconds: z.int().min(3).max(3600).nullable(),
  /** Taken and marked as late after a deadline. Five seconds cover a slow network, not a slow reader. */
  graceSeconds: z.int().min(0).max(5),
})

const limit = z.int().min(1).max(1000).nullable()

/** Null: no such limit. */
export const attempts = z.strictObject({
  total: limit,
  perDay: limit,
  /** Weeks begin on Monday, at the hour at which days begin. */
  perWeek: limit,
  perStage: limit,
  /** From the end of one attempt to the start of the next. */
  cooldownSeconds: z
    .int()
    .min(0)
    .max(30 * 24 * 3600),
  /** After handing in, wrong answers may be tried again until they are right. The score stays. */
  untilRight: z.boolean(),
})

/** What the law forbids to sell or to count; anything but nothing is refused. */
export const extras = z.strictObject({
  feeYuan: z.int().min(0).max(1_000_000),
  boughtPoints: z.int().min(0).max(1_000_000),
  signInPoints: z.int().min(0).max(1_000_000),
  sharePoints: z.int().min(0).max(1_000_000),
  onlinePoints: z.int().min(0).max(1_000_000),
  shareAttempts: z.int().min(0).max(1_000_000),
})
