/** One function names every cookie: session, device, and next-auth's own. */
import type { Site } from '../site.ts'

/**
 * `__Host-` binds a cookie to this very host over a secure line. A browser takes it on https and on loopback only; a
 * phone that tries the demo over plain http in a private network gets the plain name.
 */
export const cookieName = (site: Site, base: string): string => (site.secureCookies ? `__Host-${base}` : base)

/** Base names of our own cookies. `signIn` binds a phone code to the browser that asked for it. */
export const sessionCookie = 'session'
export const signInCookie = 'sign-in'

/** @param header the Cookie header @returns the first cookie of exactly that name */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  if (!header) return undefined
  for (const part of header.split(';')) {
    const equals = part.indexOf('=')
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim()
  }
  return undefined
}
