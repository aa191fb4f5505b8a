/** Changes of people as they happen, in the unit of whoever decided on them. */
import { type PeopleChange, someoneKeeps } from '#core/account/people'
import { no, type Outcome, yes } from '#core/refusal'
import { type AccountRow, insertAccount, setRoles } from '#db/account'
import { removeFactor } from '#db/factor'
import { revokeOtherSessions } from '#db/session'
import * as db from '#db/staff'
import type { Db } from '#db/storage'
import { record } from './audit.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

/** Who does it, and what stands in the log beside it: whether alone, or on whose proposal. */
export interface Doing {
  actor: { id: number; from?: string }
  reason: string
  detail: Record<string, string | number | boolean>
}
/** @returns refusals: not-found */
export async function applyFactorReset(rt: Runtime, tx: Db, account: string, doing: Doing): Promise<Outcome<null>> {
  const found = await memberWith(tx, account)
  if (!found) return no('not-found')
  const now = rt.clock.now()
  await removeFactor(tx, found.id)
  await revokeOtherSessions(tx, found.id, 0, now)
  await record(tx, { at: now, action: 'factor.reset', subject: `account:${account}`, ...doing })
  return yes(null)
}

/** @returns refusals: login-taken, not-found, last-keeper, already-active */
export async function applyPeopleChange(
  rt: Runtime,
  tx: Db,
  change: PeopleChange,
  doing: Doing,
): Promise<Outcome<null>> {
  const at = rt.clock.now()
  if (change.op === 'add') {
    const { login, name, roles } = change
    if (await db.accountByLogin(tx, login)) return no('login-taken')
    const id = publicId()
    await insertAccount(tx, { publicId: id, login, name, roles, createdAt: at })
    const detail = { ...doing.detail, roles: roles.join(' ') }
    await record(tx, { at, action: 'account.invited', subject: `account:${id}`, ...doing, detail })
    return yes(null)
  }
  const found = await memberWith(tx, change.account)
  if (!found) return no('not-found')
  const subject = `account:${change.account}`
  if (change.op === 'reactivate') {
    if (found.deactivatedAt === null) return no('already-active')
    await db.setDeactivated(tx, found.id, null)
    await record(tx, { at, action: 'account.reactivated', subject, ...doing })
    return yes(null)
  }
  if (!someoneKeeps(await db.staffAccounts(tx), change.account, change.roles)) return no('last-keeper')
  await setRoles(tx, found.id, change.roles)
  const detail = { ...doing.detail, from: found.roles.join(' '), to: change.roles.join(' ') }
  await record(tx, { at, action: 'account.roles', subject, ...doing, detail })
  return yes(null)
}

const memberWith = async (tx: Db, account: string): Promise<AccountRow | null> =>
  (await db.staffAccounts(tx)).find(one => one.publicId === account) ?? null
