/** Staff: answering objections to winners, and naming those who may win nothing. */
import { z } from 'zod'
import { dropInsider, insidersFor, nameInsider } from '#services/claim-desk'
import { answer, objectionsFor } from '#services/objection'
import type { Runtime } from '#services/runtime'
import { requireRight } from './person.ts'
import { answerBody, inContest, insiderBody, wireInsider, wireObjection } from './prize-schemas.ts'
import { refuse } from './problem.ts'
import { localeQuery, nothing, slugParams } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import type { Api } from './typed.ts'

export function staffObjectionRoutes(app: Api, rt: Runtime): void {
  objectionRoutes(app, rt)
  insiderRoutes(app, rt)
}

const done = { 204: z.null(), ...refusingStaff }

function objectionRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/staff/contests/:slug/objections',
    {
      schema: {
        summary: 'Objections to the winners, those that wait first',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: z.object({ objections: z.array(wireObjection) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const objections = await objectionsFor(rt, allowed.value, request.params.slug)
      return objections.ok ? { objections: objections.value } : refuse(reply, objections)
    },
  )

  app.post(
    '/staff/contests/:slug/objections/:id/answer',
    {
      schema: {
        summary: 'Answer an objection with a reason',
        params: inContest,
        querystring: localeQuery,
        body: answerBody,
        response: done,
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const said = await answer(rt, allowed.value, request.params.slug, request.params.id, request.body)
      return said.ok ? reply.code(204).send(null) : refuse(reply, said)
    },
  )
}

function insiderRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/staff/insiders',
    {
      schema: {
        summary: 'Phones that win nothing, masked',
        querystring: localeQuery,
        response: { 200: z.object({ insiders: z.array(wireInsider) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      return allowed.ok ? { insiders: await insidersFor(rt, allowed.value) } : refuse(reply, allowed)
    },
  )

  app.post(
    '/staff/insiders',
    {
      schema: {
        summary: 'Name the phone of somebody who may win nothing',
        querystring: localeQuery,
        body: insiderBody,
        response: done,
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const named = await nameInsider(rt, allowed.value, request.body)
      return named.ok ? reply.code(204).send(null) : refuse(reply, named)
    },
  )

  app.post(
    '/staff/insiders/:id/removal',
    {
      schema: {
        summary: 'Take a phone off that list',
        params: z.object({
          id: z
            .string()
            .regex(/^\d{1,9}$/)
            .transform(Number),
        }),
        querystring: localeQuery,
        body: nothing,
        response: done,
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const gone = await dropInsider(rt, allowed.value, request.params.id)
      return gone.ok ? reply.code(204).send(null) : refuse(reply, gone)
    },
  )
}
