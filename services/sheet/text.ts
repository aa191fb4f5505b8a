/** Bytes → text. A byte order mark decides; else strict UTF-8; else what Chinese programs call ANSI. */
import { refuse } from './refused.ts'

/** @returns the text with line ends as \n; throws Refused */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return lines(decodeAs('utf-16le', bytes) ?? refuse('file-encoding'))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return lines(decodeAs('utf-16be', bytes) ?? refuse('file-encoding'))
  if (bytes.includes(0)) refuse('file-type')
  return lines(decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes) ?? refuse('file-encoding'))
}

export const decodeUtf8 = (bytes: Buffer): string => decodeAs('utf-8', bytes) ?? refuse('file-encoding')

const lines = (text: string): string => text.replace(/\r\n?/g, '\n')

function decodeAs(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
