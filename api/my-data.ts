/** /me/copy, /me/closing: a copy of all that is kept about oneself, and closing the account. */
import { z } from 'zod'
import { closeAccount, sendClosingCode } from '#services/closing'
import { copyOf } from '#services/my-copy'
import type { Runtime } from '#services/runtime'
import { codeBrowser, keepCodeBrowser, newCodeBrowser } from './code-browser.ts'
import { hourly } from './hourly.ts'
import { requirePerson } from './person.ts'
import { localeOf, refuse } from './problem.ts'
import { sendFile } from './question-sets.ts'
import { localeQuery, nothing, problem, refusing } from './schemas.ts'
import { file } from './staff-answers.ts'
import type { Api } from './typed.ts'

/** A copy reads every paper of a person; nobody needs it more often. */
const mostCopies = 10

const refusals = { ...refusing, 422: problem, 429: problem }

export function myDataRoutes(app: Api, rt: Runtime): void {
  const people = hourly(mostCopies)
  app.get(
    '/me/copy',
    {
      schema: {
        summary: 'A copy of everything that is kept about oneself, as a JSON file',
        querystring: localeQuery,
        response: { 200: file, ...refusals },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const { publicId } = person.value.account
      if (!people.take(publicId, rt.clock.now())) return refuse(reply, 'too-many-requests')
      const text = JSON.stringify(await copyOf(rt, person.value, localeOf(request)), null, 2)
      reply.header('cache-control', 'private, no-store')
      return sendFile(reply, 'my-data.json', 'application/json; charset=utf-8', Buffer.from(text))
    },
  )

  app.post(
    '/me/closing/codes',
    {
      schema: {
        summary: 'Send a fresh code to one’s own phone, for closing the account',
        querystring: localeQuery,
        body: nothing,
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const browser = newCodeBrowser(rt, request)
      const sent = await sendClosingCode(rt, person.value, browser)
      if (!sent.ok) return refuse(reply, sent)
      keepCodeBrowser(rt, request, reply, browser)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/me/closing',
    {
      schema: {
        summary: 'Close the account, with the code that was just sent: what identifies the person is erased',
        querystring: localeQuery,
        body: z.strictObject({ code: z.string().max(20) }),
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const given = { code: request.body.code, browser: codeBrowser(rt, request) }
      const closed = await closeAccount(rt, person.value, given)
      return closed.ok ? reply.code(204).send(null) : refuse(reply, closed)
    },
  )
}
