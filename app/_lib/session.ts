/** Who reads a page. Only for pages that need a session: a public page is the same for everyone. */
import { cookies, headers } from 'next/headers'
import { cookieName, sessionCookie } from '#core/account/cookies'
import { siteOf } from '#core/site'
import { runtime } from '#services/runtime'
import { type SignedIn, sessionOf } from '#services/session'

export async function signedIn(): Promise<SignedIn | null> {
  const rt = runtime()
  const site = siteOf(rt.environment.siteUrl, (await headers()).get('host') ?? '')
  return sessionOf(rt, (await cookies()).get(cookieName(site, sessionCookie))?.value)
}
