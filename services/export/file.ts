/** The files of exports in DATA_DIR/exports: encrypted as long as they lie there, removed after a day. */
import { createCipheriv, createDecipheriv } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline as joined, type Readable, Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Runtime } from '../runtime.ts'

const block = 16

const folderOf = (rt: Runtime): string => join(rt.environment.dataDir, 'exports')
const fileOf = (rt: Runtime, id: string): string => join(folderOf(rt), id)

/** Under its name only when it is whole. @returns its size */
export async function writeFile(rt: Runtime, id: string, write: (out: Writable) => Promise<void>): Promise<number> {
  await mkdir(folderOf(rt), { recursive: true, mode: 0o700 })
  const file = fileOf(rt, id)
  const cipher = createCipheriv('aes-256-ctr', rt.secrets.fileKey(id), Buffer.alloc(block))
  const done = pipeline(cipher, createWriteStream(`${file}.part`, { mode: 0o600 }))
  const writing = write(cipher)
  await Promise.race([writing, done])
  await writing
  cipher.end()
  await done
  await rename(`${file}.part`, file)
  return (await stat(file)).size
}

/** Plain bytes from one place to another, both included: counter mode begins at any block. */
export function readFile(rt: Runtime, id: string, from: number, to: number): Readable {
  const first = Math.floor(from / block)
  const counter = Buffer.alloc(block)
  counter.writeBigUInt64BE(BigInt(first), 8)
  const plain = createDecipheriv('aes-256-ctr', rt.secrets.fileKey(id), counter)
  const bytes = createReadStream(fileOf(rt, id), { start: first * block, end: to })
  let skip = from - first * block
  const cut = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      const kept = chunk.subarray(skip)
      skip = Math.max(0, skip - chunk.length)
      next(null, kept)
    },
  })
  // A reader who goes away closes the file too; an error reaches the reader.
  joined(bytes, plain, cut, () => {})
  return cut
}

export async function removeFile(rt: Runtime, id: string): Promise<void> {
  await rm(fileOf(rt, id), { force: true })
  await rm(`${fileOf(rt, id)}.part`, { force: true })
}
