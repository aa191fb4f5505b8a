/** The report at the end of a contest: figures, file, and whether everybody may see it. */
import { z } from 'zod'
import { type Report, sectionKeys } from '#core/report/report'
import { reportFile } from '#services/report/file'
import { publicReport, reportFor, showReport } from '#services/report/report'
import type { Runtime } from '#services/runtime'
import { requireRight } from './person.ts'
import { localeOf, refuse } from './problem.ts'
import { sendFile } from './question-sets.ts'
import { localeQuery, problem, slugParams } from './schemas.ts'
import { file, refusingStaff } from './staff-answers.ts'
import type { Api } from './typed.ts'

const wireReport = z.object({
  slug: z.string(),
  title: z.string(),
  sample: z.boolean(),
  asOf: z.int(),
  sections: z.array(
    z.object({
      key: z.enum(sectionKeys),
      title: z.string(),
      query: z.object({ counted: z.string(), table: z.string(), filter: z.string() }),
      statements: z.array(z.string()),
      columns: z.array(z.object({ name: z.string(), number: z.boolean() })),
      rows: z.array(z.array(z.string())),
      bars: z.array(z.number()),
      empty: z.string(),
    }),
  ),
  pictures: z.array(z.object({ id: z.string(), alt: z.string(), title: z.string(), illustration: z.boolean() })),
}) satisfies z.ZodType<Report>

export function reportRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/contests/:slug/report',
    {
      schema: {
        summary: 'The report of a contest, once its organizer has made it public',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: wireReport, 404: problem },
      },
    },
    async (request, reply) => {
      const report = await publicReport(rt, request.params.slug, localeOf(request))
      return report ?? refuse(reply, 'not-found')
    },
  )

  app.get(
    '/staff/contests/:slug/report',
    {
      schema: {
        summary: 'The report of a closed contest as a PDF',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: file, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const locale = localeOf(request)
      const report = await reportFor(rt, allowed.value, request.params.slug, locale)
      if (!report.ok) return refuse(reply, report)
      const bytes = await reportFile(rt, report.value, locale)
      const name = `report-${report.value.slug}-${locale}.pdf`
      return sendFile(reply.header('cache-control', 'private, no-store'), name, 'application/pdf', bytes)
    },
  )

  app.put(
    '/staff/contests/:slug/report/published',
    {
      schema: {
        summary: 'Make the report public, or take it off the site',
        params: slugParams,
        querystring: localeQuery,
        body: z.strictObject({ published: z.boolean() }),
        response: { 200: z.object({ published: z.boolean() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const done = await showReport(rt, allowed.value, request.params.slug, request.body.published)
      return done.ok ? done.value : refuse(reply, done)
    },
  )
}
