/** Bodies of the API. */

/** Escapes of what no database keeps as it is written: NUL, and one half of a character. Hardly any body has one. */
const suspicious = /\\u(?:0000|d[89a-f])/i

/** @throws for what is not JSON, or holds text that would not come back out of the database as it was sent */
export function parseJson(text: string): unknown {
  return JSON.parse(text, suspicious.test(text) ? refuseUnfit : undefined)
}

function refuseUnfit(key: string, value: unknown): unknown {
  if (!isFit(key) || (typeof value === 'string' && !isFit(value))) throw new Error('The body holds broken text')
  return value
}

const isFit = (text: string): boolean => text.isWellFormed() && !text.includes('\0')
