/** /staff/contests/:slug/invitations: who may enter a contest by invitation. */
import { z } from 'zod'
import { inviteTo } from '#services/invitation'
import type { Runtime } from '#services/runtime'
import { requireRight } from './person.ts'
import { refuse } from './problem.ts'
import { localeQuery, slugParams } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import type { Api } from './typed.ts'

export function invitationRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/staff/contests/:slug/invitations',
    {
      schema: {
        summary: 'Add phones to the list of the invited, or put them in its place; it is kept by blind index',
        params: slugParams,
        querystring: localeQuery,
        body: z.strictObject({ written: z.string().max(60_000), replace: z.boolean() }),
        response: {
          200: z.object({ count: z.int(), unreadable: z.array(z.string()) }),
          ...refusingStaff,
        },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const invited = await inviteTo(rt, allowed.value, request.params.slug, request.body)
      return invited.ok ? invited.value : refuse(reply, invited)
    },
  )
}
