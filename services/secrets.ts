/** Keys of this installation. They lie in DATA_DIR/keys.json, outside the database and its backups. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Secrets {
  /** Finds a phone without storing it. */
  blindIndex(phone: string): string
  encrypt(text: string): string
  decrypt(cipher: string): string
  codeHash(phoneIndex: string, code: string): string
  /** The key of one file; no two files share one. */
  fileKey(id: string): Buffer
  /** What is stored of a recovery code. */
  recoveryHash(accountId: number, code: string): string
  /** Tells a person's entry on the list of a draw from a guess: 32 hex digits, known to that person alone. */
  drawSalt(draw: string, accountId: number): string
  /** next-auth's own secret; it guards the tokens of its forms. */
  signIn: string
  /** Of who claims a prize; of one contest, so that it means nothing in another. */
  personHash(contestId: number, person: string): string
  /** Of where an attempt came from. */
  traceHash(text: string): string
  /** As many bytes as asked for that belong to one attempt; its option ids are cut from them. */
  optionBytes(attemptId: number, length: number): Buffer
  /** The seed of a paper, 16 bytes. @param name an attempt's public id, or what all papers of a contest share */
  paperSeed(name: string): Buffer
  /** Decides among equals where the rules leave it to the lot: fixed for a person in a contest, 48 bits. */
  lot(contestId: number, accountId: number): number
}

interface Keys {
  phoneIndex: string
  phoneCipher: string
  codes: string
  options: string
}

/** Reads the keys, or makes them at the first start. Losing the file loses the phones, so it is never overwritten. */
export function openSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'keys.json')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    const fresh = () => randomBytes(32).toString('base64')
    const keys: Keys = { phoneIndex: fresh(), phoneCipher: fresh(), codes: fresh(), options: fresh() }
    writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  }
  return secretsFrom(JSON.parse(readFileSync(file, 'utf8')) as Keys)
}

function secretsFrom(keys: Keys): Secrets {
  // Made into key objects once: an HMAC or a cipher with a bare key spends most of its time on that.
  const secret = (key: string) => createSecretKey(key, 'base64')
  const [cipherKey, phoneKey, codeKey] = [secret(keys.phoneCipher), secret(keys.phoneIndex), secret(keys.codes)]
  const hmac = (key: KeyObject, text: string) => createHmac('sha256', key).update(text).digest('base64url')
  return {
    blindIndex: phone => hmac(phoneKey, phone),
    encrypt: text => encrypt(cipherKey, text),
    decrypt: cipher => decrypt(cipherKey, cipher),
    // A code is hashed with a colon in its text, this has none: the two never meet.
    signIn: hmac(codeKey, 'sign-in'),
    traceHash: text => hmac(codeKey, `trace ${text}`),
    personHash: (contestId, person) => hmac(codeKey, `person ${contestId} ${person}`),
    codeHash: (phoneIndex, code) => hmac(codeKey, `${phoneIndex}:${code}`),
    recoveryHash: (accountId, code) => hmac(codeKey, `recovery ${accountId} ${code}`),
    // A blank, which neither of the two above has.
    drawSalt: (draw, accountId) =>
      createHmac('sha256', codeKey).update(`draw salt ${draw} ${accountId}`).digest('hex').slice(0, 32),
    fileKey: id => createHmac('sha256', codeKey).update(`file ${id}`).digest(),
    // A sponge with its key in front is a MAC by itself, in half the time of an HMAC.
    optionBytes: (attemptId, length) =>
      hash('shake256', `${keys.options}:${attemptId}`, { outputEncoding: 'buffer', outputLength: length }),
    // An attempt's id is a number, so that no option bytes are ever a seed.
    paperSeed: name =>
      hash('shake256', `${keys.options}:paper ${name}`, { outputEncoding: 'buffer', outputLength: 16 }),
    lot: (contestId, accountId) =>
      hash('shake256', `${keys.options}:lot:${contestId}:${accountId}`, {
        outputEncoding: 'buffer',
        outputLength: 6,
      }).readUIntBE(0, 6),
  }
}

/** AES-256-GCM; nonce, tag and text in one base64url string. */
function encrypt(key: KeyObject, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

function decrypt(key: KeyObject, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/** A random public id: 128 bits. */
export const publicId = (): string => randomBytes(16).toString('base64url')

/** What is stored of a token that somebody carries. */
export const tokenHash = (token: string): string => hash('sha256', token, 'base64url')

/** A token to carry: 256 bits. */
export const freshToken = (): string => randomBytes(32).toString('base64url')
