/** /staff/contests/:slug/boards: freeze, reveal, and whether districts are ranked. */
import { z } from 'zod'
import { actOnBoards, boardActs, boardStateFor } from '#services/board-state'
import type { Runtime } from '#services/runtime'
import { requireRight } from './person.ts'
import { refuse } from './problem.ts'
import { localeQuery, slugParams } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import type { Api } from './typed.ts'

const acts = z.enum(['freeze', 'reveal', 'ranks-off', 'ranks-on'])
const instant = z.int().meta({ description: 'Epoch milliseconds' })
const state = z.object({
  frozenSince: instant.nullable(),
  revealing: z.boolean(),
  regrading: z.boolean(),
  ranks: z.boolean(),
})
const record = z.object({ act: acts, at: instant, who: z.string(), reason: z.string() })

export function staffBoardRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/staff/contests/:slug/boards',
    {
      schema: {
        summary: 'Whether the boards stand still, and what organizers did to them, the newest first',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: state.extend({ acts: z.array(record) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const found = await boardStateFor(rt, allowed.value, request.params.slug)
      if (!found.ok) return refuse(reply, found)
      return { ...found.value, acts: await boardActs(rt, allowed.value, request.params.slug) }
    },
  )

  app.post(
    '/staff/contests/:slug/boards',
    {
      schema: {
        summary: 'Freeze the boards, reveal them at one stroke, or take the ranks of districts off or put them back',
        params: slugParams,
        querystring: localeQuery,
        body: z.strictObject({ act: acts, reason: z.string().max(500) }),
        response: { 200: state, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const done = await actOnBoards(rt, allowed.value, request.params.slug, request.body)
      return done.ok ? done.value : refuse(reply, done)
    },
  )
}
