/**
 * SHA-256 (FIPS 180-4), so that a draw can be run again in any browser: a trial on plain http has no crypto.subtle.
 * The constants are the first 32 bits of the fractional parts of roots of the first primes, and are made, not typed.
 */

const primes = firstPrimes(64)
const fraction = (x: number): number => ((x - Math.floor(x)) * 2 ** 32) | 0
const initial = primes.slice(0, 8).map(p => fraction(Math.sqrt(p)))
const rounds = Int32Array.from(primes, p => fraction(Math.cbrt(p)))

const encoder = new TextEncoder()
/** Words of one block; one hash runs at a time, so one is enough. */
const words = new Int32Array(64)

/** @param text hashed as UTF-8 @returns 64 lower-case hex digits */
export function sha256(text: string): string {
  const state = Int32Array.from(initial)
  const padded = pad(encoder.encode(text))
  for (let at = 0; at < padded.length; at += 64) compress(state, padded, at)
  return [...state].map(word => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** The message, a one bit, zeros up to 56 bytes in the last block, then the length in bits. */
function pad(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const length = new DataView(padded.buffer)
  length.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  length.setUint32(padded.length - 4, (bytes.length * 8) >>> 0)
  return padded
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))
const word = (from: Int32Array, at: number): number => from[at] as number

function compress(state: Int32Array, block: Uint8Array, from: number): void {
  const view = new DataView(block.buffer)
  for (let i = 0; i < 16; i++) words[i] = view.getInt32(from + 4 * i)
  for (let i = 16; i < 64; i++) {
    const [early, late] = [word(words, i - 15), word(words, i - 2)]
    const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    words[i] = (word(words, i - 16) + s0 + word(words, i - 7) + s1) | 0
  }
  let [a, b, c, d] = [word(state, 0), word(state, 1), word(state, 2), word(state, 3)]
  let [e, f, g, h] = [word(state, 4), word(state, 5), word(state, 6), word(state, 7)]
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const first = (h + s1 + ((e & f) ^ (~e & g)) + word(rounds, i) + word(words, i)) | 0
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = (word(state, i) + value) | 0
}

function firstPrimes(n: number): number[] {
  const found: number[] = []
  for (let candidate = 2; found.length < n; candidate++)
    if (found.every(prime => candidate % prime !== 0)) found.push(candidate)
  return found
}
