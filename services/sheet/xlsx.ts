/** XLSX: a zip of XML parts, read strictly. Whatever a table of text does not need is refused by name. */

import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { Sheet } from '#core/bank/sheet'
import { refuse } from './refused.ts'
import { type Chunks, readRelations, readSheet, readStrings, readWorkbook } from './workbook.ts'

const megabyte = 1024 * 1024
/** A workbook of 20,000 questions has about ten parts, 20 MB in all, and is packed at most 30 : 1. */
const limits = { entries: 64, part: 30 * megabyte, total: 60 * megabyte, ratio: 200 }

/** Parts of a plain workbook: no macros, external links, embedded files, queries, pictures. */
const allowedParts = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^docProps\/[\w-]+\.(xml|jpeg|png|wmf|emf)$/,
  /^customXml\/(_rels\/)?item\w*\.xml(\.rels)?$/,
  /^xl\/(workbook|sharedStrings|styles|calcChain|metadata|persons\/person)\.xml$/,
  /^xl\/_rels\/(workbook|metadata)\.xml\.rels$/,
  /^xl\/theme\/theme\d+\.xml$/,
  /^xl\/worksheets\/(sheet\d*\.xml|_rels\/sheet\d*\.xml\.rels)$/,
  /^xl\/(tables\/table|comments\/?comment|comments|threadedComments\/threadedComment)\d*\.xml$/,
  /^xl\/drawings\/vmlDrawing\d*\.vml$/,
  /^xl\/printerSettings\/printerSettings\d+\.bin$/,
]

/** @returns visible sheets in the workbook's order; throws Refused */
export async function readXlsx(bytes: Buffer): Promise<Sheet[]> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true })
  const entries = await checkedEntries(zip)
  const part = (name: string) => {
    const entry = entries.get(name)
    return entry && chunksOf(zip, entry)
  }
  const workbook = part('xl/workbook.xml')
  const relations = part('xl/_rels/workbook.xml.rels')
  if (!workbook || !relations) refuse('file-broken', { part: 'xl/workbook.xml' })
  const targets = await readRelations(relations)
  const shared = part('xl/sharedStrings.xml')
  const strings = shared ? await readStrings(shared) : []
  const sheets: Sheet[] = []
  for (const { name, relation } of await readWorkbook(workbook)) {
    const target = targets.get(relation) ?? name
    const chunks = part(target) ?? refuse('file-broken', { part: target })
    sheets.push(await readSheet(target, name, chunks, strings))
  }
  return sheets
}

/** Looks at every entry's name and declared size before anything is unpacked; yauzl holds the sizes to their word. */
async function checkedEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) refuse('file-too-complex', { entries: zip.entryCount })
  const entries = new Map<string, Entry>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    check(entry)
    total += entry.uncompressedSize
    entries.set(entry.fileName, entry)
  }
  if (total > limits.total) refuse('file-too-complex', { size: total })
  return entries
}

function check(entry: Entry): void {
  const part = entry.fileName
  if (part.endsWith('/') && entry.uncompressedSize === 0) return
  if (!allowedParts.some(allowed => allowed.test(part))) refuse('file-too-complex', { part })
  if (entry.isEncrypted()) refuse('file-broken', { part })
  if (entry.uncompressedSize > limits.part) refuse('file-too-complex', { part })
  if (entry.uncompressedSize > limits.ratio * Math.max(entry.compressedSize, 1024)) refuse('file-too-complex', { part })
}

async function* chunksOf(zip: ZipFile, entry: Entry): Chunks {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of await zip.openReadStreamPromise(entry)) yield decode(decoder, chunk, entry.fileName)
  yield decode(decoder, undefined, entry.fileName)
}

function decode(decoder: TextDecoder, chunk: Buffer | undefined, part: string): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    return refuse('file-encoding', { part })
  }
}
