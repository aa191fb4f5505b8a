/** Who sent a request, and whether they may. */
import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { coarseAddress } from '#core/account/address'

import { cookieName, cookieValue, sessionCookie } from '#core/account/cookies'
import { isFresh } from '#core/account/factor'

import { type Allowed, allow, type Person, type Right } from '#core/account/roles'
import { no, type Outcome, yes } from '#core/refusal'
import { siteOf } from '#core/site'
import type { Runtime } from '#services/runtime'
import { type SignedIn, sessionOf } from '#services/session'
import type { Origin } from '#services/trace'
import { codeBrowser } from './code-browser.ts'

/** The signed-in person, or null. Asks the database each time: a revoked session ends at once. */
export const personOf = (rt: Runtime, request: FastifyRequest): Promise<SignedIn | null> =>
  sessionOf(rt, sessionToken(rt, request))

/** The token in a request's headers; whether it means anything is for use cases to ask. */
export const tokenIn = (siteUrl: string | null, headers: IncomingHttpHeaders): string | undefined =>
  cookieValue(headers.cookie, cookieName(siteOf(siteUrl, headers.host ?? ''), sessionCookie))

/** Where a request carries the token once it was looked for: the door asks first, then the handler. */
const carried = Symbol('session token')
type Carrier = FastifyRequest & { [carried]?: string | null }

/** The token of the session cookie, looked for once a request. */
export function sessionToken(rt: Runtime, request: Carrier): string | undefined {
  if (request[carried] === undefined) request[carried] = tokenIn(rt.environment.siteUrl, request.headers) ?? null
  return request[carried] ?? undefined
}

/** A handler's first line: the person, or the refusal sign-in-required. */
export async function requirePerson(rt: Runtime, request: FastifyRequest): Promise<Outcome<SignedIn>> {
  const person = await personOf(rt, request)
  return person ? yes(person) : no('sign-in-required')
}

/** Somebody with a role, whichever it is; what they may do is asked further on. */
export async function requireStaff(rt: Runtime, request: FastifyRequest): Promise<Outcome<Person>> {
  const person = await personOf(rt, request)
  if (!person) return no('sign-in-required')
  return person.account.roles.length > 0 ? yes(asking(person, request)) : no('forbidden')
}

/** Before grave acts: a code within the last five minutes. @returns refusals: sign-in-required, second-factor-needed */
export async function requireFresh(rt: Runtime, request: FastifyRequest): Promise<Outcome<SignedIn>> {
  const person = await personOf(rt, request)
  if (!person) return no('sign-in-required')
  return isFresh(person.factorAt, rt.clock.now()) ? yes(person) : no('second-factor-needed')
}

/** Who asks, with where from. */
const asking = ({ account }: SignedIn, { ip }: FastifyRequest): Person => {
  return { id: account.id, roles: account.roles, from: coarseAddress(ip) }
}

/** The proof of a right that staff use cases ask for, or sign-in-required, or forbidden. */
export async function requireRight<R extends Right>(
  rt: Runtime,
  request: FastifyRequest,
  right: R,
): Promise<Outcome<Allowed<R>>> {
  const person = await personOf(rt, request)
  if (!person) return no('sign-in-required')
  const allowed = allow(asking(person, request), right)
  return allowed ? yes(allowed) : no('forbidden')
}

/** For grave acts that need a right: first the right, then the fresh code. */
export async function requireFreshRight<R extends Right>(
  rt: Runtime,
  request: FastifyRequest,
  right: R,
): Promise<Outcome<Allowed<R>>> {
  const allowed = await requireRight(rt, request, right)
  if (!allowed.ok) return allowed
  const fresh = await requireFresh(rt, request)
  return fresh.ok ? allowed : fresh
}

/** The browser's mark and the coarse address of a request: signs for a review of attempts, never rights. */
export const originOf = (rt: Runtime, request: FastifyRequest): Origin => ({
  browser: codeBrowser(rt, request) ?? null,
  network: coarseAddress(request.ip),
})
