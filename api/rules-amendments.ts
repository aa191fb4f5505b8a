/** /staff/contests/:slug/amendments: rules of an open contest, changed by two people. */
import { z } from 'zod'
import { contestRules } from '#core/contest/rules'
import { proposeAmendment } from '#services/contest-amendment'
import type { Runtime } from '#services/runtime'
import { requireFreshRight } from './person.ts'
import { refuse } from './problem.ts'
import { localeQuery, slugParams } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import type { Api } from './typed.ts'

const words = z.string().trim().max(500)
const body = z.strictObject({ rules: contestRules, reason: z.strictObject({ zh: words, en: words }) })

export function rulesAmendmentRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/staff/contests/:slug/amendments',
    {
      schema: {
        summary: 'Propose changed rules of an open contest; a second person approves (/approvals). Wants a fresh code',
        params: slugParams,
        querystring: localeQuery,
        body,
        response: { 202: z.object({ approval: z.string() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireFreshRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const proposed = await proposeAmendment(rt, allowed.value, request.params.slug, request.body)
      return proposed.ok ? reply.code(202).send({ approval: proposed.value }) : refuse(reply, proposed)
    },
  )
}
