/** /staff/contests/:slug/integrity: the queue, decisions and appeals. For citizens: an appeal. */
import { z } from 'zod'
import { type SuspicionCode, suspicionCodes } from '#core/integrity/trace'
import type { WireIntegrity, WireStrike } from '#core/wire-integrity'
import { integrityOf, reviewContest } from '#services/integrity'
import type { Runtime } from '#services/runtime'
import { answerAppeal, appeal, decideCase, undoStrike } from '#services/strike'
import { requirePerson, requireRight } from './person.ts'
import { refuse } from './problem.ts'
import { localeQuery, nothing, refusing, slugParams } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import type { Api } from './typed.ts'

const words = z.string().max(2000)
const caseParams = slugParams.extend({ id: z.string().max(40) })
const done = z.object({ done: z.literal(true) })
const answer = { done: true } as const

const reason = z.object({
  code: z.enum(suspicionCodes as [SuspicionCode, ...SuspicionCode[]]),
  weight: z.number(),
  seconds: z.int().optional(),
  answers: z.int().optional(),
  of: z.int().optional(),
  spread: z.number().optional(),
  mistakes: z.int().optional(),
  linked: z.boolean().optional(),
  with: z.string().nullable().optional(),
  accounts: z.int().optional(),
  times: z.int().optional(),
})

const wireCase = z.object({
  id: z.string(),
  account: z.string(),
  name: z.string().nullable(),
  attempt: z.string(),
  candidate: z.boolean(),
  weight: z.number(),
  reasons: z.array(reason),
  foundAt: z.int(),
  decision: z.enum(['cleared', 'struck-out']).nullable(),
  decidedAt: z.int().nullable(),
  decidedBy: z.string().nullable(),
  note: z.string().nullable(),
})
const wireStrike = z.object({
  id: z.string(),
  account: z.string(),
  name: z.string().nullable(),
  reason: z.string(),
  struckAt: z.int(),
  struckBy: z.string(),
  appealUntil: z.int().nullable(),
  appeal: z.string().nullable(),
  appealedAt: z.int().nullable(),
  answer: z.string().nullable(),
  answeredAt: z.int().nullable(),
  undoneAt: z.int().nullable(),
  undoneWhy: z.string().nullable(),
}) satisfies z.ZodType<WireStrike>
const wireIntegrity = z.object({
  waiting: z.int(),
  candidates: z.int(),
  from: z.number(),
  reviewed: z.object({ at: z.int(), attempts: z.int() }).nullable(),
  waitingCases: z.array(wireCase),
  decidedCases: z.array(wireCase),
  strikes: z.array(wireStrike),
}) satisfies z.ZodType<Omit<WireIntegrity, 'waitingCases' | 'decidedCases'> & Record<string, unknown>>

export function integrityRoutes(app: Api, rt: Runtime): void {
  appealRoutes(app, rt)
  queueRoutes(app, rt)
  strikeRoutes(app, rt)
}

function appealRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/contests/:slug/appeal',
    {
      schema: {
        summary: 'Object to having been struck out, once',
        params: slugParams,
        querystring: localeQuery,
        body: z.strictObject({ words }),
        response: { 204: z.null(), ...refusing },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const appealed = await appeal(rt, person.value, request.params.slug, request.body.words)
      return appealed.ok ? reply.code(204).send(null) : refuse(reply, appealed)
    },
  )
}

function queueRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/staff/contests/:slug/integrity',
    {
      schema: {
        summary: 'What somebody should look at, candidates for prizes first; what was decided; strikes and appeals',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: wireIntegrity, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'integrity.review')
      if (!allowed.ok) return refuse(reply, allowed)
      const found = await integrityOf(rt, allowed.value, request.params.slug)
      return found.ok ? found.value : refuse(reply, found)
    },
  )

  app.post(
    '/staff/contests/:slug/integrity/review',
    {
      schema: {
        summary: 'Look through all attempts that count now',
        params: slugParams,
        querystring: localeQuery,
        body: nothing,
        response: { 200: z.object({ attempts: z.int(), cases: z.int() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'integrity.review')
      if (!allowed.ok) return refuse(reply, allowed)
      const reviewed = await reviewContest(rt, allowed.value, request.params.slug)
      return reviewed.ok ? reviewed.value : refuse(reply, reviewed)
    },
  )

  app.post(
    '/staff/contests/:slug/integrity/cases/:id/decision',
    {
      schema: {
        summary: 'Nothing is wrong, or the person is struck out with a reason that they read',
        params: caseParams,
        querystring: localeQuery,
        body: z.strictObject({ decision: z.enum(['cleared', 'struck-out']), reason: words }),
        response: { 200: done, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'integrity.review')
      if (!allowed.ok) return refuse(reply, allowed)
      const { slug, id } = request.params
      const { decision, reason: why } = request.body
      const decided = await decideCase(rt, allowed.value, slug, id, decision, why)
      return decided.ok ? answer : refuse(reply, decided)
    },
  )
}

function strikeRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/staff/contests/:slug/integrity/strikes/:id/undoing',
    {
      schema: {
        summary: 'Take a strike back: the attempts count again',
        params: caseParams,
        querystring: localeQuery,
        body: z.strictObject({ reason: words }),
        response: { 200: done, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'integrity.review')
      if (!allowed.ok) return refuse(reply, allowed)
      const { slug, id } = request.params
      const undone = await undoStrike(rt, allowed.value, slug, id, request.body.reason)
      return undone.ok ? answer : refuse(reply, undone)
    },
  )

  app.post(
    '/staff/contests/:slug/integrity/strikes/:id/answer',
    {
      schema: {
        summary: 'Answer an appeal: the strike stays (upheld), or is taken back',
        params: caseParams,
        querystring: localeQuery,
        body: z.strictObject({ upheld: z.boolean(), words }),
        response: { 200: done, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'integrity.review')
      if (!allowed.ok) return refuse(reply, allowed)
      const { slug, id } = request.params
      const answered = await answerAppeal(rt, allowed.value, slug, id, request.body)
      return answered.ok ? answer : refuse(reply, answered)
    },
  )
}
