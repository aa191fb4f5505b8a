/** The second factor of staff: a code of six digits from an authenticator app, or one of ten codes on paper. */

/** RFC 6238, section 5.2: a new code every thirty seconds. */
export const stepMs = 30_000
/** A phone's clock may be this many steps off (RFC 6238, section 5.2 recommends one). */
export const drift = 1
/** Exports in full, publishing, drawing and changing roles want a code that was given within this time. */
export const freshFor = 5 * 60_000
/** How long a session of staff waits for its code after the password. */
export const halfSessionLife = 10 * 60_000
export const recoveryCount = 10

export const isFresh = (factorAt: number | null, now: number): boolean => factorAt !== null && now - factorAt < freshFor

/** Digits and letters that nobody takes for one another: no i, l, o, u. 32 of them, so ten make 50 bits. */
export const recoveryAlphabet = '0123456789abcdefghjkmnpqrstvwxyz'
export const recoveryLength = 10

/** 'ABCDE-12O45' as it may have been read from paper → 'abcde12045'; null for what is no recovery code. */
export function normalRecovery(written: string): string | null {
  const plain = written.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')
  const code = plain.replace(/o/g, '0').replace(/[il]/g, '1')
  return code.length === recoveryLength && [...code].every(sign => recoveryAlphabet.includes(sign)) ? code : null
}

/** 'abcde12045' → 'abcde-12045'. */
export const shownRecovery = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

/** '123 456' → '123456'; null for what is no code of an app. */
export function normalCode(written: string): string | null {
  const plain = written.normalize('NFKC').replace(/\s/g, '')
  return /^\d{6}$/.test(plain) ? plain : null
}
