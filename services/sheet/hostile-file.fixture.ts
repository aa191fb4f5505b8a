/** How hostile files are written down. */
import type { Refusal } from '#core/refusal'

export interface Hostile {
  what: string
  fileName: string
  bytes: () => Buffer
  /** `read`: it is harmless, and read with whatever problems its rows have. */
  becomes: Refusal | 'read'
}

export const megabyte = 1024 * 1024
export const many = (n: number, one: (at: number) => string): string =>
  Array.from({ length: n }, (_, at) => one(at)).join('')
export const file = (what: string, fileName: string, becomes: Hostile['becomes'], bytes: () => Buffer): Hostile => {
  return { what, fileName, becomes, bytes }
}
export const text = (what: string, name: string, becomes: Hostile['becomes'], made: () => string): Hostile =>
  file(what, name, becomes, () => Buffer.from(made()))
