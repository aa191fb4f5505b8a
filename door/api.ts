/** What holds for every address of the API before its own code is asked. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { registerApi } from '#api/api'
import { sessionToken } from '#api/person'
import { refuse } from '#api/problem'
import { no, type Refusal } from '#core/refusal'
import { siteOf } from '#core/site'
import type { Runtime } from '#services/runtime'
import { parseJson } from './json.ts'
import type { Limit } from './limits.ts'
import { isForeign, isWrite } from './origin.ts'
import { retryAfter } from './own-page.ts'
import type { Pressure } from './pressure.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** An upload: a raw body with a content type of its own, read by the route itself. */
    rawBody?: boolean
  }
}

/** What every request to the API is held against, whichever way it goes. */
export interface ApiGuards {
  pressure: Pressure
  /** Requests by session. */
  sessions: Limit
}

/** One person with one browser never comes near it; a program that floods does. */
export const perSession = { perSecond: 500, burst: 2000 }
export const isJson = (type = ''): boolean => type === 'application/json' || /^application\/json\s*(;|$)/i.test(type)

export async function mountApi(scope: FastifyInstance, runtime: Runtime, guards: ApiGuards): Promise<void> {
  readJson(scope)
  scope.addHook('onRequest', door(runtime, guards))
  // Without this the pages' own catch-all would answer.
  scope.all('/*', (_request, reply) => say(reply, 'not-found'))
  await scope.register(async api => registerApi(api, runtime), { prefix: '/v1' })
}

/** JSON only; a JSON content type with an empty body is `{}`, which is what browsers send for "nothing to say". */
function readJson(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers()
  // Keys such as __proto__ need no search of their own: every schema refuses what it does not name.
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : parseJson(String(body)))
    } catch {
      done(Object.assign(new Error('The body is not JSON'), { statusCode: 400 }))
    }
  })
}

function door(runtime: Runtime, { pressure, sessions }: ApiGuards) {
  const { environment, clock } = runtime
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    reply.header('cache-control', 'private, no-cache')
    const { headers, method } = request
    const site = siteOf(environment.siteUrl, headers.host ?? '')
    const session = sessionToken(runtime, request)
    if (pressure.isHigh()) say(reply.header('retry-after', retryAfter()), 'busy')
    else if (session && !sessions.take(session, clock.now())) say(reply.header('retry-after', '1'), 'too-many-requests')
    else if (!isWrite(method)) done()
    else if (isForeign(headers, site)) say(reply, 'foreign-origin')
    // Asking for routeOptions makes an object of twenty fields: only where it matters.
    else if (!isJson(headers['content-type']) && !request.routeOptions.config?.rawBody)
      say(reply, 'unsupported-media-type')
    else done()
  }
}

const say = (reply: FastifyReply, refusal: Refusal): FastifyReply => refuse(reply, no(refusal))
