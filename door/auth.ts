/** next-auth lives in Next; its requests are handed on with their bodies unread. */

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from '#api/problem'
import { no } from '#core/refusal'
import { siteOf } from '#core/site'
import type { Runtime } from '#services/runtime'
import { forwarded } from './forwarded.ts'
import type { Answer, Pages } from './next.ts'
import { isForeign, isWrite } from './origin.ts'

/** All that our forms ask of next-auth; its own pages and whatever else it answers are not reached. */
const asked = { GET: /^(csrf|session|providers)$/, POST: /^(callback\/(phone|staff)|signout)$/ }
const formType = /^application\/x-www-form-urlencoded\s*(;|$)/i

/** What of next-auth's answers goes on to the browser. */
const handedOn = ['content-type', 'location', 'set-cookie'] as const

export async function mountAuth(scope: FastifyInstance, { environment }: Runtime, next: Pages): Promise<void> {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  scope.addHook('onRequest', (request, reply, done) => {
    const site = siteOf(environment.siteUrl, request.headers.host ?? '')
    if (isWrite(request.method) && isForeign(request.headers, site)) refuse(reply, no('foreign-origin'))
    else done()
  })
  scope.route({
    method: ['GET', 'POST'],
    url: '/*',
    handler: async (request, reply) => {
      const isForm = request.method === 'POST'
      if (!asked[isForm ? 'POST' : 'GET'].test((request.params as { '*': string })['*']))
        return refuse(reply, 'not-found')
      if (isForm && !formType.test(request.headers['content-type'] ?? ''))
        return refuse(reply, 'unsupported-media-type')
      const answer = await next.ask(question(request, environment.siteUrl))
      reply.code(answer.status).headers(kept(answer)).header('cache-control', 'private, no-store')
      return reply.send(answer.body)
    },
  })
}

function question(request: FastifyRequest, siteUrl: string | null) {
  const body = Buffer.isBuffer(request.body) ? request.body : undefined
  return {
    method: request.method === 'POST' ? ('POST' as const) : ('GET' as const),
    url: request.raw.url ?? '/',
    headers: forwarded(request, siteUrl, ['cookie', 'content-type', 'origin']),
    ...(body && { body }),
  }
}

const kept = ({ headers }: Answer): Record<string, string | string[]> =>
  Object.fromEntries(handedOn.flatMap(name => (headers[name] === undefined ? [] : [[name, headers[name]]])))
