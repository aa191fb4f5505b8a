/** /question-sets/:id: its words, and whether it is in service. */
import { z } from 'zod'
import type { Runtime } from '#services/runtime'
import { contestsOfSet, editSet, retireSet } from '#services/set-edit'
import { requireRight } from './person.ts'
import { refuse } from './problem.ts'
import { localeQuery } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import { idParams } from './staff-schemas.ts'
import type { Api } from './typed.ts'

const line = z.string().trim().max(200)
const setBody = z.strictObject({ name: line.min(1), owner: line, source: line, licence: line })
const usingContest = z.object({
  slug: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  phase: z.enum(['draft', 'announced', 'open', 'closed']),
})

export function setEditRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/question-sets/:id/contests',
    {
      schema: {
        summary: 'Contests that draw from a set, the newest first',
        params: idParams,
        querystring: localeQuery,
        response: { 200: z.object({ contests: z.array(usingContest) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.read')
      if (!allowed.ok) return refuse(reply, allowed)
      const found = await contestsOfSet(rt, allowed.value, request.params.id)
      return found.ok ? { contests: found.value } : refuse(reply, found)
    },
  )

  app.put(
    '/question-sets/:id',
    {
      schema: {
        summary: 'A set’s name, owner, source and licence',
        params: idParams,
        querystring: localeQuery,
        body: setBody,
        response: { 200: setBody, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const done = await editSet(rt, allowed.value, request.params.id, request.body)
      return done.ok ? request.body : refuse(reply, done)
    },
  )

  app.put(
    '/question-sets/:id/retired',
    {
      schema: {
        summary: 'Take a set out of service, or back into it',
        params: idParams,
        querystring: localeQuery,
        body: z.strictObject({ retired: z.boolean() }),
        response: { 200: z.object({ retired: z.boolean() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const { retired } = request.body
      const done = await retireSet(rt, allowed.value, request.params.id, retired)
      return done.ok ? { retired } : refuse(reply, done)
    },
  )
}
