/** What is published, how a prize is claimed, and how the contest is kept honest. */
import { z } from 'zod'
import { days } from './part.ts'

export const publicity = z.strictObject({
  /** 张*, 张**, 张*丰, or nobody's name. */
  name: z.enum(['surname', 'surname-two', 'ends', 'hidden']),
  /** 138****1234, *******1234, or none. */
  phone: z.enum(['ends', 'last-four', 'hidden']),
  organisation: z.enum(['shown', 'hidden']),
  noticeDays: days,
  /** Where objections go: a telephone number, an address, a window. */
  objectionsTo: z.string().trim().max(200),
  formats: z.array(z.enum(['page', 'xlsx', 'csv', 'pdf'])).max(4),
  answerKey: z.boolean(),
  errata: z.boolean(),
})

/** Which data a claim asks for stands in `identity`. */
export const claim = z.strictObject({
  /** After the winners are published; calendar.claimsUntil goes before it. Later is given up. */
  days: z.int().min(1).max(365),
  /** Alternates are called up for what was given up. */
  alternates: z.boolean(),
  /** After the end of the claims, what winners gave for them is erased. */
  eraseAfterDays: days,
})

export const integrity = z.strictObject({
  /** Papers handed in faster are marked for a look. */
  minimumSeconds: z.int().min(0).max(3600),
  /** Somebody has looked before winners are published. */
  review: z.boolean(),
  /** After being struck out, with the reason. 0: no appeal. */
  appealDays: days,
})
