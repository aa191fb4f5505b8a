/** Exports: standings and winner lists as files. */
import { exportList } from '#services/export'
import type { Runtime } from '#services/runtime'
import { requireRight } from './person.ts'
import { localeOf, refuse } from './problem.ts'
import { sendFile } from './question-sets.ts'
import { localeQuery, slugParams } from './schemas.ts'
import { file, refusingStaff } from './staff-answers.ts'
import { exportBody } from './staff-schemas.ts'
import type { Api } from './typed.ts'

export function exportRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/staff/contests/:slug/exports',
    {
      schema: {
        summary: 'The standings or the winners as a file; recorded with its reason before it goes out',
        params: slugParams,
        querystring: localeQuery,
        body: exportBody,
        response: { 200: file, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'standings.export')
      if (!allowed.ok) return refuse(reply, allowed)
      const wish = { ...request.body, locale: localeOf(request) }
      const file = await exportList(rt, allowed.value, request.params.slug, wish)
      if (!file.ok) return refuse(reply, file)
      return sendFile(
        reply.header('cache-control', 'private, no-store'),
        file.value.name,
        file.value.type,
        file.value.bytes,
      )
    },
  )
}
