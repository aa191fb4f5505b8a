/** Exports: begun, watched, fetched in one go or (a download that broke) from where it broke. */
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { exportFormats, exportKinds } from '#core/prize/export'
import { isFull } from '#core/prize/export-columns'
import { yes } from '#core/refusal'
import { siteOf } from '#core/site'
import { beginExport } from '#services/export'
import { type ExportedFile, exportedFile } from '#services/export-job'
import { exportOf } from '#services/export-view'
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
  format: z.enum(exportFormats),
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
      const { origin } = siteOf(rt.environment.siteUrl, request.headers.host ?? '')
      const wish = { ...body, filter: { region }, locale: localeOf(request), origin }
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
      const found = await exportedFile(rt, allowed.value, request.params.id)
      return found.ok ? sendPart(reply, found.value, request) : refuse(reply, found)
    },
  )
}

/**
 * RFC 9110, sections 13.1.5 and 14: a part of the file that the reader has a part of; else the whole file. HEAD tells
 * what GET without a range would bring, and fetches nothing (9.3.2, 14.2): only what is fetched stands in the log.
 */
async function sendPart(reply: FastifyReply, found: ExportedFile, { method, headers }: FastifyRequest) {
  const etag = `"${found.id}"`
  const ifRange = headers['if-range']
  const isGet = method === 'GET'
  const part = isGet && (ifRange === undefined || ifRange === etag) ? partOf(headers.range ?? '', found.bytes) : null
  const { from, to } = part ?? { from: 0, to: found.bytes - 1 }
  reply.headers({ 'cache-control': 'private, no-store', 'accept-ranges': 'bytes', etag })
  if (from > to) return reply.code(416).header('content-range', `bytes */${found.bytes}`).send()
  return reply
    .code(part ? 206 : 200)
    .headers({
      'content-type': found.type,
      'content-disposition': `attachment; filename="${found.name}"`,
      'content-length': to - from + 1,
      ...(part && { 'content-range': `bytes ${from}-${to}/${found.bytes}` }),
    })
    .send(isGet ? await found.read(from, to) : Readable.from([]))
}

/**
 * `bytes=from-to`, `bytes=from-` or `bytes=-last` as places in a file, both included; `from` lies behind `to` when
 * there is no such part. @returns null for what asks for no single part
 */
function partOf(range: string, size: number): { from: number; to: number } | null {
  const [, first = '', end = ''] = /^bytes=(\d*)-(\d*)$/i.exec(range) ?? []
  const last = size - 1
  if (first === '') return end === '' ? null : { from: Math.max(0, size - Number(end)), to: last }
  if (end !== '' && Number(end) < Number(first)) return null
  return { from: Number(first), to: end === '' ? last : Math.min(Number(end), last) }
}
