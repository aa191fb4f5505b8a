/** Uploads between preview and commit: files in DATA_DIR/tmp/uploads, gone after a day. */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '#core/bank/problem'
import type { PlacedDraft } from '#core/bank/rows'
import type { QuestionDraft } from '#core/question/question'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

export const uploadLife = 24 * 3_600_000

export interface Upload {
  accountId: number
  fileName: string
  fileHash: string
  createdAt: number
  rowsIn: number
  good: number
  errors: number
  warnings: number
  problems: Problem[]
  questions: PlacedDraft[]
}

/** Two files: what the preview shows, and all drafts, which only the commit reads. @returns the upload's id */
export async function keepUpload(rt: Runtime, upload: Upload, drafts: string): Promise<string> {
  await mkdir(folder(rt), { recursive: true })
  await sweep(rt)
  const id = publicId()
  await writeFile(draftsFile(rt, id), drafts, { mode: 0o600 })
  await writeFile(previewFile(rt, id), JSON.stringify(upload), { mode: 0o600 })
  return id
}

/** @returns null for an unknown, old or foreign id */
export async function uploadOf(rt: Runtime, accountId: number, id: string): Promise<Upload | null> {
  if (!/^[\w-]{22}$/.test(id)) return null
  const upload = await readJson<Upload>(previewFile(rt, id))
  const fresh = upload !== null && rt.clock.now() - upload.createdAt < uploadLife
  return fresh && upload.accountId === accountId ? upload : null
}

/** Takes the drafts for one commit: of two that run at once, one gets them. `giveBack` if storing failed. */
export async function takeDrafts(
  rt: Runtime,
  id: string,
): Promise<{ drafts: QuestionDraft[]; giveBack: () => Promise<void>; drop: () => Promise<void> } | null> {
  const taken = `${draftsFile(rt, id)}.taken`
  try {
    await rename(draftsFile(rt, id), taken)
  } catch {
    return null
  }
  return {
    drafts: (await readJson<QuestionDraft[]>(taken)) ?? [],
    giveBack: () => rename(taken, draftsFile(rt, id)),
    async drop() {
      await rm(taken, { force: true })
      await rm(previewFile(rt, id), { force: true })
    },
  }
}

const folder = (rt: Runtime): string => join(rt.environment.dataDir, 'tmp', 'uploads')
const previewFile = (rt: Runtime, id: string): string => join(folder(rt), `${id}.json`)
const draftsFile = (rt: Runtime, id: string): string => join(folder(rt), `${id}.drafts.json`)

async function readJson<T>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T
  } catch {
    return null
  }
}

async function sweep(rt: Runtime): Promise<void> {
  for (const name of await readdir(folder(rt))) {
    const file = join(folder(rt), name)
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
    if (Date.now() - mtimeMs > uploadLife) await rm(file, { force: true })
  }
}
