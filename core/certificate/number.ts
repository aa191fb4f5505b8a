/**
 * Numbers of certificates: typed from paper without a mistake. No two of the 23 signs look alike (no 0 O, 1 I L, 2 Z, 5 S,
 * 8 B, U V, Q), and since 23 is prime, the weighted check sign finds every wrong sign and every swap of two.
 */
const signs = '34679ACDEFGHJKMNPRTVWXY'
/** Random signs before the check sign: 23^11 numbers, too many to guess. */
const length = 11

/** @param random bytes, at least 64: those that would favour a sign are skipped */
export function newNumber(random: Uint8Array): string {
  const fair = 256 - (256 % signs.length)
  const drawn = [...random].filter(byte => byte < fair).slice(0, length)
  if (drawn.length < length) throw new Error('Not enough random bytes for a number')
  const body = drawn.map(byte => signs[byte % signs.length]).join('')
  return body + checkOf(body)
}

/** @returns the number as it is kept, or null: not as many signs, a sign that is none of ours, or a wrong check sign */
export function readNumber(written: string): string | null {
  const number = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s–—-]/g, '')
  if (number.length !== length + 1 || [...number].some(sign => !signs.includes(sign))) return null
  return checkOf(number.slice(0, length)) === number.at(-1) ? number : null
}

/** XXXX-XXXX-XXXX */
export const shownNumber = (number: string): string => number.replace(/(.{4})(?=.)/g, '$1-')

function checkOf(body: string): string {
  const sum = [...body].reduce((total, sign, i) => total + (i + 1) * signs.indexOf(sign), 0)
  // With weights 1 to 12, all different modulo 23, the whole number sums up to nothing: 12 × 21 = −1.
  return signs[(sum * 21) % signs.length] ?? ''
}
