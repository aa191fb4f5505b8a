/** Schemas of what the API takes and gives; the OpenAPI document is made from them. */
import { z } from 'zod'
import { roles } from '#core/account/roles'
import { hindrances } from '#core/contest/allowed'
import { questionKinds } from '#core/question/question'
import { leagueViews } from '#core/standing/league'
import type * as wire from '#core/wire'

export const localeQuery = z.object({ locale: z.enum(['zh', 'en']).optional() })
export const slugParams = z.object({ slug: z.string().min(1).max(80) })
export const attemptParams = z.object({ id: z.string().min(1).max(40) })
export const answerParams = attemptParams.extend({
  position: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number),
})
/** A request without content may come as {} or as nothing at all. */
export const nothing = z.strictObject({}).nullish()

const instant = z.int().meta({ description: 'Epoch milliseconds' })

export const problem = z.looseObject({
  type: z.string(),
  status: z.int(),
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  instance: z.string(),
}) satisfies z.ZodType<wire.Problem>

const wireQuestion = z.object({
  position: z.int(),
  kind: z.enum(questionKinds),
  scenario: z.string().nullable(),
  stem: z.string(),
  options: z.array(z.object({ id: z.string(), text: z.string() })),
  points: z.number(),
}) satisfies z.ZodType<wire.WireQuestion>

export const wireAttempt = z.object({
  attempt: z.object({
    id: z.string(),
    contest: z.string(),
    number: z.int(),
    startedAt: instant,
    deadlineAt: instant,
    finishedAt: instant.nullable(),
    heldAt: instant.nullable(),
    total: z.int(),
    here: z.boolean(),
  }),
  serverNow: instant,
  oneWay: z.object({ position: z.int().nullable(), closesAt: instant.nullable() }).nullable(),
  paper: z.array(wireQuestion),
  answers: z.array(z.object({ position: z.int(), choice: z.array(z.string()), sequence: z.int(), savedAt: instant })),
}) satisfies z.ZodType<wire.WireAttempt>

export const answerBody = z.strictObject({
  choice: z.array(z.string().max(40)).max(8),
  sequence: z.int().min(1).max(2_000_000_000),
})

export const wireClock = z.object({
  deadlineAt: instant,
  heldAt: instant.nullable(),
  over: z.boolean(),
  serverNow: instant,
}) satisfies z.ZodType<wire.WireClock>

export const wireSaved = z.object({
  savedAt: instant,
  serverNow: instant,
  sequence: z.int(),
  late: z.boolean(),
  over: z.boolean().optional(),
}) satisfies z.ZodType<wire.WireSaved>

export const wireFinish = z.object({
  score: z.number().nullable(),
  maximum: z.number(),
  correct: z.int().nullable(),
  scoreAt: instant,
  total: z.int(),
  durationMs: z.int(),
  finishedAt: instant,
}) satisfies z.ZodType<wire.WireFinish>

export const wireMine = z.object({
  allowed: z.int().nullable(),
  next: z.object({ why: z.enum(hindrances), at: instant.nullable() }).nullable(),
  attempts: z.array(
    z.object({
      id: z.string(),
      startedAt: instant,
      deadlineAt: instant,
      finishedAt: instant.nullable(),
      score: z.number().nullable(),
      maximum: z.number(),
    }),
  ),
}) satisfies z.ZodType<wire.WireMine>

const wireReviewed = z.object({
  position: z.int(),
  kind: z.enum(questionKinds),
  chapter: z.int().nullable(),
  scenario: z.string().nullable(),
  stem: z.string(),
  options: z.array(z.object({ text: z.string(), chosen: z.boolean(), right: z.boolean() })),
  isRight: z.boolean(),
  decision: z.enum(['give-all', 'accept', 'void']).nullable(),
  answered: z.boolean(),
  explanation: z.string(),
  sources: z.array(z.object({ law: z.string(), article: z.string(), name: z.string() })),
  entry: z.object({ address: z.string(), title: z.string() }).nullable(),
}) satisfies z.ZodType<wire.WireReviewed>

export const wireResult = wireFinish.extend({
  attempt: z.string(),
  contest: z.string(),
  startedAt: instant,
  finishedBy: z.enum(['person', 'server']),
  rank: z.int().nullable(),
  rankWaits: z.enum(['reveal', 'regrade']).nullable(),
  participants: z.int(),
  region: z.object({ slug: z.string(), name: z.string(), rank: z.int(), participants: z.int() }).nullable(),
  won: z.array(z.object({ tier: z.string(), prize: z.string() })),
  answersFrom: instant.nullable(),
  corrections: z.array(
    z.object({
      position: z.int(),
      decision: z.enum(['give-all', 'accept', 'void']),
      text: z.string(),
      at: instant,
      undoneAt: instant.nullable(),
    }),
  ),
  review: z.array(wireReviewed).nullable(),
}) satisfies z.ZodType<wire.WireResult>

const personRow = z.object({
  rank: z.int(),
  name: z.string(),
  region: z.string().nullable(),
  regionName: z.string().nullable(),
  score: z.number(),
  durationMs: z.int(),
}) satisfies z.ZodType<wire.WirePersonRow>

const groupRow = z.object({
  rank: z.int().nullable(),
  slug: z.string(),
  name: z.string(),
  participants: z.int().nullable(),
  mean: z.number().nullable(),
  perTenThousand: z.number().nullable(),
  growth: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
}) satisfies z.ZodType<wire.WireGroupRow>

export const standingsQuery = localeQuery.extend({
  by: z.enum(['person', 'region', 'organisation']).default('person'),
  region: z.string().min(1).max(40).optional(),
  scope: z
    .string()
    .regex(/^(whole|stage-[a-z0-9-]{1,40}|track-[a-z0-9-]{1,40}|day-\d{4}-\d\d-\d\d)$/)
    .default('whole')
    .meta({ description: 'whole, stage-…, track-… or day-YYYY-MM-DD' }),
  view: z.enum(leagueViews).default('participation').meta({ description: 'How districts and counties are compared' }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  after: z.string().max(600).optional().meta({ description: '`next` of the page before; goes before `page`' }),
})

export const wireStandings = z.object({
  by: z.enum(['person', 'region', 'organisation']),
  scope: z.string(),
  region: z.string().nullable(),
  view: z.enum(leagueViews).nullable(),
  rows: z.union([z.array(personRow), z.array(groupRow)]),
  participants: z.int(),
  me: personRow.nullable(),
  page: z.int(),
  pages: z.int(),
  next: z.string().nullable(),
  day: z.string().nullable(),
  frozenSince: instant.nullable(),
  revealing: z.boolean(),
  regrading: z.boolean(),
  ranks: z.boolean(),
  asOf: instant,
}) satisfies z.ZodType<wire.WireStandings>

export const wireMe = z.object({
  id: z.string(),
  phone: z.string().nullable(),
  name: z.string().nullable(),
  showName: z.boolean(),
  region: z
    .object({ edition: z.string(), slug: z.string(), name: z.object({ zh: z.string(), en: z.string() }) })
    .nullable(),
  organisation: z.string().nullable(),
  roles: z.array(z.enum(roles)).readonly(),
}) satisfies z.ZodType<wire.WireMe>

export const wireRegion = z.object({
  slug: z.string(),
  name: z.string(),
  short: z.string(),
  kind: z.enum(['district', 'county', 'autonomous_county', 'zone']),
  group: z.string().nullable(),
  population: z.int().nullable(),
  populationNote: z.string().nullable(),
  tileCol: z.int().nullable(),
  tileRow: z.int().nullable(),
  pinyin: z.string(),
  initials: z.string(),
  hosts: z.array(z.string()),
  formerly: z.array(z.object({ slug: z.string(), name: z.string(), note: z.string() })),
}) satisfies z.ZodType<wire.WireRegion>

/** The refusals every route may give. */
export const refusing = {
  400: problem,
  401: problem,
  403: problem,
  404: problem,
  409: problem,
  429: problem,
  503: problem,
}
