/** /staff: who works here. What gives rights takes two people where there are two, and always a fresh code. */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Allowed } from '#core/account/roles'
import { type Outcome, yes } from '#core/refusal'
import { siteOf } from '#core/site'
import { addStaff, changeRoles, deactivate, reactivate, renewSetupLink, resetFactor } from '#services/people'
import type { Runtime } from '#services/runtime'
import { listStaff } from '#services/staff'
import { requireFreshRight, requireRight } from './person.ts'
import { localeOf, refuse } from './problem.ts'
import { localeQuery, nothing } from './schemas.ts'
import { refusingStaff, wireLink, wireStaff } from './staff-answers.ts'
import { reasonBody, rolesBody, staffBody } from './staff-schemas.ts'
import type { Api } from './typed.ts'

const params = z.object({ login: z.string().max(60) })
/** The proposal that now waits for a second person; null: done at once. */
const proposed = z.object({ approval: z.string().nullable() })

export function peopleRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/staff',
    {
      schema: {
        summary: 'Everybody with a login',
        querystring: localeQuery,
        response: { 200: z.object({ staff: z.array(wireStaff) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'people.write')
      return allowed.ok ? { staff: await listStaff(rt, allowed.value) } : refuse(reply, allowed)
    },
  )

  app.post(
    '/staff',
    {
      schema: {
        summary: 'Add a colleague. Done at once, the answer holds the link, once; else the proposal',
        querystring: localeQuery,
        body: staffBody,
        response: { 201: proposed.extend({ login: z.string(), link: z.string().nullable() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const keeper = await requireFreshRight(rt, request, 'people.write')
      if (!keeper.ok) return refuse(reply, keeper)
      const added = await addStaff(rt, keeper.value, request.body)
      if (!added.ok) return refuse(reply, added)
      const { login, token, approval } = added.value
      return reply.code(201).send({ login, approval, link: token && linkOf(rt, request, token) })
    },
  )

  app.put(
    '/staff/:login/roles',
    {
      schema: {
        summary: 'Give and take roles',
        params,
        querystring: localeQuery,
        body: rolesBody,
        response: { 200: proposed, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const keeper = await requireFreshRight(rt, request, 'people.write')
      if (!keeper.ok) return refuse(reply, keeper)
      const changed = await changeRoles(rt, keeper.value, request.params.login, request.body)
      return changed.ok ? changed.value : refuse(reply, changed)
    },
  )

  const act = (
    path: string,
    summary: string,
    work: (
      keeper: Allowed<'people.write'>,
      login: string,
      reason: string,
    ) => Promise<Outcome<{ approval: string | null }>>,
  ) =>
    app.post(
      `/staff/:login/${path}`,
      {
        schema: {
          summary,
          params,
          querystring: localeQuery,
          body: reasonBody,
          response: { 200: proposed, ...refusingStaff },
        },
      },
      async (request, reply) => {
        const keeper = await requireFreshRight(rt, request, 'people.write')
        if (!keeper.ok) return refuse(reply, keeper)
        const done = await work(keeper.value, request.params.login, request.body.reason)
        return done.ok ? done.value : refuse(reply, done)
      },
    )
  act('deactivation', 'Take all access away, at once', async (keeper, login, reason) => {
    const done = await deactivate(rt, keeper, login, reason)
    return done.ok ? yes({ approval: null }) : done
  })
  act('reactivation', 'Let somebody come back with the roles they had', (keeper, login, reason) =>
    reactivate(rt, keeper, login, reason),
  )
  act('second-factor-reset', 'The authenticator app is gone and the codes too', (keeper, login, reason) =>
    resetFactor(rt, keeper, login, reason),
  )

  app.post(
    '/staff/:login/set-up-links',
    {
      schema: {
        summary: 'A new link for somebody who lost theirs or forgot the password',
        params,
        querystring: localeQuery,
        body: nothing,
        response: { 201: wireLink, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const keeper = await requireFreshRight(rt, request, 'people.write')
      if (!keeper.ok) return refuse(reply, keeper)
      const renewed = await renewSetupLink(rt, keeper.value, request.params.login)
      if (!renewed.ok) return refuse(reply, renewed)
      return reply.code(201).send({ login: renewed.value.login, link: linkOf(rt, request, renewed.value.token) })
    },
  )
}

function linkOf(rt: Runtime, request: FastifyRequest, token: string): string {
  const { origin } = siteOf(rt.environment.siteUrl, request.headers.host ?? '')
  return `${origin}/${localeOf(request)}/staff/set-up?token=${token}`
}
