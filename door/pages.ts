/** Pages: public ones as kept, personal ones through Next each time, all with a policy that knows their scripts. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Runtime } from '#services/runtime'
import { betterAddress, hasLocale, isPlainPath, localeOfPath, splitAddress } from './addresses.ts'
import { forwarded, siteHeaders } from './forwarded.ts'
import { type KeptPages, keepPages, type ReadyPage, readyPage } from './kept-pages.ts'
import { Crowded, type PageHandler, type Pages } from './next.ts'
import { sendOwnPage } from './own-page.ts'
import { publicPageAt } from './public-pages.ts'
import { sendBody, sendReady } from './send.ts'
import type { StaticFiles } from './static-files.ts'

interface Parts {
  runtime: Runtime
  next: Pages | null
  /** Next's handler itself, for what its development server streams. */
  raw: PageHandler | null
  files: StaticFiles
}

/** What Next's own client asks with when it fetches a page's data instead of the page. */
const dataHeaders = [
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
]
/** Data of a page by an address of its own, as an export of Next would have them: our pages are asked by header. */
const isDataAddress = /\.rsc$/
/** Seconds an unknown address is answered with one and the same page. */
const missingSeconds = 60

export function mountPages(door: FastifyInstance, { runtime, next, raw, files }: Parts): void {
  const { siteUrl, development } = runtime.environment
  const kept = next && keepFor(runtime, next)
  door.get('/*', async (request, reply) => {
    const address = splitAddress(request.raw.url ?? '/')
    const file = files.get(address.path)
    if (file) return sendFile(request, reply, await file)
    if (development && raw && /^\/(_next|__next)/.test(address.path)) return handOver(request, reply, raw)
    const isPlain = isPlainPath(address.path)
    const better = isPlain ? betterAddress(address, request.headers['accept-language']) : null
    if (better) return redirect(reply, better)
    if (!next || !kept) return sendOwnPage(reply, 404)
    try {
      return await (isPlain ? answer(request, reply) : sendMissing(request, reply, kept))
    } catch (error) {
      if (error instanceof Crowded) return sendOwnPage(reply, 503)
      throw error
    }
  })

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (!next || !kept) return sendOwnPage(reply, 404)
    const { path, query } = splitAddress(request.raw.url ?? '/')
    if (isDataAddress.test(path)) return sendMissing(request, reply, kept)
    const found = publicPageAt(path, query)
    if (wantsData(request, query)) return sendData(reply, await next.ask(personal(request, found ? [] : ['cookie'])))
    if (found && !development) {
      const page = await kept.get(found.url, found.page.seconds)
      if (page.status >= 500) return sendOwnPage(reply, 500)
      return page.status === 404 ? sendMissing(request, reply, kept) : sendPublic(request, reply, page)
    }
    if (!hasLocale(path) || path === missingIn(localeOfPath(path))) return sendMissing(request, reply, kept)
    const page = await readyPage(await next.ask(personal(request, ['cookie'])), development)
    // Next's own words for an error are one English line.
    if (page.status >= 500) return sendOwnPage(reply, 500)
    return page.status === 404 ? sendMissing(request, reply, kept) : sendPersonal(request, reply, page)
  }

  const personal = (request: FastifyRequest, more: readonly string[]) => ({
    method: 'GET' as const,
    url: request.raw.url ?? '/',
    headers: forwarded(request, siteUrl, [...more, ...(wantsData(request, '') ? dataHeaders : [])]),
  })
}

function keepFor(runtime: Runtime, next: Pages): KeptPages {
  const { siteUrl, port } = runtime.environment
  // Nobody's request is handed on: no cookie, no language of a browser, no address of a visitor.
  const headers = siteHeaders(siteUrl, `localhost:${port}`)
  const kept = keepPages({
    render: url => next.ask({ method: 'GET', url, headers }),
    now: () => performance.now(),
  })
  const others = runtime.pagesChanged
  runtime.pagesChanged = () => {
    others()
    kept.changed()
  }
  return kept
}

/** The page that says that there is none: Next sends an empty shell with its own 404s, for scripts to fill. */
const missingIn = (locale: string): string => `/${locale}/-`

async function sendMissing(request: FastifyRequest, reply: FastifyReply, kept: KeptPages): Promise<FastifyReply> {
  const { path } = splitAddress(request.raw.url ?? '/')
  const page = await kept.get(missingIn(localeOfPath(path)), missingSeconds)
  return sendPublic(request, reply, { ...page, status: 404 })
}

const wantsData = (request: FastifyRequest, query: string): boolean =>
  request.headers.rsc !== undefined || /(^|&)_rsc=/.test(query)

function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: Awaited<ReturnType<StaticFiles['get']>> & object,
) {
  return sendReady(request, reply.header('cache-control', file.cacheControl), file)
}

function sendPublic(request: FastifyRequest, reply: FastifyReply, page: ReadyPage): FastifyReply {
  if (page.location !== null) return redirect(reply, page.location)
  reply.code(page.status).header('content-security-policy', page.policy).header('cache-control', 'public, no-cache')
  return sendReady(request, reply, page)
}

function sendPersonal(request: FastifyRequest, reply: FastifyReply, page: ReadyPage): FastifyReply {
  if (page.location !== null) return redirect(reply, page.location)
  reply.code(page.status).header('content-security-policy', page.policy).header('cache-control', 'private, no-store')
  return sendBody(request, reply, page)
}

/** Data of a page, as Next's client reads it. Its own headers go along, ours say that nobody keeps it. */
function sendData(reply: FastifyReply, { status, headers, body }: Awaited<ReturnType<Pages['ask']>>): FastifyReply {
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && /^(content-type|location|x-nextjs-.*)$/.test(name)) reply.header(name, value)
  return reply.code(status).header('cache-control', 'private, no-store').send(body)
}

const redirect = (reply: FastifyReply, to: string): FastifyReply =>
  reply.header('cache-control', 'no-store').header('vary', 'Accept-Language').redirect(to, 307)

function handOver(request: FastifyRequest, reply: FastifyReply, raw: PageHandler): FastifyReply {
  reply.hijack()
  raw(request.raw, reply.raw)
  return reply
}
