/** The one door: the API, next-auth, files and pages, behind one set of rules about who may ask and how. */
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { refuse } from '#api/problem'
import { lineOf } from '#core/account/address'
import { no } from '#core/refusal'
import { siteOf } from '#core/site'
import type { Runtime } from '#services/runtime'
import { mountApi, perSession } from './api.ts'
import { mountAuth } from './auth.ts'
import { plainHeaders } from './headers.ts'
import { isOwnHost } from './host.ts'
import { isLoopback, type Limit, limit } from './limits.ts'
import { nextPages, type PageHandler } from './next.ts'
import { type OwnStatus, sendOwnPage } from './own-page.ts'
import { mountPages } from './pages.ts'
import { watchPressure } from './pressure.ts'
import { proxyCheck } from './proxies.ts'
import { quickSaves } from './quick-saves.ts'
import { staticFiles } from './static-files.ts'

export interface DoorParts {
  runtime: Runtime
  /** Next's request handler; null where only the API is asked (tests, which share their process with their own work). */
  pages: PageHandler | null
}

/** JSON bodies; uploads have their own routes and limits. */
const bodyLimit = 64 * 1024
/** Ten thousand hanzi in an address, which a search takes, are ninety thousand bytes of it. */
const maxHeaderSize = 96 * 1024 + 16_384
/** Milliseconds; how often Node looks for those over their time is half a minute by itself. */
const times = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 15_000,
  connectionsCheckingInterval: 2000,
}
const serverOptions = { maxHeaderSize, ...times }
/** A whole district may share one address, so this only stops what no crowd does. A proxy on this machine is exempt. */
const perAddress = { perSecond: 500, burst: 5000 }

/** @returns the server, not listening yet; `inject` works at once */
export function buildDoor({ runtime, pages }: DoorParts): FastifyInstance {
  const { environment } = runtime
  const guards = {
    pressure: watchPressure(runtime, pages !== null),
    sessions: limit(perSession),
    addresses: limit(perAddress),
  }
  const isProxy = proxyCheck(environment.proxies)
  const savesQuickly = quickSaves(runtime, { ...guards, isProxy })
  const door = Fastify({
    bodyLimit,
    exposeHeadRoutes: true,
    trustProxy: isProxy,
    forceCloseConnections: 'idle',
    serverFactory: handler =>
      createServer(serverOptions, (request, response) => {
        if (!savesQuickly(request, response)) handler(request, response)
      }),
    routerOptions: { maxParamLength: 200 },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    frameworkErrors: (_error, request, reply) => {
      reply.headers(plainHeaders(environment.siteUrl).documents)
      sayNo(request as FastifyRequest, reply as FastifyReply, 400)
    },
  })
  door.server.maxConnections = 20_000
  door.addHook('onClose', async () => guards.pressure.stop())
  guard(door, runtime, guards.addresses)
  const next = pages && nextPages(pages)
  door.register(async scope => mountApi(scope, runtime, guards), { prefix: '/api' })
  if (next) door.register(async scope => mountAuth(scope, runtime, next), { prefix: '/api/auth' })
  mountPages(door, { runtime, next, raw: pages, files: files(environment.development) })
  return door
}

/** Headers on everything, the host rule, the limit for each address, and no error without words. */
function guard(door: FastifyInstance, { environment, clock, log }: Runtime, addresses: Limit): void {
  const headers = plainHeaders(environment.siteUrl)
  door.addHook('onRequest', (request, reply, done) => {
    reply.headers(isApi(request) ? headers.data : headers.documents)
    const { host = '' } = request.headers
    const site = siteOf(environment.siteUrl, host)
    if (!isOwnHost(environment.siteUrl, host, site)) return strangeHost(request, reply, environment.siteUrl)
    // No text that is kept holds a NUL, and PostgreSQL fails over the question.
    if (request.raw.url?.includes('%00')) return sayNo(request, reply, 400)
    if (!isLoopback(request.ip) && !addresses.take(lineOf(request.ip), clock.now())) return sayNo(request, reply, 429)
    done()
  })
  door.setErrorHandler((error: FastifyError, request, reply) => {
    if (error.statusCode === 413) return sayNo(request, reply, 413)
    if (error.statusCode !== undefined && error.statusCode < 500) return sayNo(request, reply, 400)
    log.error({ route: request.routeOptions.url, method: request.method, error }, 'page failed')
    return sayNo(request, reply, 500)
  })
  door.setNotFoundHandler((request, reply) => sayNo(request, reply, 404))
}

const isApi = ({ raw }: FastifyRequest): boolean => raw.url?.startsWith('/api/') ?? false

/** A reader under another name is sent to the right one; a program is told. */
function strangeHost(request: FastifyRequest, reply: FastifyReply, siteUrl: string | null): void {
  const path = request.raw.url ?? '/'
  if (siteUrl !== null && request.method === 'GET' && !isApi(request)) reply.redirect(`${siteUrl}${path}`, 308)
  else sayNo(request, reply, 421)
}

/** In the manner of who asked: a problem for the API, a page for a reader. */
function sayNo(request: FastifyRequest, reply: FastifyReply, status: OwnStatus): void {
  if (!isApi(request)) sendOwnPage(reply, status)
  else refuse(reply, no(problems[status]))
}

const problems = {
  400: 'invalid-request',
  404: 'not-found',
  413: 'too-large',
  421: 'invalid-request',
  429: 'too-many-requests',
  500: 'internal',
  503: 'busy',
} as const

function files(development: boolean) {
  const root = resolve(import.meta.dirname, '..')
  const built = join(root, process.env.NEXT_DIST_DIR ?? '.next', 'static')
  return staticFiles({ '/_next/static': built, '': join(root, 'public') }, development)
}
