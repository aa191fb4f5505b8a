/** Who is asking: opaque, revocable sessions. Nothing caches them, so that a revoked one ends at once. */
import { halfSessionLife } from '#core/account/factor'
import type { Role } from '#core/account/roles'
import { accountById } from '#db/account'
import { accountOfSession, findSession, insertSession, revokeOtherSessions, revokeSession } from '#db/session'
import type { Runtime } from './runtime.ts'
import { freshToken, tokenHash } from './secrets.ts'

export interface SignedIn {
  sessionId: number
  /** When the second factor was last given; staff only. */
  factorAt: number | null
  /** Staff after the password and before the code: until then the account's roles are held back. */
  awaitsFactor: boolean
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

/** Citizens stay signed in for the length of a campaign, staff for a working day. */
const citizenLife = 30 * 24 * 3_600_000
export const staffLife = 12 * 3_600_000

/**
 * Roles are there once the second factor was given, and not a moment longer than the account has them.
 * @returns null for a token that is unknown, expired or revoked, and for a deactivated account
 */
export async function sessionOf(rt: Runtime, token: string | undefined): Promise<SignedIn | null> {
  if (!token) return null
  const session = inForce(await findSession(rt.storage.read, tokenHash(token)), rt.clock.now())
  const account = session && (await accountOfSession(rt.storage.read, session.accountId))
  if (!account || account.deactivatedAt !== null) return null
  const { deactivatedAt: _active, ...active } = account
  const awaitsFactor = active.roles.length > 0 && session.factorAt === null
  const { id: sessionId, factorAt } = session
  return { sessionId, factorAt, awaitsFactor, account: awaitsFactor ? { ...active, roles: [] } : active }
}

/** A session as found, or null when it has ended. */
export const inForce = <S extends { revokedAt: number | null; expiresAt: number }>(
  found: S | null,
  now: number,
): S | null => (found && found.revokedAt === null && found.expiresAt > now ? found : null)

/** A new session for an account (of staff: for the minutes until the code is given), and the token that only its holder will know. */
export async function openSessionOf(rt: Runtime, accountId: number): Promise<string> {
  const token = freshToken()
  const createdAt = rt.clock.now()
  await rt.storage.atomically(async tx => {
    const account = await accountById(tx, accountId)
    if (!account) throw new Error(`No account ${accountId}`)
    const life = account.roles.length > 0 ? halfSessionLife : citizenLife
    await insertSession(tx, { tokenHash: tokenHash(token), accountId, createdAt, expiresAt: createdAt + life })
  })
  return token
}

export const closeSession = (rt: Runtime, sessionId: number): Promise<void> =>
  rt.storage.atomically(tx => revokeSession(tx, sessionId, rt.clock.now()))

/** Signs a person out everywhere but here. */
export const closeOtherSessions = (rt: Runtime, signedIn: SignedIn): Promise<void> =>
  rt.storage.atomically(tx => revokeOtherSessions(tx, signedIn.account.id, signedIn.sessionId, rt.clock.now()))
