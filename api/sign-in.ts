/** POST /sign-in/codes, and in development the outbox. */
import { z } from 'zod'
import { cookieName, cookieValue, signInCookie } from '#core/account/cookies'
import { normalPhone } from '#core/account/phone'
import { siteOf } from '#core/site'
import type { Runtime } from '#services/runtime'
import { freshToken } from '#services/secrets'
import { requestCode } from '#services/sign-in'
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
      const site = siteOf(rt.environment.siteUrl, request.headers.host ?? '')
      const name = cookieName(site, signInCookie)
      const browser = cookieValue(request.headers.cookie, name) ?? freshToken()
      const asked = await requestCode(rt, request.body.phone, browser)
      if (!asked.ok) return refuse(reply, asked)
      const secure = site.secureCookies ? '; Secure' : ''
      reply.header('set-cookie', `${name}=${browser}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax${secure}`)
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
