/** /me: one's own account. */
import { z } from 'zod'
import { chooseName, chooseRegion, meOf, suggestOrganisations } from '#services/account'
import type { Runtime } from '#services/runtime'
import { closeOtherSessions } from '#services/session'
import { requirePerson } from './person.ts'
import { refuse } from './problem.ts'
import { localeQuery, nothing, problem, refusing, wireMe } from './schemas.ts'
import type { Api } from './typed.ts'

export function accountRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/me',
    { schema: { summary: 'The signed-in account', querystring: localeQuery, response: { 200: wireMe, 401: problem } } },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      return person.ok ? meOf(rt, person.value.account.id) : refuse(reply, person)
    },
  )

  app.put(
    '/me/region',
    {
      schema: {
        summary: 'Choose district or county by its slug, and optionally an organisation by its name',
        querystring: localeQuery,
        body: z.strictObject({ region: z.string().min(1).max(40), organisation: z.string().max(200).nullish() }),
        response: { 200: wireMe, ...refusing, 422: problem },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const chosen = await chooseRegion(rt, person.value.account.id, request.body)
      return chosen.ok ? chosen.value : refuse(reply, chosen)
    },
  )

  app.put(
    '/me/name',
    {
      schema: {
        summary: 'Give a name or take it back, and consent to 张* on boards or not',
        querystring: localeQuery,
        body: z.strictObject({ name: z.string().max(200).nullable(), showName: z.boolean() }),
        response: { 200: wireMe, ...refusing, 422: problem },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const chosen = await chooseName(rt, person.value.account.id, request.body)
      return chosen.ok ? chosen.value : refuse(reply, chosen)
    },
  )

  app.post(
    '/me/sign-out-elsewhere',
    {
      schema: {
        summary: 'End all other sessions',
        querystring: localeQuery,
        body: nothing,
        response: { 204: z.null(), ...refusing },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      await closeOtherSessions(rt, person.value)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/organisations',
    {
      schema: {
        summary: 'Names of organisations that contain a fragment, at most ten',
        querystring: localeQuery.extend({ query: z.string().max(60) }),
        response: { 200: z.object({ names: z.array(z.string()) }), ...refusing },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      return { names: await suggestOrganisations(rt, request.query.query) }
    },
  )
}
