/** POST /sign-in/codes, and in development the outbox. */
import { z } from 'zod'
import { normalPhone } from '#core/account/phone'
import type { Runtime } from '#services/runtime'
import { requestCode } from '#services/sign-in'
import { keepCodeBrowser, newCodeBrowser } from './code-browser.ts'
import { refuse } from './problem.ts'
import { localeQuery, problem } from './schemas.ts'
import type { Api } from './typed.ts'

export function signInRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/sign-in/codes',
    {
      schema: {
        summary: 'Send a code to a phone; the answer is the same whether or not the number is known',
        querystring: localeQuery,
        body: z.strictObject({ phone: z.string().max(40) }),
        response: { 204: z.null(), 422: problem, 429: problem },
      },
    },
    async (request, reply) => {
      const browser = newCodeBrowser(rt, request)
      const asked = await requestCode(rt, request.body.phone, browser)
      if (!asked.ok) return refuse(reply, asked)
      keepCodeBrowser(rt, request, reply, browser)
      return reply.code(204).send(null)
    },
  )
  if (!rt.outbox) return
  const outbox = rt.outbox
  app.get(
    '/outbox',
    {
      schema: {
        summary: 'Codes sent to a phone, newest first. Development and local trials only',
        querystring: z.object({ phone: z.string().max(40).optional() }),
      },
    },
    async request => {
      const phone = request.query.phone === undefined ? null : normalPhone(request.query.phone)
      return { messages: phone ? outbox.messagesTo(phone) : request.query.phone === undefined ? outbox.recent() : [] }
    },
  )
}
