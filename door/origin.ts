/** Whether a write comes from our own pages. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Site } from '#core/site'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

export const isWrite = (method: string): boolean => !reading.has(method)

/**
 * A browser tells by Sec-Fetch-Site where a write comes from; over plain http in a private network, and in older
 * browsers, by Origin alone. Whoever sends neither is not one of our pages.
 */
export function isForeign(headers: IncomingHttpHeaders, site: Site): boolean {
  const from = headers['sec-fetch-site']
  if (from !== undefined && from !== 'same-origin') return true
  const { origin } = headers
  if (origin !== undefined) return origin !== site.origin
  return from === undefined
}
