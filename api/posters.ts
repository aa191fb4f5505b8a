/** /staff/contests/:slug/poster: to print, or to send round. And the rehearsal. */
import { z } from 'zod'
import { siteOf } from '#core/site'
import { poster } from '#services/poster'
import { endRehearsal, rehearse } from '#services/rehearsal'
import type { Runtime } from '#services/runtime'
import { requireRight } from './person.ts'
import { localeOf, refuse } from './problem.ts'
import { sendFile } from './question-sets.ts'
import { localeQuery, nothing, slugParams } from './schemas.ts'
import { file, refusingStaff } from './staff-answers.ts'
import type { Api } from './typed.ts'

export function posterRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/staff/contests/:slug/poster',
    {
      schema: {
        summary: 'A poster with a QR code: a picture, or an A4 page',
        params: slugParams,
        querystring: localeQuery.extend({ format: z.enum(['png', 'pdf']).default('png') }),
        response: { 200: file, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const { format } = request.query
      const { slug } = request.params
      const { origin } = siteOf(rt.environment.siteUrl, request.headers.host ?? '')
      const made = await poster(rt, allowed.value, slug, { format, locale: localeOf(request), origin })
      if (!made.ok) return refuse(reply, made)
      const type = format === 'png' ? 'image/png' : 'application/pdf'
      return sendFile(reply.header('cache-control', 'private, no-store'), `poster-${slug}.${format}`, type, made.value)
    },
  )

  app.post(
    '/staff/contests/:slug/rehearsal',
    {
      schema: {
        summary: 'Run the whole contest with invented people; the answer names the contest that it becomes',
        params: slugParams,
        querystring: localeQuery,
        body: nothing,
        response: { 201: z.object({ slug: z.string(), people: z.int() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const done = await rehearse(rt, allowed.value, request.params.slug)
      return done.ok ? reply.code(201).send(done.value) : refuse(reply, done)
    },
  )

  app.post(
    '/staff/contests/:slug/rehearsal/end',
    {
      schema: {
        summary: 'Take a rehearsal off the site',
        params: slugParams,
        querystring: localeQuery,
        body: nothing,
        response: { 204: z.null(), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const ended = await endRehearsal(rt, allowed.value, request.params.slug)
      return ended.ok ? reply.code(204).send(null) : refuse(reply, ended)
    },
  )
}
