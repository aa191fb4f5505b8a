/** /question-sets: upload and check, store, list. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sheetLimits } from '#core/bank/sheet'
import type { WirePreview } from '#core/wire-staff'
import { messagesIn } from '#messages/messages'
import { inWords } from '#messages/problem'
import { type Preview, previewById } from '#services/preview'
import { listSets, setById } from '#services/question'
import { commitImport, previewImport } from '#services/question-import'
import type { Runtime } from '#services/runtime'
import { templateFile } from '#services/sheet/template'
import { personOf, requireRight } from './person.ts'
import { localeOf, refuse } from './problem.ts'
import { localeQuery } from './schemas.ts'
import { file, refusingStaff, wirePreview, wireSet, wireSetView, wireStored } from './staff-answers.ts'
import { commitBody, idParams } from './staff-schemas.ts'
import type { Api } from './typed.ts'

export function questionSetRoutes(app: Api, rt: Runtime): void {
  app.register(async scope => uploadRoute(scope, rt))
  storingRoutes(app, rt)
  readingRoutes(app, rt)
}

const uploadTypes = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
  'application/octet-stream',
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
        summary: 'Upload a file and see what would be stored: nothing is stored. The body is the file, at most 5 MB',
        consumes: uploadTypes,
        querystring: localeQuery.extend({ fileName: z.string().trim().min(1).max(200) }),
        response: { 201: wirePreview, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const bytes = Uint8Array.from(Buffer.isBuffer(request.body) ? request.body : [])
      const preview = await previewImport(rt, allowed.value, { name: request.query.fileName, bytes })
      return preview.ok ? reply.code(201).send(said(preview.value, request)) : refuse(reply, preview)
    },
  )
}

function storingRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/question-sets/previews/:id',
    {
      schema: {
        summary: 'The preview again, for a day',
        params: idParams,
        querystring: localeQuery,
        response: { 200: wirePreview, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const preview = await previewById(rt, allowed.value, request.params.id)
      return preview.ok ? said(preview.value, request) : refuse(reply, preview)
    },
  )

  app.post(
    '/question-sets',
    {
      schema: {
        summary: 'Store the good rows of a preview as a new set, all or none',
        querystring: localeQuery,
        body: commitBody,
        response: { 201: wireStored, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const { preview, ...set } = request.body
      const stored = await commitImport(rt, allowed.value, preview, set)
      return stored.ok ? reply.code(201).send(stored.value) : refuse(reply, stored)
    },
  )
}

function readingRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/question-sets',
    {
      schema: {
        summary: 'All sets, newest first',
        querystring: localeQuery,
        response: { 200: z.object({ sets: z.array(wireSet) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const writer = await requireRight(rt, request, 'questions.write')
      const reader = writer.ok ? writer : await requireRight(rt, request, 'contests.write')
      return reader.ok ? { sets: await listSets(rt, reader.value) } : refuse(reply, reader)
    },
  )

  app.get(
    '/question-sets/:id',
    {
      schema: {
        summary: 'One set with a page of its questions and keys',
        params: idParams,
        querystring: localeQuery.extend({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
        response: { 200: wireSetView, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const set = await setById(rt, allowed.value, request.params.id, request.query.page)
      return set.ok ? set.value : refuse(reply, set)
    },
  )

  app.get(
    '/question-sets/template',
    {
      schema: {
        summary: 'The template to fill in',
        querystring: localeQuery.extend({ format: z.enum(['xlsx', 'csv']) }),
        response: { 200: file, ...refusingStaff },
      },
    },
    async (request, reply) => {
      if (!(await personOf(rt, request))) return refuse(reply, 'sign-in-required')
      const { name, type, bytes } = await templateFile(request.query.format, localeOf(request))
      return sendFile(reply, name, type, bytes)
    },
  )
}

/** A download that no browser opens as a page. */
export const sendFile = (reply: FastifyReply, name: string, type: string, bytes: Buffer): FastifyReply =>
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`).serializer(raw).send(bytes)

const raw = (bytes: unknown): string => bytes as string

function said(preview: Preview, request: FastifyRequest): WirePreview {
  const text = messagesIn(localeOf(request)).bank
  return { ...preview, problems: preview.problems.map(problem => inWords(problem, text)) }
}
