/** The browser that asks for a code, by a cookie of its own: only that browser can use the code. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieName, cookieValue, signInCookie } from '#core/account/cookies'
import { siteOf } from '#core/site'
import type { Runtime } from '#services/runtime'
import { freshToken } from '#services/secrets'

/** @returns undefined for a browser that never asked for a code */
export const codeBrowser = (rt: Runtime, request: FastifyRequest): string | undefined =>
  cookieValue(request.headers.cookie, nameOf(rt, request))

export const newCodeBrowser = (rt: Runtime, request: FastifyRequest): string => codeBrowser(rt, request) ?? freshToken()

/** The mark lasts for a campaign: a review of attempts asks whether several came from one browser. Seconds. */
const markLife = 30 * 24 * 3600

/** Sends the cookie along. */
export function keepCodeBrowser(rt: Runtime, request: FastifyRequest, reply: FastifyReply, browser: string): void {
  const secure = site(rt, request).secureCookies ? '; Secure' : ''
  const cookie = `${nameOf(rt, request)}=${browser}; Path=/; Max-Age=${markLife}; HttpOnly; SameSite=Lax${secure}`
  reply.header('set-cookie', cookie)
}

const site = (rt: Runtime, request: FastifyRequest) => siteOf(rt.environment.siteUrl, request.headers.host ?? '')
const nameOf = (rt: Runtime, request: FastifyRequest): string => cookieName(site(rt, request), signInCookie)
