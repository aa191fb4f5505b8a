/** The headers Next gets to see: chosen one by one, so that none of its internal ones can come from outside. */

import type { FastifyRequest } from 'fastify'
import { siteOf } from '#core/site'

const common = ['accept-language', 'user-agent'] as const

/** @param more further headers to hand on as they came */
export function forwarded(
  request: FastifyRequest,
  siteUrl: string | null,
  more: readonly string[],
): Record<string, string> {
  const given = [...common, ...more].flatMap(name => {
    const value = request.headers[name]
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  return { ...siteHeaders(siteUrl, request.headers.host ?? 'localhost'), ...Object.fromEntries(given) }
}

/** Under which name Next believes to be asked. */
export function siteHeaders(siteUrl: string | null, host: string): Record<string, string> {
  const { host: name, protocol } = new URL(siteOf(siteUrl, host).origin)
  return { host: name, 'x-forwarded-host': name, 'x-forwarded-proto': protocol.slice(0, -1) }
}
