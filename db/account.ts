/** People: citizens and staff. */
import { and, eq, inArray, isNull, like, placeholder } from 'drizzle-orm'
import type { Role } from '../core/account/roles.ts'
import { locked } from './columns.ts'
import { accounts, organisations } from './schema/account.ts'
import { type Awaitable, type Db, prepared } from './storage.ts'

export type AccountRow = typeof accounts.$inferSelect

export function accountById(db: Db, id: number): Awaitable<AccountRow | null> {
  return prepared(db, 'account_by_id', db =>
    db
      .select()
      .from(accounts)
      .where(eq(accounts.id, placeholder('id'))),
  ).first({ id })
}

/** Whether an account has been neither closed nor deactivated. Held until the unit ends: closing waits for it, or it for closing. */
export async function isOpenAccount(tx: Db, id: number): Promise<boolean> {
  const row = await prepared(tx, 'open_account', tx =>
    locked(
      tx
        .select({ deactivatedAt: accounts.deactivatedAt })
        .from(accounts)
        .where(eq(accounts.id, placeholder('id'))),
    ),
  ).first({ id })
  return row !== null && row.deactivatedAt === null
}

export async function accountByPhone(db: Db, phoneIndex: string): Promise<AccountRow | null> {
  const rows = await db.select().from(accounts).where(eq(accounts.phoneIndex, phoneIndex))
  return rows[0] ?? null
}

export interface NewAccount {
  publicId: string
  phoneIndex?: string | null
  phoneCipher?: string | null
  name?: string | null
  showName?: boolean
  regionEdition?: string | null
  region?: string | null
  login?: string | null
  passwordHash?: string | null
  roles?: Role[]
  sample?: boolean
  createdAt: number
}

/** @returns the new account's id */
export async function insertAccount(tx: Db, account: NewAccount): Promise<number> {
  const rows = await tx
    .insert(accounts)
    .values({ showName: false, roles: [], sample: false, ...account })
    .returning({ id: accounts.id })
  return (rows[0] as { id: number }).id
}

/** Nobody's name comes back into an account that was closed a moment ago. */
const stillThere = (id: number) => and(eq(accounts.id, id), isNull(accounts.deactivatedAt))

export async function setRegion(
  tx: Db,
  id: number,
  place: { regionEdition: string; region: string; organisationId: number | null },
): Promise<void> {
  await tx.update(accounts).set(place).where(stillThere(id))
}

export async function setName(tx: Db, id: number, name: string | null, showName: boolean): Promise<void> {
  await tx.update(accounts).set({ name, showName }).where(stillThere(id))
}

export async function organisationById(
  db: Db,
  id: number,
): Promise<{ id: number; publicId: string; name: string } | null> {
  const rows = await db
    .select({ id: organisations.id, publicId: organisations.publicId, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, id))
  return rows[0] ?? null
}

/** The organisation of that name, made if it is not there. @returns its id */
export async function organisationNamed(
  tx: Db,
  organisation: { publicId: string; name: string; normalName: string; createdAt: number },
): Promise<number> {
  await tx.insert(organisations).values(organisation).onConflictDoNothing()
  const rows = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.normalName, organisation.normalName))
  return (rows[0] as { id: number }).id
}

/** Names that contain the fragment (normalised like `normalName`), at most ten. */
export async function organisationsLike(db: Db, fragment: string): Promise<string[]> {
  const safe = fragment.replace(/[%_\\]/g, '')
  const rows = await db
    .select({ name: organisations.name })
    .from(organisations)
    .where(like(organisations.normalName, `%${safe}%`))
    .limit(10)
  return rows.map(row => row.name)
}

export async function setRoles(tx: Db, accountId: number, roles: Role[]): Promise<void> {
  await tx.update(accounts).set({ roles }).where(eq(accounts.id, accountId))
}

/** @param ids public ones; unknown ones are left out */
export async function organisationsByPublicIds(db: Db, ids: string[]): Promise<{ publicId: string; name: string }[]> {
  if (ids.length === 0) return []
  return db
    .select({ publicId: organisations.publicId, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.publicId, ids))
}
