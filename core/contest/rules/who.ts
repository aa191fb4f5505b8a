/** Who may enter, and what they are asked for. */
import { z } from 'zod'
import { localText, partId } from './part.ts'

/** Asked for at the entry, at a prize claim only, or not at all. */
const field = z.strictObject({
  need: z.enum(['off', 'optional', 'required']),
  at: z.enum(['entry', 'claim']),
})

export const who = z.strictObject({
  /** Districts by slug, organisations by public id; the invited stand on a list of their own. */
  entry: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('open') }),
    z.strictObject({ by: z.literal('regions'), slugs: z.array(z.string().max(60)).max(200) }),
    z.strictObject({ by: z.literal('organisations'), ids: z.array(z.string().max(60)).max(20_000) }),
    z.strictObject({ by: z.literal('invited') }),
  ]),
  /** The district or county is always asked: boards and districts' awards stand on it. */
  organisation: z.strictObject({
    need: z.enum(['off', 'optional', 'required']),
    /** "个人" may be said instead of an organisation. */
    individual: z.boolean(),
    /** How many people an organisation has: what its rate is taken of. */
    people: z.array(z.strictObject({ id: z.string().max(60), people: z.int().min(1).max(10_000_000) })).max(20_000),
  }),
  /** Ages or groups that are ranked apart; none: everybody together. Chosen at the first attempt. */
  tracks: z
    .array(
      z.strictObject({
        id: partId,
        name: localText,
        /** Full years, both included; null: no border. */
        fromAge: z.int().min(0).max(150).nullable(),
        toAge: z.int().min(0).max(150).nullable(),
      }),
    )
    .max(20),
  minimumAge: z.int().min(0).max(100),
  /** Whoever is under 14 may enter once a guardian has agreed. */
  guardian: z.boolean(),
  /** Staff and authors of questions win nothing: the law leaves no choice, the rules say it. */
  staffMayWin: z.boolean(),
})

export const identity = z.strictObject({
  /** Beside the phone, which everybody signs in with. */
  name: field,
  idNumber: z.strictObject({ ...field.shape, lastDigits: z.int().min(4).max(18) }),
  /** Employee's or student's number. */
  number: field,
  address: field,
  /** Two phones of one person: the first account counts, or both are struck out. */
  duplicates: z.enum(['first-counts', 'struck-out']),
})
