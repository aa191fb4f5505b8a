/** Schemas of statistics and regrades. */
import { z } from 'zod'
import type { Decision } from '#core/attempt/regrade'
import type * as wire from '#core/wire-regrade'
import type { RegradeWish } from '#services/regrade'
import { slugParams } from './schemas.ts'

const text = z.object({ zh: z.string(), en: z.string() })

const wireItem = z.object({
  question: z.string(),
  revision: z.int(),
  number: z.string(),
  current: z.boolean(),
  kind: z.enum(['single', 'multiple', 'truefalse', 'case']),
  chapter: z.int().nullable(),
  stem: text,
  shown: z.int(),
  answered: z.int(),
  right: z.int(),
  facility: z.int(),
  discrimination: z.int().nullable(),
  choices: z.array(z.object({ text, times: z.int(), right: z.boolean().nullable() })),
  timed: z.int(),
  meanMs: z.int(),
  medianMs: z.int(),
  few: z.boolean(),
}) satisfies z.ZodType<wire.WireItem>

export const wireStatistics = z.object({
  computedAt: z.int().nullable(),
  people: z.int(),
  mean: z.int(),
  deviation: z.int(),
  reliability: z.int().nullable(),
  method: z.enum(['kr20', 'alpha', 'kr20-random', 'alpha-random']),
  few: z.boolean(),
  items: z.array(wireItem),
}) satisfies z.ZodType<wire.WireStatistics>

const wireDecision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('give-all') }),
  z.strictObject({ kind: z.literal('accept'), choices: z.array(z.array(z.int().min(0).max(7)).min(1).max(8)).max(20) }),
  z.strictObject({ kind: z.literal('void') }),
]) satisfies z.ZodType<wire.WireDecision>

const place = z.object({ score: z.int(), rank: z.int(), award: text.nullable(), goesOn: z.boolean() }).nullable()
const move = z.object({ name: z.string().nullable(), region: z.string().nullable(), before: place, after: place })
const listSize = z.object({ people: z.int(), chances: z.int() })
const listChange = z.object({
  name: text,
  stage: text.nullable(),
  day: z.string().nullable(),
  state: z.enum(['open', 'frozen', 'drawn', 'instant']),
  before: listSize,
  after: listSize,
  on: z.int(),
  off: z.int(),
}) satisfies z.ZodType<wire.WireListChange>
const groupPlace = z.object({ rank: z.int(), awarded: z.boolean() }).nullable()
const groupMove = z.object({ name: z.string(), before: groupPlace, after: groupPlace })
const winnersState = z.enum(['none', 'settled', 'published'])
export const wireEffect = z.object({
  papers: z.int(),
  changed: z.int(),
  people: z.int(),
  gained: z.int(),
  lost: z.int(),
  mostGained: z.int(),
  mostLost: z.int(),
  up: z.int(),
  down: z.int(),
  awardChanges: z.int(),
  awards: z.array(move),
  finals: z.object({ changes: z.int(), people: z.array(move) }).nullable(),
  movers: z.array(move),
  perfect: z.object({ before: z.int(), after: z.int() }),
  draws: z.array(listChange),
  groups: z.array(z.object({ award: text, regions: z.boolean(), changes: z.array(groupMove) })),
  lists: z.object({ awards: winnersState, collective: winnersState }),
}) satisfies z.ZodType<wire.WireEffect>

export const wireRegrade = z.object({
  id: z.string(),
  question: z.string(),
  revision: z.int(),
  number: z.string(),
  stem: text,
  decision: wireDecision,
  reason: z.string(),
  erratum: text,
  by: z.string(),
  at: z.int(),
  undone: z.object({ by: z.string(), at: z.int(), reason: z.string() }).nullable(),
  settledAt: z.int().nullable(),
  marked: z.int(),
  total: z.int(),
}) satisfies z.ZodType<wire.WireRegrade>

export const wishBody = z.strictObject({
  question: z.string().max(40),
  revision: z.int().min(1).max(100_000),
  decision: wireDecision,
})
export const words = z.string().trim().max(500)
export const decideBody = wishBody.extend({ reason: words, erratum: z.strictObject({ zh: words, en: words }) })
export const undoParams = slugParams.extend({ id: z.string().max(40) })

export const wishOf = ({ question, revision, decision }: z.infer<typeof wishBody>): RegradeWish => ({
  question,
  revision,
  decision: decisionOf(decision),
})

function decisionOf(decision: wire.WireDecision): Decision {
  if (decision.kind !== 'accept') return decision
  const bits = (options: number[]) => options.reduce((set, option) => set | (1 << option), 0)
  return { kind: 'accept', choices: decision.choices.map(bits) }
}
