/** Schemas of what is sent and got about single questions: the types of core/wire-bank.ts. */
import { z } from 'zod'
import { problemCodes } from '#core/bank/problem'
import { changeFields } from '#core/question/difference'
import { editCodes } from '#core/question/edit'
import { dimensions, orders } from '#core/question/filter'
import { maximumOptions, questionKinds } from '#core/question/question'
import { questionActions, questionStates } from '#core/question/state'
import type * as wire from '#core/wire-bank'
import { localeQuery } from './schemas.ts'

export const publicId = z.string().regex(/^[\w-]{22}$/)
const text = z.object({ zh: z.string(), en: z.string() })
const act = z.enum([...questionActions, 'add', 'edit', 'restore'])
const state = z.enum(questionStates)
const use = z.object({ shown: z.int(), facility: z.int().nullable(), discrimination: z.int().nullable() })
const locale = z.enum(['zh', 'en'])

/** The filter as addresses carry it; what makes no sense in it is left out. */
export const filterQuery = z.object({
  q: z.string().max(200).optional(),
  ...Object.fromEntries(dimensions.map(one => [one, z.string().max(60).optional()])),
  article: z.string().max(10).optional(),
  order: z.enum(orders).optional(),
})
export const listQuery = localeQuery.extend({
  ...filterQuery.shape,
  page: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .optional(),
})

export const wireActed = z.object({
  id: z.string(),
  number: z.string(),
  stem: text,
}) satisfies z.ZodType<wire.WireActed>
const hindrances = ['right', 'state', 'not-in-use', 'own'] as const
export const wirePlan = z.object({
  action: z.enum(questionActions),
  count: z.int(),
  questions: z.array(wireActed),
  leftCount: z.int(),
  left: z.array(
    wireActed.extend({ why: z.enum([...hindrances, 'same-set', 'number-taken', 'handbook']), says: z.string() }),
  ),
}) satisfies z.ZodType<wire.WireActPlan>
export const wireDone = wirePlan.extend({ act: z.string() }) satisfies z.ZodType<wire.WireActDone>
export const wireUndone = z.object({ act, count: z.int() }) satisfies z.ZodType<wire.WireUndone>

const wireRow = z.object({
  id: z.string(),
  number: z.string(),
  stem: text,
  english: z.boolean(),
  state,
  inUse: z.boolean(),
  kind: z.enum(questionKinds),
  chapter: z.int().nullable(),
  level: z.int(),
  set: z.object({ id: z.string(), name: z.string() }),
  author: z.string().nullable(),
  at: z.int(),
  use,
  reports: z.int(),
}) satisfies z.ZodType<wire.WireBankRow>
const facet = z.array(z.object({ value: z.string(), name: text, count: z.int() }))
export const wireList = z.object({
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  rows: z.array(wireRow),
  facets: z.object({ state: facet, chapter: facet, kind: facet, level: facet, set: facet, law: facet, use: facet }),
  articles: z.array(z.string()),
}) satisfies z.ZodType<wire.WireBankList>

/** Lengths are said in words by the checks; these only bound what is read at all. */
const writtenText = (most: number) =>
  z.strictObject({ zh: z.string().trim().max(most), en: z.string().trim().max(most) })
const day = z.iso.date().nullable()
export const writtenBody = z.strictObject({
  kind: z.enum(questionKinds),
  chapter: z.int().min(0).max(99).nullable(),
  entryId: z.string().max(10).nullable(),
  level: z.int().min(1).max(5),
  levelReason: writtenText(2000).nullable(),
  seconds: z.int().min(5).max(600),
  validFrom: day,
  validTo: day,
  face: z.strictObject({
    scenario: writtenText(4000).nullable(),
    stem: writtenText(4000),
    options: z.array(writtenText(2000)).max(maximumOptions + 1),
  }),
  right: z
    .int()
    .min(0)
    .max((1 << maximumOptions) - 1),
  explanation: writtenText(6000),
  sources: z
    .array(
      z.strictObject({
        law: z.string().trim().max(40),
        article: z.string().trim().max(20),
        anchors: z.array(z.string().trim().min(1).max(12)).max(8),
      }),
    )
    .max(10),
}) satisfies z.ZodType<wire.WireWritten>

const wireWritten = writtenBody.extend({ levelReason: text.nullish() })
const wireRevision = z.object({
  number: z.int(),
  by: z.string().nullable(),
  at: z.int(),
  inUse: z.boolean(),
  changes: z
    .array(
      z.object({
        field: z.enum(changeFields),
        option: z.int().optional(),
        locale: locale.optional(),
        parts: z.array(z.object({ is: z.enum(['same', 'gone', 'new']), text: z.string() })),
      }),
    )
    .nullable(),
})
const wireHistory = z.object({
  id: z.string(),
  act,
  by: z.string(),
  at: z.int(),
  note: z.string(),
  revision: z.int().nullable(),
  undone: z.object({ by: z.string(), at: z.int() }).nullable(),
})
const wireReport = z.object({
  id: z.string(),
  body: z.string(),
  locale,
  createdAt: z.int(),
  assignedTo: z.string().nullable(),
  handled: z.object({ by: z.string(), at: z.int(), outcome: z.string() }).nullable(),
})
export const wireView = z.object({
  id: z.string(),
  number: z.string(),
  set: z.object({ id: z.string(), name: z.string() }),
  state,
  inUse: z.boolean(),
  publishedRevision: z.int().nullable(),
  revision: z.int(),
  author: z.string().nullable(),
  at: z.int(),
  written: wireWritten,
  actions: z.array(z.object({ action: z.enum(questionActions), why: z.enum(hindrances).nullable() })),
  mayWrite: z.boolean(),
  reviewers: z.int(),
  revisions: z.array(wireRevision),
  history: z.array(wireHistory),
  reports: z.array(wireReport),
  use,
  heldBy: z.array(z.object({ law: z.string(), article: z.string(), inForce: z.string() })),
})

export const wireSaved = z.object({
  id: z.string(),
  revision: z.int(),
  changed: z.boolean(),
}) satisfies z.ZodType<wire.WireSaved>
export const wireChecked = z.object({
  problems: z.array(
    z.object({
      severity: z.enum(['error', 'warning']),
      field: z.string(),
      code: z.enum([...editCodes, ...problemCodes]),
      says: z.string(),
    }),
  ),
  near: z.array(wireActed),
}) satisfies z.ZodType<wire.WireChecked>
