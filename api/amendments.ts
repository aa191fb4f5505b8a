/** /staff/amendments: articles that have been amended, and the second person's reviews. */
import { z } from 'zod'
import type * as wire from '#core/wire-staff'
import { amendmentsOf, citedLawsOf, markAmended, reviewAmended, touchedBy, unmark } from '#services/amendment'
import type { Runtime } from '#services/runtime'
import { requireRight } from './person.ts'
import { refuse } from './problem.ts'
import { localeQuery, nothing } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import type { Api } from './typed.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const article = z.string().regex(/^\d{1,4}(-\d{1,2})?$/)
const subject = z.enum(['entry', 'question'])
const wireTouched = z.object({ subject, id: z.string(), number: z.string(), text, address: z.string() })
const wireEffect = z.object({
  slug: z.string(),
  title: text,
  lastDay: z.string(),
  loses: z.int(),
  left: z.int(),
  needed: z.int(),
})
const wireLaw = z.object({
  code: z.string(),
  name: text,
  inForce: z.string(),
  until: z.string().nullable(),
  entries: z.int(),
  questions: z.int(),
  articles: z.array(z.object({ article: z.string(), entries: z.int(), questions: z.int() })),
}) satisfies z.ZodType<wire.WireLaw>
const wireAmendment = z.object({
  id: z.string(),
  law: text,
  code: z.string(),
  article: z.string(),
  inForce: z.string(),
  note: z.string(),
  markedBy: z.string(),
  markedById: z.int(),
  createdAt: z.int(),
  applies: z.boolean(),
  items: z.array(wireTouched.extend({ reviewed: z.object({ by: z.string(), at: z.int() }).nullable() })),
}) satisfies z.ZodType<wire.WireAmendment>
const idParams = z.object({ id: z.string().max(40) })

export function amendmentRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/staff/laws',
    {
      schema: {
        summary: 'The laws with the articles that entries and questions cite',
        querystring: localeQuery,
        response: { 200: z.object({ laws: z.array(wireLaw) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      return allowed.ok ? { laws: await citedLawsOf(rt, allowed.value) } : refuse(reply, allowed)
    },
  )

  app.get(
    '/staff/laws/:law/articles/:article',
    {
      schema: {
        summary: 'Exactly what cites an article, and what holding it back would do to contests',
        params: z.object({ law: z.string().max(40), article }),
        querystring: localeQuery,
        response: {
          200: z.object({ law: text, touched: z.array(wireTouched), contests: z.array(wireEffect) }),
          ...refusingStaff,
        },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const found = await touchedBy(rt, allowed.value, request.params)
      return found.ok ? found.value : refuse(reply, found)
    },
  )

  app.get(
    '/staff/amendments',
    {
      schema: {
        summary: 'Articles marked as amended, with what waits for a review',
        querystring: localeQuery,
        response: { 200: z.object({ amendments: z.array(wireAmendment) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      return allowed.ok ? { amendments: await amendmentsOf(rt, allowed.value) } : refuse(reply, allowed)
    },
  )

  app.post(
    '/staff/amendments',
    {
      schema: {
        summary: 'Mark an article as amended: what cites it is held back until a second person has reviewed it',
        querystring: localeQuery,
        body: z.strictObject({ law: z.string().max(40), article, inForce: z.iso.date(), note: z.string().max(1000) }),
        response: { 201: z.object({ id: z.string() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const marked = await markAmended(rt, allowed.value, request.body)
      return marked.ok ? reply.code(201).send(marked.value) : refuse(reply, marked)
    },
  )

  app.post(
    '/staff/amendments/:id/reviews',
    {
      schema: {
        summary: 'A second person: these are right under the amended text',
        params: idParams,
        querystring: localeQuery,
        body: z.strictObject({
          items: z
            .array(z.strictObject({ subject, id: z.string().max(40) }))
            .min(1)
            .max(2000),
        }),
        response: { 200: z.object({ reviewed: z.int() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const done = await reviewAmended(rt, allowed.value, request.params.id, request.body.items)
      return done.ok ? done.value : refuse(reply, done)
    },
  )

  app.post(
    '/staff/amendments/:id/taking-back',
    {
      schema: {
        summary: 'Take a mistaken mark back, while nothing of it has been reviewed',
        params: idParams,
        querystring: localeQuery,
        body: nothing,
        response: { 200: z.object({ takenBack: z.literal(true) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const done = await unmark(rt, allowed.value, request.params.id)
      return done.ok ? { takenBack: true as const } : refuse(reply, done)
    },
  )
}
