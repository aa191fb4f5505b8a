/** Sessions: opaque tokens, of which only the hash is here. */
import { and, eq, isNull, lt, ne, or, placeholder } from 'drizzle-orm'
import { kept } from './kept-rows.ts'
import { accounts, sessions } from './schema/account.ts'
import { type Db, prepared } from './storage.ts'

/** A session, whatever its state: the caller looks at `expiresAt` and `revokedAt`. */
export function findSession(db: Db, tokenHash: string) {
  return kept(db, 'sessions', tokenHash, () =>
    prepared(db, 'find_session', db =>
      db
        .select({
          id: sessions.id,
          accountId: sessions.accountId,
          expiresAt: sessions.expiresAt,
          revokedAt: sessions.revokedAt,
          factorAt: sessions.factorAt,
        })
        .from(sessions)
        .where(eq(sessions.tokenHash, placeholder('tokenHash'))),
    ).first({ tokenHash }),
  )
}

/** Whose session it is. Asked apart, since each of the two rows is kept until it changes. */
export function accountOfSession(db: Db, accountId: number) {
  return kept(db, 'accounts', accountId, () =>
    prepared(db, 'account_of_session', db =>
      db
        .select({
          id: accounts.id,
          publicId: accounts.publicId,
          name: accounts.name,
          showName: accounts.showName,
          regionEdition: accounts.regionEdition,
          region: accounts.region,
          organisationId: accounts.organisationId,
          roles: accounts.roles,
          login: accounts.login,
          deactivatedAt: accounts.deactivatedAt,
        })
        .from(accounts)
        .where(eq(accounts.id, placeholder('accountId'))),
    ).first({ accountId }),
  )
}

export async function insertSession(
  tx: Db,
  session: { tokenHash: string; accountId: number; createdAt: number; expiresAt: number },
): Promise<void> {
  await tx.insert(sessions).values({ ...session, seenAt: session.createdAt })
}

export async function revokeSession(tx: Db, sessionId: number, now: number): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
}

/** Revokes all of a person's sessions but one. */
export async function revokeOtherSessions(tx: Db, accountId: number, kept: number, now: number): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.revokedAt), ne(sessions.id, kept)))
}

/** Forgets sessions that ended before an instant. */
export async function eraseSessions(tx: Db, before: number): Promise<void> {
  await tx.delete(sessions).where(or(lt(sessions.expiresAt, before), lt(sessions.revokedAt, before)))
}
