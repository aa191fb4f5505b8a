/** An uploaded file → sheets, by what it is, not by what it is called. */
import { findHeader } from '#core/bank/columns'
import { looksLikeGift, readGift } from '#core/bank/gift'
import { looksPasted, readPasted } from '#core/bank/pasted'
import { readCsv } from './csv.ts'
import { asItems, type Opened } from './opened.ts'
import { Refused, refuse } from './refused.ts'
import { decodeText, decodeUtf8 } from './text.ts'

/** What a format needs is loaded with it: a worker lives for one file, and its start is most of its life. @throws Refused */
export async function openFile(bytes: Buffer, fileName: string): Promise<Opened> {
  const start = bytes.subarray(0, 8).toString('latin1')
  if (start.startsWith('PK\x03\x04')) return (await import('./archive.ts')).openArchive(bytes, fileName)
  const isOther = otherFormats.some(magic => start.toLowerCase().startsWith(magic.toLowerCase()))
  if (isOther) refuse('file-type')
  const text = decodeText(bytes)
  const first = text.trimStart()[0]
  if (first === '<') return (await import('./archive.ts')).openXml(decodeUtf8(bytes), fileName)
  if (first === '{' || first === '[') {
    const json = await openJson(text, fileName)
    if (json) return json
  }
  return openText(text, fileName)
}

/** First bytes of what people take for a table: old Excel, PDF, pictures, archives, programs, web pages, RTF. */
const otherFormats = [
  '\xd0\xcf\x11\xe0',
  '%PDF',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  'PK',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
].concat(['MZ', '\x7fELF', '<html', '<!DOCTYPE html', '{\\rtf'])

/** @returns null for what only begins like JSON */
async function openJson(text: string, fileName: string): Promise<Opened | null> {
  count(text)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return /\.json$/i.test(fileName) ? refuse('file-broken') : null
  }
  const { readJson } = await import('#core/bank/json')
  const read = readJson(value, fileName) ?? refuse('file-columns')
  if ('rows' in read || 'columns' in read) refuse('file-too-complex', { ...read })
  return { format: 'json', sheets: [read.sheet], set: read.set }
}

/** A whole set nests six deep, with twelve brackets and fifty commas a question; 5 MB hold fewer than 10,000 questions. */
const jsonLimits = { depth: 32, brackets: 300_000, commas: 800_000 }

/** Looked at before it is parsed: what a million empty objects need would be taken first and refused then. */
function count(text: string): void {
  const seen = { depth: 0, brackets: 0, commas: 0 }
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (inString) {
      if (sign === '\\') at++
      else if (sign === '"') inString = false
    } else if (sign === '"') inString = true
    else if (sign === ',') seen.commas++
    else if (sign === '}' || sign === ']') seen.depth--
    else if (sign === '{' || sign === '[') {
      seen.brackets++
      if (++seen.depth > jsonLimits.depth) refuse('file-too-complex', { depth: jsonLimits.depth })
    }
  }
  if (seen.brackets > jsonLimits.brackets || seen.commas > jsonLimits.commas)
    refuse('file-too-complex', { entries: Math.max(seen.brackets, seen.commas) })
}

/** A table says what it is by its headings; else questions stand one below the other, or in GIFT; else it is a foreign table. */
function openText(text: string, fileName: string): Opened {
  const isTable = hasHeadings(text, fileName, 12) || hasHeadings(text, fileName, 1)
  if (!isTable && looksLikeGift(text)) return asItems('gift', fileName, readGift(text))
  if (!isTable && looksPasted(text)) return asItems('text', fileName, readPasted(text))
  return { format: 'csv', sheets: [readCsv(text, fileName)], set: null }
}

/** The first lines may end within a quoted cell. */
function hasHeadings(text: string, fileName: string, lines: number): boolean {
  const head = text.split('\n', lines).join('\n').slice(0, 100_000)
  try {
    return findHeader(readCsv(head, fileName)) !== null
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
