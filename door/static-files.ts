/** Files as they are: what the build made, and public/. Listed once, so no address can lead outside. */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { type Encoded, encode } from './encoding.ts'

export interface StaticFile {
  type: string
  etag: string
  body: Encoded
  cacheControl: string
}

export interface StaticFiles {
  /** @returns null when there is no such file */
  get(path: string): Promise<StaticFile> | null
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'application/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.csv': 'text/csv; charset=utf-8',
}
/** Names of built files carry a hash of their content; those of public/ do not. */
const immutable = 'public, max-age=31536000, immutable'
const anHour = 'public, max-age=3600'

/** @param folders address prefix ('/_next/static', '') → folder; a missing folder has no files */
export function staticFiles(folders: Record<string, string>, fresh = false): StaticFiles {
  const found = new Map<string, string>()
  const read = new Map<string, Promise<StaticFile>>()
  const list = () => {
    for (const [prefix, folder] of Object.entries(folders))
      for (const file of filesBelow(folder)) found.set(`${prefix}/${relative(folder, file).split(sep).join('/')}`, file)
  }
  list()
  return {
    get(path) {
      if (fresh) list()
      const file = found.get(path)
      if (file === undefined) return null
      const known = fresh ? undefined : read.get(path)
      if (known) return known
      const reading = readStatic(file, path.startsWith('/_next/') ? immutable : anHour)
      read.set(path, reading)
      return reading
    },
  }
}

function filesBelow(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && extname(entry.name) in types && !entry.name.startsWith('.'))
    .map(entry => join(entry.parentPath, entry.name))
}

/** What the build compressed at leisure is taken as it is; the rest is compressed at the first request. */
async function readStatic(file: string, cacheControl: string): Promise<StaticFile> {
  const identity = readFileSync(file)
  const type = types[extname(file)] ?? 'application/octet-stream'
  const br = readIfThere(`${file}.br`)
  const gzip = readIfThere(`${file}.gz`)
  return {
    type,
    etag: `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
    body: br && gzip ? { identity, br, gzip } : await encode(identity, type),
    cacheControl,
  }
}

const readIfThere = (file: string): Buffer | null =>
  statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : null
