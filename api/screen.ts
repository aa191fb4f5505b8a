/** What a big screen asks for: live numbers as server-sent events, and the QR code of a page. */
import { PassThrough } from 'node:stream'
import { z } from 'zod'
import { siteOf } from '#core/site'
import { publishedCampaign } from '#services/campaign'
import { contestBySlug } from '#services/contest'
import { type LiveEvent, listenTo } from '#services/live'
import { qrSvg } from '#services/qr'
import type { Runtime } from '#services/runtime'
import { asItIs } from './as-it-is.ts'
import { localeOf, refuse } from './problem.ts'
import { localeQuery, problem, slugParams } from './schemas.ts'
import type { Api } from './typed.ts'

/** A screen that reads nothing for this many bytes is gone, though its connection may not know. */
const mostUnread = 256 * 1024

export function screenRoutes(app: Api, rt: Runtime): void {
  const open = new Set<PassThrough>()
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end()
  })
  app.get(
    '/contests/:slug/live',
    {
      schema: {
        summary:
          'Live numbers for a big screen, as server-sent events: `state` with all of it, `beat` while nothing changes',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: z.any().meta({ description: 'text/event-stream' }), 404: problem, 503: problem },
      },
    },
    async (request, reply) => {
      const stream = new PassThrough()
      const send = ({ name, data }: LiveEvent) => {
        if (stream.writableLength > mostUnread) stream.destroy()
        else stream.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
      }
      const stop = await listenTo(rt, request.params.slug, localeOf(request), send)
      if (stop === 'busy') return refuse(reply.header('retry-after', '30'), 'busy')
      if (!stop) return refuse(reply, 'not-found')
      open.add(stream)
      stream.once('close', () => {
        open.delete(stream)
        stop()
      })
      request.raw.once('close', () => stream.destroy())
      reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no')
      return reply.type('text/event-stream; charset=utf-8').send(stream)
    },
  )
  qrRoutes(app, rt)
}

function qrRoutes(app: Api, rt: Runtime): void {
  const pages = [
    ['/contests/:slug/qr', 'contests', (slug: string) => contestBySlug(rt, slug)],
    ['/campaigns/:slug/qr', 'campaigns', (slug: string) => publishedCampaign(rt, slug)],
  ] as const
  for (const [path, section, find] of pages)
    app.get(
      path,
      {
        schema: {
          summary: 'The QR code of its page, as SVG; under the address that was asked',
          params: slugParams,
          querystring: localeQuery,
          response: { 200: z.any().meta({ description: 'image/svg+xml' }), 404: problem },
        },
      },
      async (request, reply) => {
        const { slug } = request.params
        if (!(await find(slug))) return refuse(reply, 'not-found')
        const { origin } = siteOf(rt.environment.siteUrl, request.headers.host ?? '')
        const svg = qrSvg(`${origin}/${localeOf(request)}/${section}/${encodeURIComponent(slug)}`)
        return reply.header('cache-control', 'public, max-age=300').type('image/svg+xml').serializer(asItIs).send(svg)
      },
    )
}
