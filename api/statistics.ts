/** /staff/contests/:slug/statistics: what answers say of questions. */
import type { Runtime } from '#services/runtime'
import { statisticsFor, statisticsTable } from '#services/statistics-view'
import { requireRight } from './person.ts'
import { localeOf, refuse } from './problem.ts'
import { sendFile } from './question-sets.ts'
import { wireStatistics } from './regrade-schemas.ts'
import { localeQuery, nothing, slugParams } from './schemas.ts'
import { file, refusingStaff } from './staff-answers.ts'
import type { Api } from './typed.ts'

export function statisticsRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/staff/contests/:slug/statistics',
    {
      schema: {
        summary: 'What answers say of each question, and of the contest',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: wireStatistics, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const found = await statisticsFor(rt, allowed.value, request.params.slug)
      return found.ok ? found.value : refuse(reply, found)
    },
  )

  app.post(
    '/staff/contests/:slug/statistics',
    {
      schema: {
        summary: 'The same, computed anew if answers have come in since',
        params: slugParams,
        querystring: localeQuery,
        body: nothing,
        response: { 200: wireStatistics, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const found = await statisticsFor(rt, allowed.value, request.params.slug, true)
      return found.ok ? found.value : refuse(reply, found)
    },
  )

  app.get(
    '/staff/contests/:slug/statistics.csv',
    {
      schema: {
        summary: 'The same as a table',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: file, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const table = await statisticsTable(rt, allowed.value, request.params.slug, localeOf(request))
      if (!table.ok) return refuse(reply, table)
      return sendFile(
        reply.header('cache-control', 'private, no-store'),
        `statistics-${request.params.slug}.csv`,
        'text/csv; charset=utf-8',
        table.value,
      )
    },
  )
}
