/** A body in the encodings browsers take. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

export interface Encoded {
  identity: Buffer
  /** Null where compressing gains nothing: pictures, a few bytes. */
  br: Buffer | null
  gzip: Buffer | null
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
/** Below this the headers weigh more than what is saved. */
const worthwhile = 860
const compressible = /^(text\/|application\/(javascript|json|xml|manifest\+json)|image\/svg\+xml)/

/** @param quality brotli's, 0–11: 5 costs a page about a millisecond, 11 is for what is compressed once */
export async function encode(identity: Buffer, type: string, quality = 5): Promise<Encoded> {
  if (identity.length < worthwhile || !compressible.test(type)) return { identity, br: null, gzip: null }
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length }
  const [br, gz] = await Promise.all([brotli(identity, { params }), zip(identity, { level: quality > 9 ? 9 : 6 })])
  return { identity, br, gzip: gz }
}

/** The best encoding that is there and that the browser takes. A quality of 0 is a refusal; others are not weighed. */
export function choose(body: Encoded, accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity'
  if (body.br && takes(accepted, 'br')) return 'br'
  return body.gzip && takes(accepted, 'gzip') ? 'gzip' : 'identity'
}

const takes = (accepted: string, encoding: string): boolean => {
  const at = accepted.indexOf(encoding)
  return at >= 0 && !/^[a-z]*\s*;\s*q=0(\.0*)?\s*(,|$)/.test(accepted.slice(at))
}
