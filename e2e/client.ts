/** A client that speaks HTTP as a browser would, with a cookie jar, and can be modified at will. */

export interface Answered {
  status: number
  code: string | undefined
  body: unknown
  text: string
  headers: Headers
}

export interface Client {
  cookies: Map<string, string>
  /**
   * Sends JSON unless told otherwise; paths are below the site. Whoever is told that the server is busy asks again, as
   * people's pages do.
   */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>
}

export function clientOf(url: string): Client {
  const cookies = new Map<string, string>()
  return {
    cookies,
    async send(method, path, body, headers = {}) {
      const raw = typeof body === 'string' || body instanceof Uint8Array
      const response = await patiently(() =>
        fetch(url + path, {
          method,
          redirect: 'manual',
          headers: {
            cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
            ...(method !== 'GET' && { 'sec-fetch-site': 'same-origin', origin: url }),
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
        }),
      )
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';')
        const equals = pair.indexOf('=')
        cookies.set(pair.slice(0, equals), pair.slice(equals + 1))
      }
      const text = await response.text()
      const parsed = parse(text)
      const code = (parsed as { code?: string } | undefined)?.code
      return { status: response.status, code, body: parsed, text, headers: response.headers }
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Signs in by the code in the outbox, as the sign-in page does. */
export async function signIn(client: Client, phone: string, region: string | null = 'yuzhong'): Promise<void> {
  const asked = await client.send('POST', '/api/v1/sign-in/codes', { phone })
  if (asked.status !== 204) throw new Error(`No code for ${phone}: ${asked.text}`)
  const outbox = await client.send('GET', `/api/v1/outbox?phone=${phone}`)
  const [message] = (outbox.body as { messages: { code: string }[] }).messages
  const answered = await nextAuth(client, 'phone', { phone, code: message?.code ?? '' })
  if (answered.status !== 200) throw new Error(`${phone} could not sign in: ${answered.status} ${answered.text}`)
  if (region) {
    const chosen = await client.send('PUT', '/api/v1/me/region', { region })
    if (chosen.status !== 200) throw new Error(`No region: ${chosen.text}`)
  }
}

/** Posts a sign-in form to next-auth with its CSRF token. */
export async function nextAuth(client: Client, provider: string, fields: Record<string, string>): Promise<Answered> {
  const csrf = await client.send('GET', '/api/auth/csrf')
  const { csrfToken } = csrf.body as { csrfToken: string }
  const form = new URLSearchParams({ ...fields, csrfToken, json: 'true' })
  return client.send('POST', `/api/auth/callback/${provider}`, form.toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  })
}

/** A server that has just begun may say that it is busy; whoever waits a second is let in. */
async function patiently<A extends { status: number }>(ask: () => Promise<A>): Promise<A> {
  for (let tries = 1; ; tries++) {
    const answer = await ask()
    if (answer.status !== 503 || tries === 10) return answer
    await new Promise(resolve => setTimeout(resolve, 1000))
  }
}
