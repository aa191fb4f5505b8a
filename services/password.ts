/** Passwords of staff: argon2id, at most two at a time, since each takes 19 MiB. */
import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** OWASP's password storage sheet, 2025: 19 MiB, two passes, one lane. About 40 ms. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const derive = promisify(argon2)

/** @returns a PHC string: $argon2id$v=19$m=19456,t=2,p=1$salt$hash */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derived({ ...cost, message: normal(password), nonce })
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(tag)}`
}

/** @param stored PHC string; null takes as long as a wrong password and is never right */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const { nonce, tag, ...held } = parse(stored ?? nobody)
  const found = await derived({ ...held, message: normal(password), nonce })
  return timingSafeEqual(found, tag) && stored !== null
}

/** The same characters typed on another keyboard are the same password. */
const normal = (password: string): Buffer => Buffer.from(password.normalize('NFKC'))
const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

const nobody = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`

function parse(stored: string) {
  const [, m, t, p, salt, hash] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored) ?? []
  if (!salt || !hash) throw new Error('A stored password is not in the form that hashPassword writes')
  const tag = Buffer.from(hash, 'base64')
  const numbers = { memory: Number(m), passes: Number(t), parallelism: Number(p), tagLength: tag.length }
  return { ...numbers, nonce: Buffer.from(salt, 'base64'), tag }
}

const atOnce = 2
/** Two seconds of work: whoever comes later is told to come again, instead of filling the memory (trial: 40 ms each). */
const mostWaiting = 100
let running = 0

/** Too many passwords are being derived already. */
export class PasswordsBusy extends Error {}

const waiting: (() => void)[] = []

async function derived(parameters: Argon2Parameters): Promise<Buffer> {
  if (waiting.length >= mostWaiting) throw new PasswordsBusy('Too many passwords at once')
  if (running >= atOnce) await new Promise<void>(resolve => waiting.push(resolve))
  else running++
  try {
    return (await derive('argon2id', parameters)) as Buffer
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
