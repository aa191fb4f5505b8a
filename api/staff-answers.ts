/** Schemas of what staff get: the types of core/wire-staff.ts, for the OpenAPI document. */
import { z } from 'zod'
import { roles } from '#core/account/roles'
import { problemCodes } from '#core/bank/problem'
import { contestRules } from '#core/contest/rules'
import { questionKinds } from '#core/question/question'
import { questionStates } from '#core/question/state'
import type * as wire from '#core/wire-staff'
import { refusing } from './schemas.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const day = z.string().nullable()

export const wireDraft = z.object({
  place: z.string(),
  kind: z.enum(questionKinds),
  chapter: z.int().nullable(),
  level: z.int(),
  validFrom: day,
  validTo: day,
  scenario: text.nullable(),
  stem: text,
  options: z.array(text.extend({ right: z.boolean() })),
  explanation: text,
}) satisfies z.ZodType<wire.WireDraft>

export const wireProblem = z.object({
  severity: z.enum(['error', 'warning']),
  place: z.string(),
  code: z.enum(problemCodes),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  says: z.string(),
}) satisfies z.ZodType<wire.WireProblem>

export const wireSet = z.object({
  id: z.string(),
  name: z.string(),
  source: z.string(),
  licence: z.string(),
  createdAt: z.int(),
  owner: z.string(),
  retiredAt: z.int().nullable(),
  questions: z.int(),
  states: z.record(z.enum(questionStates), z.int()),
}) satisfies z.ZodType<wire.WireSet>

const wireImport = z.object({
  fileName: z.string(),
  rowsIn: z.int(),
  stored: z.int(),
  refused: z.int(),
  createdAt: z.int(),
}) satisfies z.ZodType<wire.WireImport>

export const wireSetView = wireSet.extend({
  imports: z.array(wireImport),
  shown: z.array(wireDraft.extend({ id: z.string(), state: z.enum(questionStates), inUse: z.boolean() })),
  pages: z.int(),
})

export const wireStaffContest = z.object({
  slug: z.string(),
  title: text,
  summary: text,
  edition: z.string(),
  opensAt: z.int(),
  closesAt: z.int(),
  publishedAt: z.int().nullable(),
  approval: z.string().nullable(),
  phase: z.enum(['draft', 'announced', 'open', 'closed']),
  rules: contestRules,
  sets: z.array(z.object({ id: z.string(), name: z.string() })),
  pool: z.int(),
  lacking: z.array(
    z.object({
      chapter: z.int().nullable(),
      kind: z.enum(['single', 'multiple', 'truefalse', 'case']).nullable(),
      level: z.int().nullable(),
      count: z.int(),
      have: z.int(),
    }),
  ),
  started: z.int(),
  finished: z.int(),
  participants: z.int(),
}) satisfies z.ZodType<wire.WireStaffContest>

export const wireStaff = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string().nullable(),
  roles: z.array(z.enum(roles)).readonly(),
  createdAt: z.int(),
  state: z.enum(['invited', 'active', 'deactivated']),
  secondFactor: z.boolean(),
  own: z.boolean(),
}) satisfies z.ZodType<wire.WireStaff>

export const wireLink = z.object({ login: z.string(), link: z.string() })

/** A file: its media type is that of the wished format. */
export const file = z.instanceof(Buffer).meta({ type: 'string', format: 'binary' })

/** The refusals a staff route may give. */
export const refusingStaff = { ...refusing, 413: refusing[400], 415: refusing[400], 422: refusing[400] }
