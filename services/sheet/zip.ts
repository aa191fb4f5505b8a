/** Zip archives, read strictly: every name and size is looked at before anything is unpacked. */
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { refuse } from './refused.ts'

const megabyte = 1024 * 1024
/** A workbook of 20,000 questions has about ten parts, 20 MB in all, and is packed at most 30 : 1. */
const limits = { part: 30 * megabyte, total: 60 * megabyte, ratio: 200 }

/** A part's text as it is unpacked: no part is ever whole in memory. */
export type Chunks = AsyncIterable<string>

export interface Archive {
  names: string[]
  /** @returns null without such a part */
  part(name: string): Chunks | null
}

/** What an archive of a kind may hold: all else is refused by name. */
export interface Allowance {
  entries: number
  parts: readonly RegExp[]
}

/** @param allowanceOf by the names in the archive; refuses what is of no kind that is known */
export async function openZip(bytes: Buffer, allowanceOf: (names: string[]) => Allowance): Promise<Archive> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true })
  // A package of questions has a part for each of them; no archive has more.
  if (zip.entryCount > mostEntries) refuse('file-too-complex', { entries: zip.entryCount })
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  checkAll([...entries.values()], allowanceOf([...entries.keys()]))
  return {
    names: [...entries.keys()],
    part(name) {
      const entry = entries.get(name)
      return entry ? chunksOf(zip, entry) : null
    },
  }
}

export const mostEntries = 20_100

function checkAll(entries: Entry[], allowance: Allowance): void {
  if (entries.length > allowance.entries) refuse('file-too-complex', { entries: entries.length })
  let total = 0
  for (const entry of entries) {
    check(entry, allowance.parts)
    total += entry.uncompressedSize
  }
  if (total > limits.total) refuse('file-too-complex', { size: total })
}

function check(entry: Entry, allowed: readonly RegExp[]): void {
  const part = entry.fileName
  if (part.endsWith('/') && entry.uncompressedSize === 0) return
  if (!allowed.some(one => one.test(part))) refuse('file-too-complex', { part })
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
