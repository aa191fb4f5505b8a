/** Exports: begun, watched, fetched in one go or (a download that broke) from where it broke. */
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { exportKinds } from '#core/prize/export'
import { isFull } from '#core/prize/export-columns'
import { yes } from '#core/refusal'
import { beginExport, exportOf } from '#services/export'
import { type ExportedFile, exportedFile } from '#services/export-job'
import type { Runtime } from '#services/runtime'
import { requireFresh, requireRight } from './person.ts'
import { localeOf, refuse } from './problem.ts'
import { localeQuery, slugParams } from './schemas.ts'
import { file, refusingStaff } from './staff-answers.ts'
import { exportBody, idParams } from './staff-schemas.ts'
import type { Api } from './typed.ts'

const wireExport = z.object({
  id: z.string().nullable(),
  at: z.int(),
  who: z.string(),
  kind: z.enum(exportKinds),
  format: z.enum(['xlsx', 'csv']),
  masked: z.boolean(),
  reason: z.string(),
  rows: z.int(),
  total: z.int().nullable(),
  bytes: z.int().nullable(),
  state: z.enum(['working', 'ready', 'failed', 'removed']),
  expiresAt: z.int().nullable(),
  mine: z.boolean(),
})

export function exportRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/staff/contests/:slug/exports',
    {
      schema: {
        summary:
          'Begin an export; in the log before its first row. In full it wants a fresh code and a second person: then the answer is the proposal',
        params: slugParams,
        querystring: localeQuery,
        body: exportBody,
        response: {
          202: z.object({ export: z.string().nullable(), approval: z.string().nullable() }),
          ...refusingStaff,
        },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'standings.export')
      if (!allowed.ok) return refuse(reply, allowed)
      const { region, ...body } = request.body
      const fresh = isFull(body.masked, body.columns) ? await requireFresh(rt, request) : yes(null)
      if (!fresh.ok) return refuse(reply, fresh)
      const wish = { ...body, filter: { region }, locale: localeOf(request) }
      const begun = await beginExport(rt, allowed.value, request.params.slug, wish)
      if (!begun.ok) return refuse(reply, begun)
      return reply.code(202).send({ export: begun.value.export, approval: begun.value.approval })
    },
  )

  app.get(
    '/staff/exports/:id',
    {
      schema: {
        summary: 'How far an export of one’s own is',
        params: idParams,
        querystring: localeQuery,
        response: { 200: wireExport, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'standings.export')
      if (!allowed.ok) return refuse(reply, allowed)
      const found = await exportOf(rt, allowed.value, request.params.id)
      return found.ok ? found.value : refuse(reply, found)
    },
  )

  app.get(
    '/staff/exports/:id/file',
    {
      schema: {
        summary: 'Its file; with Range, the rest of a download that broke',
        params: idParams,
        querystring: localeQuery,
        response: { 200: file, 206: file, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'standings.export')
      if (!allowed.ok) return refuse(reply, allowed)
      const { range } = request.headers
      const found = await exportedFile(rt, allowed.value, request.params.id, !range || /^bytes=0-/.test(range))
      return found.ok ? sendRange(reply, found.value, request.params.id, range) : refuse(reply, found)
    },
  )
}

/** RFC 9110, section 14: one range `bytes=from-to`; anything else is the whole file. */
function sendRange(reply: FastifyReply, found: ExportedFile, id: string, range = ''): FastifyReply {
  const last = found.bytes - 1
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range)
  const from = asked ? Number(asked[1]) : 0
  const to = asked?.[2] ? Math.min(Number(asked[2]), last) : last
  reply.headers({
    'cache-control': 'private, no-store',
    'accept-ranges': 'bytes',
    etag: `"${id}"`,
  })
  if (from > to) return reply.code(416).header('content-range', `bytes */${found.bytes}`).send()
  return reply
    .code(asked ? 206 : 200)
    .headers({
      'content-type': found.type,
      'content-disposition': `attachment; filename="${found.name}"`,
      'content-length': to - from + 1,
      ...(asked && { 'content-range': `bytes ${from}-${to}/${found.bytes}` }),
    })
    .send(found.read(from, to))
}
