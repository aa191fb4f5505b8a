/** Files of questions before anything is stored: upload, name columns, look at what would happen. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { fields, optionColumns } from '#core/bank/columns'
import type { SaidColumns } from '#core/bank/mapping'
import { sheetLimits } from '#core/bank/sheet'
import type { WirePreview, WireProgress } from '#core/wire-import'
import { messagesIn } from '#messages/messages'
import { inWords } from '#messages/problem'
import { progressOf } from '#services/import-progress'
import { type Pages, type Preview, previewById } from '#services/preview'
import { exportRest } from '#services/question-export'
import { beginImport, mapColumns } from '#services/question-import'
import type { Runtime } from '#services/runtime'
import { wireBegun, wirePreview, wireProgress } from './import-answers.ts'
import { requireRight } from './person.ts'
import { localeOf, problemOf, refuse } from './problem.ts'
import { sendFile } from './question-sets.ts'
import { localeQuery } from './schemas.ts'
import { file, refusingStaff } from './staff-answers.ts'
import { idParams, publicId } from './staff-schemas.ts'
import type { Api } from './typed.ts'

export function questionPreviewRoutes(app: Api, rt: Runtime): void {
  app.register(async scope => uploadRoute(scope, rt))
  previewRoutes(app, rt)
}

/** By content, not by name or type: any of these may hold any format. */
const uploadTypes = [
  'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/zip',
  'application/xml',
  'text/csv',
  'text/plain',
  'text/xml',
]

/** The file itself is the body. Who may not upload is told so before the body is read. */
function uploadRoute(scope: Api, rt: Runtime): void {
  scope.addContentTypeParser(uploadTypes, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  scope.post(
    '/question-sets/previews',
    {
      config: { rawBody: true },
      bodyLimit: sheetLimits.bytes + 1,
      onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
        const allowed = await requireRight(rt, request, 'questions.write')
        if (!allowed.ok) return refuse(reply, allowed)
      },
      schema: {
        summary:
          'Upload a file and see what would be stored: nothing is stored. The body is the file, at most 5 MB. With wait=false the answer is its id at once, and its progress can be asked for',
        consumes: uploadTypes,
        querystring: localeQuery.extend({
          fileName: z.string().trim().min(1).max(200),
          set: publicId.optional(),
          wait: z.enum(['true', 'false']).default('true'),
        }),
        response: { 201: wirePreview, 202: wireBegun, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const { fileName: name, set = null, wait } = request.query
      const bytes = Uint8Array.from(Buffer.isBuffer(request.body) ? request.body : [])
      const begun = await beginImport(rt, allowed.value, { name, bytes, set })
      if (!begun.ok) return refuse(reply, begun)
      const { id, done } = begun.value
      if (wait === 'false') return reply.code(202).send({ id })
      const read = await done
      const preview = read.ok ? await previewById(rt, allowed.value, id) : read
      return preview.ok ? reply.code(201).send(said(preview.value, request)) : refuse(reply, preview)
    },
  )
}

const page = z.coerce.number().int().min(1).max(10_000).default(1)
const pagesQuery = localeQuery.extend({ problems: page, questions: page })
const options = Array.from({ length: optionColumns }, (_, option) => `option ${option}` as const)
const targets = [...fields, ...options].flatMap(name => [name, `${name}/en` as const])
const columnsBody = z.strictObject({
  columns: z.record(z.string().regex(/^\d{1,2}$/), z.enum(targets)),
  headless: z.boolean().default(false),
}) satisfies z.ZodType<SaidColumns>

function previewRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/question-sets/previews/:id',
    {
      schema: {
        summary: 'The preview again, for a day; problems by the hundred, questions by fifty',
        params: idParams,
        querystring: pagesQuery,
        response: { 200: wirePreview, ...refusingStaff },
      },
    },
    async (request, reply) => answerPreview(rt, request, reply, request.params.id, request.query),
  )

  app.get(
    '/question-sets/previews/:id/progress',
    {
      schema: {
        summary: 'How far reading or storing is',
        params: idParams,
        querystring: localeQuery,
        response: { 200: wireProgress, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const step = progressOf(rt, allowed.value.id, request.params.id)
      if (!step) return refuse(reply, 'not-found')
      const { no, ...shown } = step
      const answer: WireProgress = no ? { ...shown, says: words(no, request) } : shown
      return reply.header('cache-control', 'private, no-store').send(answer)
    },
  )

  app.put(
    '/question-sets/previews/:id/columns',
    {
      schema: {
        summary:
          'Say what the columns of a foreign sheet hold, and whether its first row is a question already (headless); the same first row is read so next time',
        params: idParams,
        querystring: localeQuery,
        body: columnsBody,
        response: { 200: wirePreview, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const mapped = await mapColumns(rt, allowed.value, request.params.id, request.body)
      return mapped.ok ? answerPreview(rt, request, reply, mapped.value.id) : refuse(reply, mapped)
    },
  )

  app.get(
    '/question-sets/previews/:id/rest',
    {
      schema: {
        summary: 'The rows that are not stored, with what is wrong marked in the cells',
        params: idParams,
        querystring: localeQuery,
        response: { 200: file, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const rest = await exportRest(rt, allowed.value, request.params.id, localeOf(request))
      return rest.ok ? sendFile(reply, rest.value.name, rest.value.type, rest.value.bytes) : refuse(reply, rest)
    },
  )
}

async function answerPreview(rt: Runtime, request: FastifyRequest, reply: FastifyReply, id: string, pages?: Pages) {
  const allowed = await requireRight(rt, request, 'questions.write')
  if (!allowed.ok) return refuse(reply, allowed)
  const preview = await previewById(rt, allowed.value, id, pages)
  return preview.ok ? said(preview.value, request) : refuse(reply, preview)
}

/** A refusal with its place in the file, as the form shows it. */
function words(no: Parameters<typeof problemOf>[0], request: FastifyRequest): string {
  const { detail, ...rest } = problemOf(no, localeOf(request), '')
  const { sheet, cell, part, row } = rest as Record<string, string | number | undefined>
  const where = [sheet, cell ?? part ?? row].filter(Boolean).join('!')
  return where ? messagesIn(localeOf(request)).bank.atPlace(where, detail) : detail
}

function said(preview: Preview, request: FastifyRequest): WirePreview {
  const text = messagesIn(localeOf(request)).bank
  return { ...preview, problems: preview.problems.map(problem => inWords(problem, text)) }
}
