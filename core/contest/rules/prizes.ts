/** Awards by rank, draws by lot, awards to organisations and districts, and the final. */
import { z } from 'zod'
import { localText, partId, quantity } from './part.ts'

/** A group of equal prizes. `value` in yuan, of one of them; 0 for a certificate. */
const tier = z.strictObject({
  id: partId,
  name: localText,
  count: quantity,
  prize: localText,
  value: z.int().min(0).max(10_000_000),
})

export const awards = z.strictObject({
  tiers: z.array(tier).max(20),
  /** Equal ranks at the end of a tier: all get it; a lot decides; or none of them and the tier stays smaller. */
  cut: z.enum(['all', 'lot', 'none']),
  /** Each track has its own tiers; without tracks it changes nothing. */
  perTrack: z.boolean(),
  /** One prize a person over awards and draws: the higher one stays. */
  onePrizeEach: z.boolean(),
  /** Whoever stands next moves up when someone is struck out. */
  rollDown: z.boolean(),
})

export const draws = z
  .array(
    z.strictObject({
      id: partId,
      name: localText,
      when: z.enum(['instant', 'daily', 'per-stage', 'final']),
      /** Instant: one in so many chances wins, as long as there are prizes. */
      oneIn: z.int().min(1).max(1_000_000).nullable(),
      qualify: z.discriminatedUnion('by', [
        z.strictObject({ by: z.literal('finished') }),
        z.strictObject({ by: z.literal('perfect') }),
        z.strictObject({ by: z.literal('pass') }),
        z.strictObject({ by: z.literal('perfect-days'), days: z.int().min(1).max(366) }),
        /** Of what counts, in the scope of the draw. */
        z.strictObject({ by: z.literal('points'), points: z.int().min(1).max(1_000_000) }),
      ]),
      chances: z.discriminatedUnion('by', [
        z.strictObject({ by: z.literal('person') }),
        z.strictObject({ by: z.literal('perfect-paper') }),
        z.strictObject({ by: z.literal('points'), each: z.int().min(1).max(1_000_000) }),
      ]),
      tiers: z.array(tier).max(20),
      /** Too few qualify: the next scores too, down to this one. Null: the prizes that are left are not given. */
      fallBackTo: z.int().min(0).max(1_000_000).nullable(),
      excludeEarlier: z.boolean(),
      alternates: quantity,
      /** Who watches: notary, colleague. */
      witnesses: z.array(z.string().trim().min(1).max(60)).max(20),
    }),
  )
  .max(50)

const weight = z.int().min(0).max(100)

/** 组织奖: districts and organisations are ranked apart, each by a list of its own. */
export const groupAwards = z
  .array(
    z.strictObject({
      id: partId,
      name: localText,
      of: z.enum(['organisations', 'regions']),
      by: z.discriminatedUnion('by', [
        z.strictObject({ by: z.literal('entrants') }),
        /** Entrants in the denominator: residents, or the organisation's people. */
        z.strictObject({ by: z.literal('rate') }),
        z.strictObject({ by: z.literal('mean') }),
        z.strictObject({ by: z.literal('total') }),
        /** Per cent of each measure, which is taken relative to the best group's. */
        z.strictObject({
          by: z.literal('mix'),
          entrants: weight,
          rate: weight,
          mean: weight,
          total: weight,
        }),
      ]),
      /** Entrants a group needs before it is ranked. */
      minimumSize: z.int().min(1).max(1_000_000),
      count: quantity,
      prize: localText,
    }),
  )
  .max(20)

/** The first n go on: to a stage of this contest, which is open to them alone, or to a final in the room. */
export const final = z
  .strictObject({
    first: quantity,
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('stage'), stage: partId }),
      z.strictObject({ kind: z.literal('live') }),
    ]),
  })
  .nullable()
