/** Codes of authenticator apps: RFC 6238 with SHA-1, six digits, thirty seconds, which every app understands. */
import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { drift, stepMs } from '#core/account/factor'

/** RFC 4226, section 4: 160 bits. */
const secretBytes = 20

/** @returns a new secret in base32 */
export const freshSecret = (): string => new Secret({ buffer: randomBytes(secretBytes).buffer.slice(0) }).base32

/** What the app scans. @param account the login @param issuer the site's host */
export const keyUri = (secret: string, account: string, issuer: string): string =>
  totp(secret, { label: account, issuer }).toString()

/** @returns the time step that the code belongs to, or null; the caller sees to it that a step counts once */
export function stepOf(secret: string, code: string, now: number): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now, window: drift })
  return delta === null ? null : Math.floor(now / stepMs) + delta
}

/** The code of a time step. */
export const codeAt = (secret: string, step: number): string => totp(secret).generate({ timestamp: step * stepMs })

const totp = (secret: string, names: { label?: string; issuer?: string } = {}): TOTP =>
  new TOTP({ ...names, secret: Secret.fromBase32(secret), digits: 6, period: stepMs / 1000, algorithm: 'SHA1' })
