/** Bringing questions in: a dry run that stores nothing, then one named batch of the good rows. */
import { createHash } from 'node:crypto'
import type { Allowed } from '#core/account/roles'
import { isWholeMapping } from '#core/bank/columns'
import type { SaidColumns } from '#core/bank/mapping'
import { no, type Outcome, yes } from '#core/refusal'
import { askedAfter, hashesAfter, mappingsOf, saveMapping } from '#db/bank-read'
import { allChapters, entryTitles } from '#db/handbook'
import { type SetRow, setByPublicId } from '#db/question-set'
import { type ImportStep, noteProgress } from './import-progress.ts'
import type { Runtime } from './runtime.ts'
import { type Found, readFile } from './sheet/read.ts'
import type { Job } from './sheet/reading.ts'
import type { Asked } from './sheet/twins.ts'
import { bytesOf, dropUpload, keepUpload, makeUpload, type Upload, uploadFolder, uploadOf } from './upload.ts'

type Author = Allowed<'questions.write'>

export interface UploadedFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
  /** The set to be updated, by its public id; null for a new one. */
  set: string | null
}

/**
 * Begins reading a file. Nothing is stored in the database.
 * @returns its id at once, and what becomes of it; refusals: not-found (the set); of `done`: file-type, file-broken, file-locked,
 * file-too-large, file-too-complex, file-encoding, file-empty, file-columns, busy
 */
export async function beginImport(
  rt: Runtime,
  allowed: Author,
  file: UploadedFile,
): Promise<Outcome<{ id: string; done: Promise<Outcome<{ id: string }>> }>> {
  const set = file.set === null ? null : await setByPublicId(rt.storage.read, file.set)
  if (file.set !== null && !set) return no('not-found')
  const id = await makeUpload(rt, file.bytes)
  const note = (step: ImportStep) => noteProgress(rt, allowed.id, id, step)
  note({ stage: 'reading', done: 0, total: 1 })
  const fileHash = createHash('sha256').update(file.bytes).digest('hex')
  const upload = { accountId: allowed.id, fileName: file.name, fileHash, createdAt: rt.clock.now(), set: file.set }
  const done = read(rt, id, { file, set, accountId: allowed.id }).then(async found => {
    if (!found.ok) await dropUpload(rt, id)
    else await keepUpload(rt, id, { ...upload, ...partsOf(found.value) })
    note(found.ok ? { stage: 'done', done: 1, total: 1 } : { stage: 'refused', done: 1, total: 1, no: found })
    return found.ok ? yes({ id }) : found
  })
  return yes({ id, done })
}

const partsOf = (found: Found): Pick<Upload, 'summary' | 'foreign'> =>
  'summary' in found ? { summary: found.summary, foreign: null } : { summary: null, foreign: found.foreign }

/**
 * Says what the columns of a foreign sheet hold, and whether its first row is a question already; it is read again, and
 * known next time.
 * @returns refusals: not-found, columns-incomplete, and those of reading
 */
export async function mapColumns(
  rt: Runtime,
  allowed: Author,
  id: string,
  { columns, headless }: SaidColumns,
): Promise<Outcome<{ id: string }>> {
  const upload = await uploadOf(rt, allowed.id, id)
  const headings = upload?.foreign ?? upload?.summary?.headings
  if (!upload || !headings) return no('not-found')
  const isThere = (key: string) => headings.columns.some(({ column }) => String(column) === key)
  if (!isWholeMapping(columns) || !Object.keys(columns).every(isThere)) return no('columns-incomplete')
  const row = { accountId: allowed.id, headings: headings.hash, columns, headless, savedAt: rt.clock.now() }
  await rt.storage.atomically(tx => saveMapping(tx, row))
  const set = upload.set === null ? null : await setByPublicId(rt.storage.read, upload.set)
  const file = { name: upload.fileName, bytes: await bytesOf(rt, id), set: upload.set }
  const found = await read(rt, id, { file, set, accountId: allowed.id })
  if (!found.ok) return found
  await keepUpload(rt, id, { ...upload, ...partsOf(found.value) })
  return yes({ id })
}

async function read(
  rt: Runtime,
  id: string,
  { file, set, accountId }: { file: UploadedFile; set: SetRow | null; accountId: number },
): Promise<Outcome<Found>> {
  const job = await jobFor(rt, accountId, file, set)
  return readFile({ ...job, folder: uploadFolder(rt, id) }, (stage, done, total) =>
    noteProgress(rt, accountId, id, { stage, done, total }),
  )
}

async function jobFor(rt: Runtime, accountId: number, file: UploadedFile, set: SetRow | null): Promise<Job> {
  const read = rt.storage.read
  const [chapters, entries, mappings] = await Promise.all([
    allChapters(read),
    entryTitles(read),
    mappingsOf(read, accountId),
  ])
  return {
    bytes: file.bytes,
    fileName: file.name,
    chapters,
    entries: entries.map(entry => [entry.id, { chapter: entry.chapter }]),
    mappings: mappings.map(({ headings, ...said }) => [headings, said]),
    target: set ? await hashesIn(rt, set.id) : null,
    bank: await askedBefore(rt, set?.publicId ?? null),
  }
}

/** Rows a read: some milliseconds, then others have their turn. */
const rowsAtOnce = 250
const others = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

async function hashesIn(rt: Runtime, setId: number): Promise<[string, string][]> {
  const found: [string, string][] = []
  for (let after = 0; ; ) {
    const rows = await hashesAfter(rt.storage.read, setId, after, rowsAtOnce)
    for (const row of rows) found.push([row.externalId, row.hash])
    if (rows.length < rowsAtOnce) return found
    after = rows.at(-1)?.id ?? 0
    await others()
  }
}

/** What the bank asks: the newest 30,000 questions are what a small machine compares in time. */
const mostCompared = 30_000

async function askedBefore(rt: Runtime, target: string | null): Promise<Asked[]> {
  const found: Asked[] = []
  for (let after = 0; found.length < mostCompared; ) {
    const rows = await askedAfter(rt.storage.read, after, rowsAtOnce)
    for (const { id: _, ...row } of rows) found.push({ ...row, isTarget: row.set === target })
    if (rows.length < rowsAtOnce) break
    after = rows.at(-1)?.id ?? 0
    await others()
  }
  return found
}
