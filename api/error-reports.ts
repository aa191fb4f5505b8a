/** /error-reports: what readers say is wrong, and the administrators' queue. */
import { z } from 'zod'
import { lineOf } from '#core/account/address'
import type { WireMyReport } from '#core/wire-report'
import type { WireErrorReport } from '#core/wire-staff'
import { assignReport, errorReports, markHandled, reportError } from '#services/error-report'
import { myReports } from '#services/my-reports'
import type { Runtime } from '#services/runtime'
import { hourly } from './hourly.ts'
import { personOf, requirePerson, requireRight } from './person.ts'
import { localeOf, refuse } from './problem.ts'
import { localeQuery, refusing } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import type { Api } from './typed.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const reported = z.union([
  z.strictObject({ subject: z.literal('entry'), id: z.string().max(10) }),
  z.strictObject({ subject: z.literal('question'), number: z.string().max(40) }),
  z.strictObject({
    subject: z.literal('question'),
    attempt: z.string().max(40),
    position: z.int().min(1).max(999),
  }),
])
/** The text's own limits are the use case's, which says them in words. */
const reportBody = z.strictObject({ about: reported, body: z.string().max(5000) })

const wireReport = z.object({
  id: z.string(),
  subject: z.enum(['entry', 'question']),
  about: z.object({ number: z.string(), text, address: z.string() }).nullable(),
  body: z.string(),
  locale: z.enum(['zh', 'en']),
  createdAt: z.int(),
  assigned: z.object({ by: z.string(), mine: z.boolean() }).nullable(),
  handled: z.object({ by: z.string(), at: z.int(), outcome: z.string() }).nullable(),
}) satisfies z.ZodType<WireErrorReport>

const wireMine = z.object({
  id: z.string(),
  subject: z.enum(['entry', 'question']),
  entry: z.object({ title: text, address: z.string() }).nullable(),
  body: z.string(),
  createdAt: z.int(),
  handled: z.object({ at: z.int(), outcome: z.string() }).nullable(),
}) satisfies z.ZodType<WireMyReport>

/** A careful reader finds two or three an hour; a whole classroom shares an address. */
const most = { perPerson: 10, perAddress: 60 }

export function errorReportRoutes(app: Api, rt: Runtime): void {
  const people = hourly(most.perPerson)
  const addresses = hourly(most.perAddress)
  app.post(
    '/error-reports',
    {
      schema: {
        summary: 'Say what is wrong with an entry or a question; without an account too',
        querystring: localeQuery,
        body: reportBody,
        response: { 204: z.null(), ...refusing },
      },
    },
    async (request, reply) => {
      const who = await personOf(rt, request)
      const now = rt.clock.now()
      const isWithin = who ? people.take(String(who.account.id), now) : addresses.take(lineOf(request.ip), now)
      if (!isWithin) return refuse(reply, 'too-many-requests')
      const { about, body } = request.body
      const done = await reportError(rt, who, about, body, localeOf(request))
      return done.ok ? reply.code(204).send(null) : refuse(reply, done)
    },
  )

  app.get(
    '/me/error-reports',
    {
      schema: {
        summary: 'Errors that one has reported while signed in, and what was done about each; newest first',
        querystring: localeQuery,
        response: { 200: z.object({ reports: z.array(wireMine) }), ...refusing },
      },
    },
    async (request, reply) => {
      const who = await requirePerson(rt, request)
      if (!who.ok) return refuse(reply, who)
      return reply.header('cache-control', 'private, no-store').send({ reports: await myReports(rt, who.value) })
    },
  )

  app.get(
    '/staff/error-reports',
    {
      schema: {
        summary: 'Reports that wait, or those that were handled; newest first',
        querystring: localeQuery.extend({ which: z.enum(['open', 'handled']).default('open') }),
        response: { 200: z.object({ reports: z.array(wireReport) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      return { reports: await errorReports(rt, allowed.value, request.query.which) }
    },
  )

  app.put(
    '/staff/error-reports/:id/assignment',
    {
      schema: {
        summary: 'Take a report on, or hand it back',
        params: z.object({ id: z.string().max(40) }),
        querystring: localeQuery,
        body: z.strictObject({ mine: z.boolean() }),
        response: { 200: z.object({ mine: z.boolean() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const { mine } = request.body
      const done = await assignReport(rt, allowed.value, request.params.id, mine)
      return done.ok ? { mine } : refuse(reply, done)
    },
  )

  app.post(
    '/staff/error-reports/:id/handling',
    {
      schema: {
        summary: 'Say what was done about a report',
        params: z.object({ id: z.string().max(40) }),
        querystring: localeQuery,
        body: z.strictObject({ outcome: z.string().max(1000) }),
        response: { 200: z.object({ handled: z.literal(true) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const done = await markHandled(rt, allowed.value, request.params.id, request.body.outcome)
      return done.ok ? { handled: true as const } : refuse(reply, done)
    },
  )
}
