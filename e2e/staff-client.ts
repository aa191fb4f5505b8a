/** An authenticator app, for journeys of staff. */
import { stepMs } from '#core/account/factor'
import { codeAt } from '#services/totp'

/** An authenticator app: each code once; the next one may be given a little early. */
export function appOf(secret: string): () => string {
  let last = 0
  return () => {
    last = Math.max(last + 1, Math.floor(Date.now() / stepMs))
    return codeAt(secret, last)
  }
}
