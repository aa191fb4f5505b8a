/** An uploaded file → sheets, by what it is, not by what it is called. */
import { findHeader } from '#core/bank/columns'
import { looksLikeGift, readGift } from '#core/bank/gift'
import { readPasted } from '#core/bank/pasted'
import { looksPasted } from '#core/bank/pasted-line'
import { readCsv } from './csv.ts'
import { asItems, type Opened } from './opened.ts'
import { Refused, refuse } from './refused.ts'
import { decodeText, decodeUtf8 } from './text.ts'

/** What a format needs is loaded with it: a worker lives for one file, and its start is most of its life. @throws Refused */
export async function openFile(bytes: Buffer, fileName: string): Promise<Opened> {
  const start = bytes.subarray(0, 8).toString('latin1')
  if (start.startsWith('PK\x03\x04')) return (await import('./archive.ts')).openArchive(bytes, fileName)
  const isOther = otherFormats.some(magic => start.toLowerCase().startsWith(magic.toLowerCase()))
  if (isOther) refuse(bytes.includes(locked) ? 'file-locked' : 'file-type')
  const text = decodeText(bytes)
  const first = text.trimStart()[0]
  if (first === '<') return (await import('./archive.ts')).openXml(decodeUtf8(bytes), fileName)
  if (first === '{' || first === '[') {
    const json = await openJson(text, fileName)
    if (json) return json
  }
  return openText(text, fileName)
}

/** What a file with a password for opening is wrapped in has a part of this name. */
const locked = Buffer.from('EncryptedPackage', 'utf16le')

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
  const { countJson, keyTwice, parseJson } = await import('./json-text.ts')
  countJson(text)
  const value = parseJson(text)
  if (value === undefined) return /\.json$/i.test(fileName) ? refuse('file-broken') : null
  const twice = keyTwice(text)
  if (twice) refuse('file-key-twice', { row: twice.line, key: twice.key })
  const { readJson } = await import('#core/bank/json')
  const read = readJson(value, fileName) ?? refuse('file-columns')
  if ('rows' in read || 'columns' in read) refuse('file-too-complex', { ...read })
  return { format: 'json', sheets: [read.sheet], set: read.set }
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
