/** Who is asking: opaque, revocable sessions. Nothing caches them, so that a revoked one ends at once. */
import type { Role } from '#core/account/roles'
import { accountById } from '#db/account'
import { findHolder, findSession, insertSession, revokeOtherSessions, revokeSession } from '#db/session'
import type { Runtime } from './runtime.ts'
import { freshToken, tokenHash } from './secrets.ts'

export interface SignedIn {
  sessionId: number
  account: {
    id: number
    publicId: string
    name: string | null
    showName: boolean
    regionEdition: string | null
    region: string | null
    organisationId: number | null
    roles: Role[]
    login: string | null
  }
}

/** Whose session it is, and no more. */
export interface Holder {
  sessionId: number
  account: { id: number }
}

/** Citizens stay signed in for the length of a campaign, staff for a working day. */
const citizenLife = 30 * 24 * 3_600_000
const staffLife = 12 * 3_600_000

/** @returns null for a token that is unknown, expired or revoked */
export async function sessionOf(rt: Runtime, token: string | undefined): Promise<SignedIn | null> {
  if (!token) return null
  const found = await findSession(rt.storage.read, tokenHash(token))
  if (!found || found.revokedAt !== null || found.expiresAt <= rt.clock.now()) return null
  return { sessionId: found.sessionId, account: found.account }
}

/** As `sessionOf`, for the hot path: reads nothing of the account. */
export async function holderOf(rt: Runtime, token: string | undefined): Promise<Holder | null> {
  if (!token) return null
  const found = await findHolder(rt.storage.read, tokenHash(token))
  if (!found || found.revokedAt !== null || found.expiresAt <= rt.clock.now()) return null
  return { sessionId: found.sessionId, account: { id: found.accountId } }
}

/** A new session for an account, and the token that only its holder will know. */
export async function openSessionOf(rt: Runtime, accountId: number): Promise<string> {
  const token = freshToken()
  const createdAt = rt.clock.now()
  await rt.storage.atomically(async tx => {
    const account = await accountById(tx, accountId)
    if (!account) throw new Error(`No account ${accountId}`)
    const life = account.roles.length > 0 ? staffLife : citizenLife
    await insertSession(tx, { tokenHash: tokenHash(token), accountId, createdAt, expiresAt: createdAt + life })
  })
  return token
}

export const closeSession = (rt: Runtime, sessionId: number): Promise<void> =>
  rt.storage.atomically(tx => revokeSession(tx, sessionId, rt.clock.now()))

/** Signs a person out everywhere but here. */
export const closeOtherSessions = (rt: Runtime, signedIn: SignedIn): Promise<void> =>
  rt.storage.atomically(tx => revokeOtherSessions(tx, signedIn.account.id, signedIn.sessionId, rt.clock.now()))
