/** Uploads between preview and commit: a folder each in DATA_DIR/tmp/uploads, gone after a day. */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'
import type { ForeignHeadings } from './sheet/headings.ts'
import type { Summary } from './sheet/summary.ts'

export const uploadLife = 24 * 3_600_000

export interface Upload {
  accountId: number
  fileName: string
  fileHash: string
  createdAt: number
  /** The set to be updated; null for a new one. */
  set: string | null
  /** Null as long as nobody has said what the columns hold. */
  summary: Summary | null
  foreign: ForeignHeadings | null
}

const uploadsFolder = (rt: Runtime): string => join(rt.environment.dataDir, 'tmp', 'uploads')
export const uploadFolder = (rt: Runtime, id: string): string => join(uploadsFolder(rt), id)
const isId = (id: string): boolean => /^[\w-]{22}$/.test(id)

/** Makes room for an upload and keeps its bytes, to be read again with other columns. @returns its id */
export async function makeUpload(rt: Runtime, bytes: Uint8Array): Promise<string> {
  await mkdir(uploadsFolder(rt), { recursive: true })
  await sweep(rt)
  const id = publicId()
  await mkdir(uploadFolder(rt, id), { mode: 0o700 })
  await writeFile(join(uploadFolder(rt, id), 'file'), bytes, { mode: 0o600 })
  return id
}

export const dropUpload = (rt: Runtime, id: string): Promise<void> =>
  rm(uploadFolder(rt, id), { recursive: true, force: true })

export const keepUpload = (rt: Runtime, id: string, upload: Upload): Promise<void> =>
  writeFile(join(uploadFolder(rt, id), 'upload.json'), JSON.stringify(upload), { mode: 0o600 })

/** @returns null for an unknown, old or foreign id */
export async function uploadOf(rt: Runtime, accountId: number, id: string): Promise<Upload | null> {
  const upload = isId(id) ? await readPart<Upload>(rt, id, 'upload.json') : null
  const fresh = upload !== null && rt.clock.now() - upload.createdAt < uploadLife
  return fresh && upload.accountId === accountId ? upload : null
}

export const bytesOf = async (rt: Runtime, id: string): Promise<Uint8Array<ArrayBuffer>> =>
  Uint8Array.from(await readFile(join(uploadFolder(rt, id), 'file')))

/** One of the files that the reader left. @returns null when it is not there */
export async function readPart<T>(rt: Runtime, id: string, name: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(join(uploadFolder(rt, id), name), 'utf8')) as T
  } catch {
    return null
  }
}

/** Takes an upload for one commit: of two that run at once, one gets it. */
export async function takeUpload(
  rt: Runtime,
  id: string,
): Promise<{ giveBack: () => Promise<void>; drop: () => Promise<void> } | null> {
  const from = join(uploadFolder(rt, id), 'upload.json')
  const taken = `${from}.taken`
  try {
    await rename(from, taken)
  } catch {
    return null
  }
  return { giveBack: () => rename(taken, from), drop: () => dropUpload(rt, id) }
}

async function sweep(rt: Runtime): Promise<void> {
  for (const name of await readdir(uploadsFolder(rt))) {
    const path = join(uploadsFolder(rt), name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
    if (Date.now() - mtimeMs > uploadLife) await rm(path, { recursive: true, force: true })
  }
}
