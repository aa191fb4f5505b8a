/** The second factor of staff: set up at the first sign-in, asked for at every one, and again before grave acts. */
import { randomInt } from 'node:crypto'
import {
  halfSessionLife,
  normalCode,
  normalRecovery,
  recoveryAlphabet,
  recoveryCount,
  recoveryLength,
  shownRecovery,
} from '#core/account/factor'
import { mustWait } from '#core/account/staff'
import { no, type Outcome, yes } from '#core/refusal'
import * as db from '#db/factor'
import type { Db } from '#db/storage'
import { record } from './audit.ts'
import type { Runtime } from './runtime.ts'
import { type SignedIn, staffLife } from './session.ts'
import { freshSecret, keyUri, stepOf } from './totp.ts'

/** Who asks, in a session that may still wait for its code, and from where. */
export type Holder = Pick<SignedIn, 'sessionId' | 'factorAt' | 'account'> & { from?: string }

export interface FactorState {
  /** When the app was set up; null: not yet. */
  confirmedAt: number | null
  recoveryLeft: number
}

export async function factorState(rt: Runtime, { account }: Holder): Promise<FactorState> {
  const factor = await db.factorOf(rt.storage.read, account.id)
  return {
    confirmedAt: factor?.confirmedAt ?? null,
    recoveryLeft: await db.recoveryCodesLeft(rt.storage.read, account.id),
  }
}

/**
 * A secret to scan, for somebody who has no second factor yet. Asked again, there is a new one.
 * @returns refusals: forbidden (no login), factor-set-up (there is one: it is replaced, not overwritten)
 */
export async function beginFactor(
  rt: Runtime,
  { account }: Holder,
  issuer: string,
): Promise<Outcome<{ secret: string; uri: string }>> {
  const { login } = account
  if (login === null) return no('forbidden')
  const secret = freshSecret()
  const secretCipher = rt.secrets.encrypt(secret)
  return rt.storage.atomically(async tx => {
    if ((await db.factorAlone(tx, account.id))?.confirmedAt) return no('factor-set-up')
    await db.putFactor(tx, { accountId: account.id, secretCipher, createdAt: rt.clock.now() })
    return yes({ secret, uri: keyUri(secret, login, issuer) })
  })
}

/**
 * Takes a code of the app, or one from paper. The session has its rights from then on, and is fresh for grave acts.
 * @returns the recovery codes, once, when this was the first code; refusals: factor-wrong, factor-not-set-up,
 * too-many-requests after five wrong codes in a row, then one try a minute
 */
export async function giveCode(
  rt: Runtime,
  holder: Holder,
  written: string,
): Promise<Outcome<{ recoveryCodes: string[] | null }>> {
  const now = rt.clock.now()
  const { id } = holder.account
  return rt.storage.atomically(async tx => {
    const factor = await db.factorAlone(tx, id)
    if (!factor) return no('factor-not-set-up')
    if (mustWait({ count: factor.failures, last: factor.failedAt ?? 0 }, now)) return no('too-many-requests')
    const taken = await takeCode(rt, tx, factor, written)
    if (!taken) {
      await db.noteFactor(tx, id, { failures: factor.failures + 1, failedAt: now })
      return no('factor-wrong')
    }
    const first = factor.confirmedAt === null
    const lastStep = taken.step ?? factor.lastStep
    await db.noteFactor(tx, id, { lastStep, failures: 0, failedAt: null, ...(first && { confirmedAt: now }) })
    const opened = holder.factorAt === null
    await db.noteFactorGiven(tx, holder.sessionId, { factorAt: now, ...(opened && { expiresAt: now + staffLife }) })
    const recoveryCodes = first ? await writeRecoveryCodes(rt, tx, id) : null
    const action = first ? 'factor.set-up' : taken.step === null ? 'factor.recovery' : opened ? 'session.opened' : null
    if (action)
      await record(tx, { at: now, actor: actorOf(holder), action, subject: `account:${holder.account.publicId}` })
    return yes({ recoveryCodes })
  })
}

const actorOf = ({ account, from }: Holder) => ({ id: account.id, ...(from !== undefined && { from }) })

/** @returns the step of the app's code, null for a code from paper; or null when it is neither, or was used */
async function takeCode(
  rt: Runtime,
  tx: Db,
  factor: db.FactorRow,
  written: string,
): Promise<{ step: number | null } | null> {
  const code = normalCode(written)
  if (code !== null) {
    const step = stepOf(rt.secrets.decrypt(factor.secretCipher), code, rt.clock.now())
    return step !== null && step > (factor.lastStep ?? 0) ? { step } : null
  }
  const recovery = factor.confirmedAt === null ? null : normalRecovery(written)
  if (recovery === null) return null
  const hash = rt.secrets.recoveryHash(factor.accountId, recovery)
  return (await db.takeRecoveryCode(tx, factor.accountId, hash, rt.clock.now())) ? { step: null } : null
}

/** Ten new codes for paper; earlier ones end. @returns them, once; refusals: factor-not-set-up */
export async function renewRecoveryCodes(rt: Runtime, holder: Holder): Promise<Outcome<string[]>> {
  return rt.storage.atomically(async tx => {
    if (!(await db.factorAlone(tx, holder.account.id))?.confirmedAt) return no('factor-not-set-up')
    const codes = await writeRecoveryCodes(rt, tx, holder.account.id)
    const subject = `account:${holder.account.publicId}`
    await record(tx, { at: rt.clock.now(), actor: actorOf(holder), action: 'factor.codes', subject })
    return yes(codes)
  })
}

/** Another phone: the app is set up anew, and until then this session carries no rights. */
export async function replaceFactor(rt: Runtime, holder: Holder): Promise<void> {
  const now = rt.clock.now()
  await rt.storage.atomically(async tx => {
    await db.removeFactor(tx, holder.account.id)
    await db.noteFactorGiven(tx, holder.sessionId, { factorAt: null, expiresAt: now + halfSessionLife })
    const subject = `account:${holder.account.publicId}`
    await record(tx, { at: now, actor: actorOf(holder), action: 'factor.replaced', subject })
  })
}

async function writeRecoveryCodes(rt: Runtime, tx: Db, accountId: number): Promise<string[]> {
  const codes = Array.from({ length: recoveryCount }, recoveryCode)
  await db.putRecoveryCodes(
    tx,
    accountId,
    codes.map(code => rt.secrets.recoveryHash(accountId, code)),
  )
  return codes.map(shownRecovery)
}

const recoveryCode = (): string =>
  Array.from({ length: recoveryLength }, () => recoveryAlphabet[randomInt(recoveryAlphabet.length)]).join('')
