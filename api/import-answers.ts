/** Schemas of what files bring in: the types of core/wire-import.ts, for the OpenAPI document. */
import { z } from 'zod'
import type { ColumnMapping } from '#core/bank/mapping'
import type * as wire from '#core/wire-import'
import { wireDraft, wireProblem } from './staff-answers.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const counts = {
  rowsIn: z.int(),
  added: z.int(),
  revised: z.int(),
  unchanged: z.int(),
  refused: z.int(),
}
const target = z.string() as unknown as z.ZodType<ColumnMapping[string]>

const wireHeadings = z.object({
  sheet: z.string(),
  headless: z.boolean(),
  columns: z.array(
    z.object({
      column: z.int(),
      letter: z.string(),
      heading: z.string(),
      samples: z.array(z.string()),
      target: target.nullable(),
    }),
  ),
}) satisfies z.ZodType<wire.WireHeadings>

const asked = { stem: text, options: z.array(text.extend({ right: z.boolean() })) }

const wireTwin = z.object({
  place: z.string(),
  alike: z.int(),
  own: z.object(asked),
  set: z.string(),
  setName: z.string(),
  id: z.string(),
  ...asked,
}) satisfies z.ZodType<wire.WireTwin>

export const wirePreview = z.object({
  id: z.string(),
  fileName: z.string(),
  format: z.string(),
  expiresAt: z.int(),
  headings: wireHeadings.nullable(),
  needsColumns: z.boolean(),
  mapped: z.boolean(),
  target: z.object({ id: z.string(), name: z.string() }).nullable(),
  head: z.object({ name: z.string(), owner: z.string(), licence: z.string(), source: z.string() }).nullable(),
  ...counts,
  good: z.int(),
  errors: z.int(),
  warnings: z.int(),
  problems: z.array(wireProblem),
  questions: z.array(wireDraft),
  pages: z.object({ problems: z.int(), questions: z.int() }),
  twins: z.array(wireTwin),
  twinCount: z.int(),
  sameFile: z.object({ set: z.string(), name: z.string(), at: z.int() }).nullable(),
}) satisfies z.ZodType<wire.WirePreview>

export const wireProgress = z.object({
  stage: z.enum(['reading', 'checking', 'comparing', 'storing', 'done', 'refused']),
  done: z.int(),
  total: z.int(),
  says: z.string().optional(),
}) satisfies z.ZodType<wire.WireProgress>

export const wireBegun = z.object({ id: z.string() })

export const wireStored = z.object({
  set: z.string(),
  batch: z.string(),
  stored: z.int(),
  ...counts,
}) satisfies z.ZodType<wire.WireStored>

const wireBatch = z.object({
  id: z.string(),
  name: z.string(),
  fileName: z.string(),
  set: z.string().nullable(),
  setName: z.string(),
  by: z.string(),
  createdAt: z.int(),
  stored: z.int(),
  ...counts,
  undoneAt: z.int().nullable(),
}) satisfies z.ZodType<wire.WireBatch>

export const wireBatches = z.object({ batches: z.array(wireBatch), more: z.boolean() })
