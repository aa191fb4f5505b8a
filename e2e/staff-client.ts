/** Staff who sign in over HTTP as the pages do: password, authenticator app, code. */
import { stepMs } from '#core/account/factor'
import { codeAt } from '#services/totp'
import { type Client, clientOf, nextAuth } from './client.ts'

export interface StaffClient extends Client {
  /** The next code that the app would show and that has not been used. */
  code(): string
  /** A fresh code for grave acts. */
  refresh(): Promise<void>
}

const password = 'correct horse battery staple'

/**
 * Somebody new, through a set-up link, with the authenticator app set up.
 * @param token of the link; @param given login and name for the first account; a colleague has both already
 */
export async function staffClient(
  url: string,
  token: string,
  login: string,
  given: { name?: string } = {},
): Promise<StaffClient> {
  const client = clientOf(url)
  const body = { token, password, ...(given.name && { login, name: given.name }) }
  await expectStatus(201, client.send('POST', '/api/v1/staff/set-up', body))
  await expectStatus(200, nextAuth(client, 'staff', { login, password }))
  const begun = await expectStatus(201, client.send('POST', '/api/v1/staff/second-factor/set-up', {}))
  const code = appOf((begun.body as { secret: string }).secret)
  const give = async () => {
    await expectStatus(200, client.send('POST', '/api/v1/staff/second-factor', { code: code() }))
  }
  await give()
  return { ...client, code, refresh: give }
}

/** An authenticator app: each code once; the next one may be given a little early. */
export function appOf(secret: string): () => string {
  let last = 0
  return () => {
    last = Math.max(last + 1, Math.floor(Date.now() / stepMs))
    return codeAt(secret, last)
  }
}

async function expectStatus(status: number, sent: ReturnType<Client['send']>) {
  const answer = await sent
  if (answer.status !== status) throw new Error(`${status} expected, ${answer.status} came: ${answer.text}`)
  return answer
}
