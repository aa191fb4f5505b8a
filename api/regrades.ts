/** /staff/contests/:slug/regrades: keys found wrong after papers were marked by them. */
import { z } from 'zod'
import { decideRegrade, previewRegrade, undoRegrade } from '#services/regrade'
import { regradesShown } from '#services/regrade-view'
import type { Runtime } from '#services/runtime'
import { requireFreshRight, requireRight } from './person.ts'
import { refuse } from './problem.ts'
import { decideBody, undoParams, wireEffect, wireRegrade, wishBody, wishOf, words } from './regrade-schemas.ts'
import { localeQuery, slugParams } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import type { Api } from './typed.ts'

export function regradeRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/staff/contests/:slug/regrades',
    {
      schema: {
        summary: 'Regrades of a contest, those taken back too, with how far they have come',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: z.object({ regrades: z.array(wireRegrade) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const found = await regradesShown(rt, allowed.value, request.params.slug)
      return found.ok ? { regrades: found.value } : refuse(reply, found)
    },
  )

  app.post(
    '/staff/contests/:slug/regrades/preview',
    {
      schema: {
        summary: 'What a decision would do to scores, ranks and awards; nothing changes',
        params: slugParams,
        querystring: localeQuery,
        body: wishBody,
        response: { 200: wireEffect, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const effect = await previewRegrade(rt, allowed.value, request.params.slug, wishOf(request.body))
      return effect.ok ? effect.value : refuse(reply, effect)
    },
  )

  app.post(
    '/staff/contests/:slug/regrades',
    {
      schema: {
        summary:
          'Decide: papers are marked again, also those handed in before; the correction is published. Wants a fresh code',
        params: slugParams,
        querystring: localeQuery,
        body: decideBody,
        response: { 202: z.object({ id: z.string() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireFreshRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const { reason, erratum } = request.body
      const wish = { ...wishOf(request.body), reason, erratum }
      const decided = await decideRegrade(rt, allowed.value, request.params.slug, wish)
      return decided.ok ? reply.code(202).send({ id: decided.value }) : refuse(reply, decided)
    },
  )

  app.post(
    '/staff/contests/:slug/regrades/:id/undo',
    {
      schema: {
        summary: 'Take a regrade back: papers are marked as if it had never been. Wants a fresh code',
        params: undoParams,
        querystring: localeQuery,
        body: z.strictObject({ reason: words }),
        response: { 202: z.object({ id: z.string() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireFreshRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const { slug, id } = request.params
      const undone = await undoRegrade(rt, allowed.value, slug, id, request.body.reason)
      return undone.ok ? reply.code(202).send({ id }) : refuse(reply, undone)
    },
  )
}
