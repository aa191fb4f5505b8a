/** Staff: the first account through a link printed at start, colleagues through links that a colleague makes. */
import type { Allowed, Person, Role } from '#core/account/roles'
import { firstRoles, mustWait, normalLogin, passwordLengths, setupLinkLife } from '#core/account/staff'
import { no, type Outcome, yes } from '#core/refusal'
import { accountById, insertAccount } from '#db/account'
import { accountsWithFactor } from '#db/factor'
import { revokeOtherSessions } from '#db/session'
import * as db from '#db/staff'
import type { Db } from '#db/storage'
import { record } from './audit.ts'
import { hashPassword, PasswordsBusy, passwordMatches } from './password.ts'
import type { Runtime } from './runtime.ts'
import { freshToken, publicId, tokenHash } from './secrets.ts'

/** @returns a new one-time token for the first staff account, or null once there is one; older tokens end */
export async function setupLink(rt: Runtime): Promise<string | null> {
  if (await db.staffExists(rt.storage.read)) return null
  const token = freshToken()
  await rt.storage.atomically(tx =>
    db.putSetupToken(tx, { tokenHash: tokenHash(token), accountId: null, createdAt: rt.clock.now() }),
  )
  return token
}

/** Whom a link is for: nobody yet (the first account), or a colleague. Null: used, replaced or too old. */
export async function setupFor(
  rt: Runtime,
  token: string,
): Promise<{ login: string | null; name: string | null } | null> {
  const open = await openToken(rt, rt.storage.read, token)
  if (!open) return null
  const account = open.accountId === null ? null : await accountById(rt.storage.read, open.accountId)
  return { login: account?.login ?? null, name: account?.name ?? null }
}

/** Makes the first staff account, with every right. @returns refusals: setup-link-used, invalid-request, password-short */
export async function createFirstStaff(
  rt: Runtime,
  token: string,
  given: { login: string; password: string; name: string },
  from?: string,
): Promise<Outcome<{ login: string }>> {
  const login = normalLogin(given.login)
  if (!login) return no('invalid-request', { where: 'login' })
  if (!longEnough(given.password)) return no('password-short', { least: passwordLengths.least })
  const passwordHash = await hashPassword(given.password)
  const createdAt = rt.clock.now()
  return rt.storage.atomically(async tx => {
    const open = await openToken(rt, tx, token)
    if (!open || open.accountId !== null || (await db.staffExists(tx))) return no('setup-link-used')
    if (await db.accountByLogin(tx, login)) return no('login-taken')
    if (!(await db.takeSetupToken(tx, open.id, createdAt))) return no('setup-link-used')
    const roles = [...firstRoles]
    const account = publicId()
    const id = await insertAccount(tx, {
      publicId: account,
      login,
      passwordHash,
      name: given.name,
      roles,
      createdAt,
    })
    await db.noteSetupBy(tx, open.id, id)
    const actor = { id, ...(from !== undefined && { from }) }
    await record(tx, { at: createdAt, actor, action: 'account.first', subject: `account:${account}` })
    return yes({ login })
  })
}

/** A colleague chooses a password; earlier sessions end. @returns refusals: setup-link-used, password-short */
export async function choosePassword(
  rt: Runtime,
  token: string,
  password: string,
  from?: string,
): Promise<Outcome<{ login: string }>> {
  if (!longEnough(password)) return no('password-short', { least: passwordLengths.least })
  const passwordHash = await hashPassword(password)
  const now = rt.clock.now()
  return rt.storage.atomically(async tx => {
    const open = await openToken(rt, tx, token)
    const account = open?.accountId ? await accountById(tx, open.accountId) : null
    if (!open || !account?.login || account.deactivatedAt !== null || !(await db.takeSetupToken(tx, open.id, now)))
      return no('setup-link-used')
    await db.setPassword(tx, account.id, passwordHash)
    await db.noteSetupBy(tx, open.id, account.id)
    await revokeOtherSessions(tx, account.id, 0, now)
    const actor = { id: account.id, ...(from !== undefined && { from }) }
    await record(tx, { at: now, actor, action: 'account.password', subject: `account:${account.publicId}` })
    return yes({ login: account.login })
  })
}

/**
 * @returns the account's id; login-wrong, as slow for a login that does not exist; too-many-requests after five
 * wrong passwords in a row, then one try a minute; busy when too many passwords are being tried at once
 */
export async function checkPassword(rt: Runtime, writtenLogin: string, password: string): Promise<Outcome<number>> {
  const login = normalLogin(writtenLogin)
  if (!login || password.length > passwordLengths.most) return no('login-wrong')
  const failures = failuresOf(rt)
  const before = failures.get(login)
  const now = rt.clock.now()
  if (mustWait(before, now)) return no('too-many-requests')
  // Counted before the answer is known: parallel guesses are guesses too.
  failures.set(login, { count: (before?.count ?? 0) + 1, last: now })
  const account = await db.accountByLogin(rt.storage.read, login)
  const matches = await unlessBusy(passwordMatches(password, account?.passwordHash ?? null))
  if (matches === null) return no('busy')
  if (!matches || !account || account.deactivatedAt !== null) return no('login-wrong')
  failures.delete(login)
  return yes(account.id)
}

/** @returns null when too many passwords are being tried at once */
const unlessBusy = (matching: Promise<boolean>): Promise<boolean | null> =>
  matching.catch((error: unknown) => {
    if (error instanceof PasswordsBusy) return null
    throw error
  })

export interface StaffMember {
  id: string
  login: string
  name: string | null
  roles: readonly Role[]
  createdAt: number
  /** Invited until the person has chosen a password. */
  state: 'invited' | 'active' | 'deactivated'
  secondFactor: boolean
  /** The reader's own account. */
  own: boolean
}

export async function listStaff(rt: Runtime, allowed: Allowed<'people.write'>): Promise<StaffMember[]> {
  const rows = await db.staffAccounts(rt.storage.read)
  const withFactor = await accountsWithFactor(rt.storage.read)
  return rows.map(({ id, publicId, login, name, roles, createdAt, passwordHash, deactivatedAt }) => ({
    id: publicId,
    login: login ?? '',
    name,
    roles,
    createdAt,
    state: deactivatedAt !== null ? 'deactivated' : passwordHash === null ? 'invited' : 'active',
    secondFactor: withFactor.has(id),
    own: id === allowed.id,
  }))
}

/** Names by the public id of the account, for whoever works here. */
export const namesOfStaff = async (rt: Runtime, _staff: Person): Promise<Map<string, string>> =>
  new Map((await db.staffAccounts(rt.storage.read)).map(({ publicId, name, login }) => [publicId, name ?? login ?? '']))

const longEnough = (password: string): boolean =>
  [...password].length >= passwordLengths.least && password.length <= passwordLengths.most

async function openToken(rt: Runtime, from: Db, token: string): Promise<db.SetupToken | null> {
  const open = await db.openSetupToken(from, tokenHash(token))
  const old = open !== null && open.accountId !== null && rt.clock.now() - open.createdAt > setupLinkLife
  return old ? null : open
}

type Failures = Map<string, { count: number; last: number }>

/** In memory: a restart forgives, and made-up logins cannot fill a table. */
function failuresOf(rt: Runtime): Failures {
  const known = rt.memory.get('staff failures') as Failures | undefined
  if (known && known.size < 10_000) return known
  const fresh: Failures = new Map()
  rt.memory.set('staff failures', fresh)
  return fresh
}
