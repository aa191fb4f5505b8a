/** next-auth kept thin: strategy `jwt`, but its token is an opaque one that is looked up and can be revoked. */
import type { CookieOption, CookiesOptions, NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { cookieName, cookieValue, sessionCookie, signInCookie } from '#core/account/cookies'
import { type Site, siteOf } from '#core/site'
import { runtime } from '#services/runtime'
import { closeSession, openSessionOf, sessionOf } from '#services/session'
import { signInByCode } from '#services/sign-in'
import { checkPassword } from '#services/staff'

/** Options for one request: in a local trial the site, and with it the cookies' names, is what the browser asked for. */
export function authOptions(headers: Headers): NextAuthOptions {
  const rt = runtime()
  const site = siteOf(rt.environment.siteUrl, headers.get('host') ?? '')
  const browser = cookieValue(headers.get('cookie') ?? undefined, cookieName(site, signInCookie))
  return {
    session: { strategy: 'jwt', maxAge: 30 * 24 * 3600 },
    jwt: { encode, decode },
    cookies: cookies(site),
    pages: { signIn: '/zh/sign-in', signOut: '/zh', error: '/zh/sign-in' },
    providers: [
      CredentialsProvider({
        id: 'phone',
        credentials: { phone: {}, code: {} },
        authorize: async given => {
          const { phone = '', code = '' } = given ?? {}
          const signedIn = await signInByCode(rt, { phone: String(phone), code: String(code), browser })
          return signedIn.ok ? { id: String(signedIn.value) } : null
        },
      }),
      CredentialsProvider({
        id: 'staff',
        credentials: { login: {}, password: {} },
        authorize: async given => {
          const { login = '', password = '' } = given ?? {}
          const checked = await checkPassword(rt, String(login), String(password))
          if (checked.ok) return { id: String(checked.value) }
          // Words of its own for whoever came too often or at a bad moment; nothing else is told apart.
          if (checked.refusal !== 'login-wrong') throw new Error(checked.refusal)
          return null
        },
      }),
    ],
    callbacks: {
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => (url.startsWith('/') && !url.startsWith('//') ? `${baseUrl}${url}` : baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        const held = await sessionOf(rt, (token as { kept?: string } | null)?.kept)
        if (held) await closeSession(rt, held.sessionId)
      },
    },
  }
}

type Jwt = NonNullable<NextAuthOptions['jwt']>

/** A new sign-in opens a session; every later read hands the token on as it is. */
const encode: NonNullable<Jwt['encode']> = async ({ token }) => {
  if (typeof token?.kept === 'string') return token.kept
  return openSessionOf(runtime(), Number(token?.sub))
}

const decode: NonNullable<Jwt['decode']> = async ({ token }) => {
  const signedIn = await sessionOf(runtime(), token)
  return signedIn ? { sub: String(signedIn.account.id), kept: token } : null
}

function cookies(site: Site): Partial<CookiesOptions> {
  const secure = site.secureCookies
  const named = (base: string): CookieOption => ({
    name: cookieName(site, base),
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  })
  return {
    sessionToken: named(sessionCookie),
    csrfToken: named('csrf'),
    callbackUrl: named('callback'),
  }
}
