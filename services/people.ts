/** Who works here: adding, roles, leaving and coming back. What gives rights takes two people, where there are two. */
import { type PeopleChange, someoneKeeps } from '#core/account/people'
import type { Allowed, Role } from '#core/account/roles'
import { normalLogin } from '#core/account/staff'
import { type No, no, type Outcome, yes } from '#core/refusal'
import type { AccountRow } from '#db/account'
import { revokeOtherSessions } from '#db/session'
import * as db from '#db/staff'
import type { Db } from '#db/storage'
import { mayActAlone, propose } from './approval.ts'
import { record } from './audit.ts'
import { applyFactorReset, applyPeopleChange } from './people-change.ts'
import type { Runtime } from './runtime.ts'
import { freshToken, tokenHash } from './secrets.ts'

type Keeper = Allowed<'people.write'>
/** Done at once, or waiting for a second person under this id. */
export type Proposed = { approval: string | null }

/**
 * Adds a colleague. Done at once it brings the token of a link that works once within a week; after an approval the
 * link is made on the people page.
 * @returns refusals: login-taken, invalid-request (login, roles), reason-needed
 */
export async function addStaff(
  rt: Runtime,
  allowed: Keeper,
  given: { login: string; name: string; roles: Role[]; reason: string },
): Promise<Outcome<Proposed & { login: string; token: string | null }>> {
  const login = normalLogin(given.login)
  if (!login) return no('invalid-request', { where: 'login' })
  const change: PeopleChange = { op: 'add', login, name: given.name, roles: unique(given.roles) }
  return rt.storage.atomically(async tx => {
    const done = await byTwo(rt, tx, allowed, { subject: 'account:new', change, reason: given.reason })
    if (!done.ok) return done
    if (done.value.approval !== null) return yes({ ...done.value, login, token: null })
    return yes({ ...done.value, login, token: await newLink(rt, tx, login) })
  })
}

/** @returns refusals: not-found, invalid-request (no roles), last-keeper, reason-needed */
export const changeRoles = (
  rt: Runtime,
  allowed: Keeper,
  login: string,
  given: { roles: Role[]; reason: string },
): Promise<Outcome<Proposed>> =>
  aboutStaff(rt, login, (tx, account) => {
    const change: PeopleChange = { op: 'roles', account: account.publicId, roles: unique(given.roles) }
    return byTwo(rt, tx, allowed, { subject: `account:${account.publicId}`, change, reason: given.reason })
  })

/** Somebody comes back, with the roles they had. @returns refusals: not-found, already-active, reason-needed */
export const reactivate = (rt: Runtime, allowed: Keeper, login: string, reason: string): Promise<Outcome<Proposed>> =>
  aboutStaff(rt, login, async (tx, account) => {
    if (account.deactivatedAt === null) return no('already-active')
    const change: PeopleChange = { op: 'reactivate', account: account.publicId }
    const subject = `account:${account.publicId}`
    return byTwo(rt, tx, allowed, { subject, change, reason, returning: account.id })
  })

/**
 * Takes all access away at once: one person is enough, since waiting would help whoever should be out.
 * @returns refusals: not-found, own-account, last-keeper, reason-needed
 */
export const deactivate = (rt: Runtime, allowed: Keeper, login: string, reason: string): Promise<Outcome<null>> =>
  aboutStaff(rt, login, async (tx, account) => {
    if (account.id === allowed.id) return no('own-account')
    if (tooShort(reason)) return no('reason-needed', { where: 'reason' })
    if (!someoneKeeps(await db.staffAccounts(tx), account.publicId, [])) return no('last-keeper')
    const now = rt.clock.now()
    await db.setDeactivated(tx, account.id, now)
    await revokeOtherSessions(tx, account.id, 0, now)
    const subject = `account:${account.publicId}`
    await record(tx, { at: now, actor: allowed, action: 'account.deactivated', subject, reason })
    return yes(null)
  })

/** The authenticator app is gone, and the codes too. @returns refusals: not-found, own-account, reason-needed */
export const resetFactor = (rt: Runtime, allowed: Keeper, login: string, reason: string): Promise<Outcome<Proposed>> =>
  aboutStaff<Proposed>(rt, login, async (tx, account) => {
    if (account.id === allowed.id) return no('own-account')
    if (tooShort(reason)) return no('reason-needed', { where: 'reason' })
    const subject = `account:${account.publicId}`
    if (!(await mayActAlone(rt, tx, allowed, 'factor-reset'))) {
      const act = { kind: 'factor-reset', subject, payload: { account: account.publicId }, reason } as const
      return yes({ approval: await propose(rt, tx, allowed, act) })
    }
    const done = await applyFactorReset(rt, tx, account.publicId, { actor: allowed, reason, detail: { alone: true } })
    return done.ok ? yes({ approval: null }) : done
  })

/** A new link for somebody who lost theirs, or forgot the password. @returns refusals: not-found */
export const renewSetupLink = (
  rt: Runtime,
  allowed: Keeper,
  login: string,
): Promise<Outcome<{ login: string; token: string }>> =>
  aboutStaff(rt, login, async (tx, account) => {
    const token = await newLink(rt, tx, login)
    const subject = `account:${account.publicId}`
    await record(tx, { at: rt.clock.now(), actor: allowed, action: 'account.link', subject })
    return yes({ login, token })
  })

/** Does it now where nobody else could decide, or proposes it. */
async function byTwo(
  rt: Runtime,
  tx: Db,
  allowed: Keeper,
  { subject, change, reason, returning }: { subject: string; change: PeopleChange; reason: string; returning?: number },
): Promise<Outcome<Proposed>> {
  const wrong = await changeProblem(tx, change, reason)
  if (wrong) return wrong
  if (!(await mayActAlone(rt, tx, allowed, 'role-change', returning)))
    return yes({ approval: await propose(rt, tx, allowed, { kind: 'role-change', subject, payload: change, reason }) })
  const done = await applyPeopleChange(rt, tx, change, { actor: allowed, reason, detail: { alone: true } })
  return done.ok ? yes({ approval: null }) : done
}

/** What would be refused anyway is refused before anybody is asked. */
async function changeProblem(tx: Db, change: PeopleChange, reason: string): Promise<No | null> {
  if (change.op === 'add' && (await db.accountByLogin(tx, change.login))) return no('login-taken')
  if (change.op === 'add' && change.roles.length === 0) return no('invalid-request', { where: 'roles' })
  if (tooShort(reason)) return no('reason-needed', { where: 'reason' })
  if (change.op !== 'roles') return null
  return someoneKeeps(await db.staffAccounts(tx), change.account, change.roles) ? null : no('last-keeper')
}

const aboutStaff = <T>(
  rt: Runtime,
  login: string,
  work: (tx: Db, account: AccountRow) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
  rt.storage.atomically(async tx => {
    const account = await db.accountByLogin(tx, login)
    return account ? work(tx, account) : no('not-found')
  })

async function newLink(rt: Runtime, tx: Db, login: string): Promise<string> {
  const token = freshToken()
  const account = await db.accountByLogin(tx, login)
  if (!account) throw new Error(`No account ${login}`)
  await db.putSetupToken(tx, { tokenHash: tokenHash(token), accountId: account.id, createdAt: rt.clock.now() })
  return token
}

const unique = (roles: Role[]): Role[] => [...new Set(roles)]
const tooShort = (reason: string): boolean => [...reason.trim()].length < 4
