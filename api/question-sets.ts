/** /question-sets: list, look at, take out; the templates to fill in. */
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { listSets, setById } from '#services/question'
import { exportSet, questionTemplate } from '#services/question-export'
import type { Runtime } from '#services/runtime'
import { exportFormats } from '#services/sheet/export-file'
import { asItIs } from './as-it-is.ts'
import { personOf, requireRight } from './person.ts'
import { localeOf, refuse } from './problem.ts'
import { localeQuery } from './schemas.ts'
import { file, refusingStaff, wireSet, wireSetView } from './staff-answers.ts'
import { idParams } from './staff-schemas.ts'
import type { Api } from './typed.ts'

export function questionSetRoutes(app: Api, rt: Runtime): void {
  readingRoutes(app, rt)
  fileRoutes(app, rt)
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
}

function fileRoutes(app: Api, rt: Runtime): void {
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
      const { name, type, bytes } = await questionTemplate(rt, request.query.format, localeOf(request))
      return sendFile(reply, name, type, bytes)
    },
  )

  app.get(
    '/question-sets/:id/export',
    {
      schema: {
        summary: 'A whole set as a file that can be edited and uploaded again, or loaded elsewhere',
        params: idParams,
        querystring: localeQuery.extend({ format: z.enum(exportFormats) }),
        response: { 200: file, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.read')
      if (!allowed.ok) return refuse(reply, allowed)
      const made = await exportSet(rt, allowed.value, request.params.id, request.query.format)
      if (!made.ok) return refuse(reply, made)
      const { name, type, bytes } = made.value
      return sendFile(reply.header('cache-control', 'private, no-store'), name, type, bytes)
    },
  )
}

/** A download that no browser opens as a page. */
export const sendFile = (reply: FastifyReply, name: string, type: string, bytes: Buffer): FastifyReply =>
  reply
    .type(type)
    .header('content-disposition', `attachment; ${fileNamed(name)}`)
    .serializer(asItIs)
    .send(bytes)

/** Beside a name that old browsers can read, the whole name where it needs more than ASCII. */
const fileNamed = (name: string): string => {
  const plain = `filename="${name.replace(/[^\w.-]+/g, '_')}"`
  return /^[\w.-]*$/.test(name) ? plain : `${plain}; filename*=UTF-8''${encodeURIComponent(name)}`
}
