/** /staff: set-up links and people. Signing in is next-auth's provider "staff". */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { siteOf } from '#core/site'
import type { Runtime } from '#services/runtime'
import { addStaff, choosePassword, createFirstStaff, listStaff, renewSetupLink } from '#services/staff'
import { requireRight } from './person.ts'
import { localeOf, refuse } from './problem.ts'
import { localeQuery, nothing } from './schemas.ts'
import { refusingStaff, wireLink, wireStaff } from './staff-answers.ts'
import { setUpBody, staffBody } from './staff-schemas.ts'
import type { Api } from './typed.ts'

export function staffRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/staff/set-up',
    {
      schema: {
        summary: 'Use a set-up link: make the first account (login, name), or choose a colleague’s password',
        querystring: localeQuery,
        body: setUpBody,
        response: { 201: z.object({ login: z.string() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const { token, password, login, name } = request.body
      const made =
        login !== undefined && name !== undefined
          ? await createFirstStaff(rt, token, { login, password, name })
          : await choosePassword(rt, token, password)
      return made.ok ? reply.code(201).send(made.value) : refuse(reply, made)
    },
  )

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
        summary: 'Add a colleague; the answer holds the link, once',
        querystring: localeQuery,
        body: staffBody,
        response: { 201: wireLink, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'people.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const added = await addStaff(rt, allowed.value, request.body)
      return added.ok ? reply.code(201).send(withLink(rt, request, added.value)) : refuse(reply, added)
    },
  )

  app.post(
    '/staff/:login/set-up-links',
    {
      schema: {
        summary: 'A new link for somebody who lost theirs or forgot the password',
        params: z.object({ login: z.string().max(60) }),
        querystring: localeQuery,
        body: nothing,
        response: { 201: wireLink, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'people.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const renewed = await renewSetupLink(rt, allowed.value, request.params.login)
      return renewed.ok ? reply.code(201).send(withLink(rt, request, renewed.value)) : refuse(reply, renewed)
    },
  )
}

function withLink(rt: Runtime, request: FastifyRequest, { login, token }: { login: string; token: string }) {
  const { origin } = siteOf(rt.environment.siteUrl, request.headers.host ?? '')
  return { login, link: `${origin}/${localeOf(request)}/staff/set-up?token=${token}` }
}
