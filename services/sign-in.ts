/** Sign-in by phone code. The answer never tells whether a number is known. */
import { randomInt, timingSafeEqual } from 'node:crypto'
import { codeLife, codeTries, maySend } from '#core/account/code'
import { normalPhone } from '#core/account/phone'
import { no, type Outcome, yes } from '#core/refusal'
import { accountByPhone, insertAccount } from '#db/account'
import { codesSentSince, countTry, insertCode, markUsed, openCode } from '#db/code'
import type { Db } from '#db/storage'
import type { Runtime } from './runtime.ts'
import { publicId, tokenHash } from './secrets.ts'

const day = 86_400_000

/**
 * Sends a six-digit code to a phone.
 * @param browser random id in a cookie of the asking browser; only that browser can use the code
 * @returns refusals: phone-invalid, code-not-sent (nothing is set up that could send it), too-many-requests (one a minute, five an hour, ten a day per number)
 */
export async function requestCode(rt: Runtime, written: string, browser: string): Promise<Outcome<null>> {
  const phone = normalPhone(written)
  if (!phone) return no('phone-invalid')
  if (!rt.outbox) return no('code-not-sent')
  const now = rt.clock.now()
  const phoneIndex = rt.secrets.blindIndex(phone)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const accepted = await rt.storage.atomically(async tx => {
    if (!maySend(await codesSentSince(tx, phoneIndex, now - day), now)) return false
    await insertCode(tx, {
      phoneIndex,
      codeHash: rt.secrets.codeHash(phoneIndex, code),
      browserHash: tokenHash(browser),
      createdAt: now,
      expiresAt: now + codeLife,
    })
    return true
  })
  if (!accepted) return no('too-many-requests')
  await rt.outbox.send({ phone, code, sentAt: now })
  return yes(null)
}

/**
 * Uses up a code and finds the account of its phone, or makes it.
 * @returns the account's id; code-wrong for a wrong, used, expired or foreign code, and after five wrong tries
 */
export async function signInByCode(
  rt: Runtime,
  given: { phone: string; code: string; browser: string | undefined },
): Promise<Outcome<number>> {
  const phone = normalPhone(given.phone)
  const { browser } = given
  if (!phone || !browser) return no('code-wrong')
  const now = rt.clock.now()
  const phoneIndex = rt.secrets.blindIndex(phone)
  return rt.storage.atomically(async tx => {
    if (!(await takeCode(rt, tx, phoneIndex, { code: given.code, browser }))) return no('code-wrong')
    const known = await accountByPhone(tx, phoneIndex)
    if (known) return yes(known.id)
    const phoneCipher = rt.secrets.encrypt(phone)
    return yes(await insertAccount(tx, { publicId: publicId(), phoneIndex, phoneCipher, createdAt: now }))
  })
}

/** Uses a code up within the caller's unit, or counts the try. The unit must not fail over a wrong one. */
export async function takeCode(
  rt: Runtime,
  tx: Db,
  phoneIndex: string,
  given: { code: string; browser: string },
): Promise<boolean> {
  const now = rt.clock.now()
  const sentHash = rt.secrets.codeHash(phoneIndex, given.code.normalize('NFKC').replace(/\s/g, ''))
  const open = await openCode(tx, phoneIndex, now)
  if (!open || open.tries >= codeTries) return false
  if (!same(open.codeHash, sentHash) || !same(open.browserHash, tokenHash(given.browser))) {
    await countTry(tx, open.id, open.tries + 1)
    return false
  }
  await markUsed(tx, open.id, now)
  return true
}

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
