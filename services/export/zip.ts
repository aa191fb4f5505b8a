/** A ZIP file written part by part, never held whole; what is compressed is done by threads of their own. */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

interface Part {
  name: Buffer
  crc: number
  packed: number
  plain: number
  at: number
}

/** General purpose bits (APPNOTE 4.4.4): sizes follow the data; names are UTF-8. */
const flags = 0x0808
/** 1 January 1980: the same rows give the same file. */
const dosDate = 0x0021

export interface ZipWriter {
  /** Writes one part of pieces of text. */
  part(name: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void>
  end(): Promise<void>
}

/** @param out gets the bytes; it is neither opened nor closed here */
export function zipTo(out: Writable): ZipWriter {
  const parts: Part[] = []
  let position = 0
  const write = async (bytes: Buffer): Promise<void> => {
    position += bytes.length
    if (!out.write(bytes)) await once(out, 'drain')
  }
  return {
    async part(name, pieces) {
      const part: Part = { name: Buffer.from(name), crc: 0, packed: 0, plain: 0, at: position }
      await write(localHeader(part))
      const deflate = createDeflateRaw({ level: 3 })
      const packing = (async () => {
        for await (const bytes of deflate as AsyncIterable<Buffer>) {
          part.packed += bytes.length
          await write(bytes)
        }
      })()
      for await (const piece of pieces) {
        const bytes = Buffer.from(piece)
        part.crc = crc32(bytes, part.crc)
        part.plain += bytes.length
        if (!deflate.write(bytes)) await once(deflate, 'drain')
      }
      deflate.end()
      await packing
      await write(descriptor(part))
      parts.push(part)
    },
    async end() {
      const start = position
      for (const part of parts) await write(centralHeader(part))
      await write(endRecord(parts.length, position - start, start))
    },
  }
}

/** PK\3\4 (APPNOTE 4.3.7). */
function localHeader({ name }: Part): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(8, 8)
  head.writeUInt16LE(dosDate, 12)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

/** PK\7\8 (4.3.9): what was not known when the part began. */
function descriptor({ crc, packed, plain }: Part): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(0x08074b50, 0)
  bytes.writeUInt32LE(crc, 4)
  bytes.writeUInt32LE(packed, 8)
  bytes.writeUInt32LE(plain, 12)
  return bytes
}

/** PK\1\2 (4.3.12). */
function centralHeader({ name, crc, packed, plain, at }: Part): Buffer {
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(20, 6)
  head.writeUInt16LE(flags, 8)
  head.writeUInt16LE(8, 10)
  head.writeUInt16LE(dosDate, 14)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(packed, 20)
  head.writeUInt32LE(plain, 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt32LE(at, 42)
  return Buffer.concat([head, name])
}

/** PK\5\6 (4.3.16). */
function endRecord(parts: number, size: number, start: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(0x06054b50, 0)
  bytes.writeUInt16LE(parts, 8)
  bytes.writeUInt16LE(parts, 10)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(start, 16)
  return bytes
}
