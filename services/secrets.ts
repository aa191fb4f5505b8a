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
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

export interface Secrets {
  /** Tells whether these are the keys that a database was written with, and nothing else. */
  fingerprint: string
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
  /** Of who claims a prize, of whose phone has entered; of one contest, so that it means nothing in another. */
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

const keyNames = ['phoneIndex', 'phoneCipher', 'codes', 'options'] as const
type Keys = Record<(typeof keyNames)[number], string>

/** Why the keys cannot be used: what was encrypted with other ones could not be read, so nothing starts. */
export class KeysWrong extends Error {
  readonly code: 'KEYS_MISSING' | 'KEYS_BROKEN' | 'KEYS_FOREIGN'
  constructor(code: KeysWrong['code'], file: string) {
    super(file)
    this.code = code
  }
}

/**
 * Reads the keys, or makes them at the first start. Losing the file loses the phones, so it is never overwritten, and
 * a database that knows its keys takes no others.
 * @param known the fingerprint that the database keeps; null: it keeps none yet
 * @throws KeysWrong
 */
export function openSecrets(dataDir: string, known: string | null = null): Secrets {
  const file = join(dataDir, 'keys.json')
  if (!existsSync(file)) {
    if (known !== null) throw new KeysWrong('KEYS_MISSING', file)
    mkdirSync(dataDir, { recursive: true })
    writeKeys(file)
  }
  const keys = readKeys(file)
  const fingerprint = hash('sha256', keyNames.map(name => keys[name]).join(' '))
  if (known !== null && known !== fingerprint) throw new KeysWrong('KEYS_FOREIGN', file)
  return { ...secretsFrom(keys), fingerprint }
}

/** Whole on the disk before anything is encrypted with them; whoever comes second takes those of the first. */
function writeKeys(file: string): void {
  const keys = Object.fromEntries(keyNames.map(name => [name, randomBytes(32).toString('base64')]))
  const draft = `${file}.${randomBytes(8).toString('hex')}`
  writeFileSync(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

function readKeys(file: string): Keys {
  const read = (): Partial<Keys> => {
    try {
      return (JSON.parse(readFileSync(file, 'utf8')) ?? {}) as Partial<Keys>
    } catch (error) {
      if (error instanceof SyntaxError) return {}
      throw error
    }
  }
  const keys = read()
  const isWhole = keyNames.every(
    name => typeof keys[name] === 'string' && Buffer.from(keys[name], 'base64').length === 32,
  )
  if (!isWhole) throw new KeysWrong('KEYS_BROKEN', file)
  return keys as Keys
}

function secretsFrom(keys: Keys): Omit<Secrets, 'fingerprint'> {
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
