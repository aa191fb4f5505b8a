/** Storing a previewed file: piece by piece, and seen by nobody before it is all there. */
import type { Allowed } from '#core/account/roles'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireStored } from '#core/wire-import'
import { insertSet } from '#db/question'
import { type Batch, closeBatch, indexSome, openBatch, stage } from '#db/question-batch'
import { setByPublicId } from '#db/question-set'
import { noteProgress } from './import-progress.ts'
import { forgetMoments } from './memory.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'
import { draftsName, type Prepared, questionsAFile } from './sheet/summary.ts'
import { readPart, takeUpload, type Upload, uploadOf } from './upload.ts'

export interface StoreWish {
  /** Of the new set; an existing one keeps its own. */
  name: string
  owner: string
  source: string
  licence: string
  /** Whether the questions go to review at once. */
  send: boolean
}

/**
 * Stores the good rows of a previewed file as a named batch, all or none: as a new set, or into the set that the file
 * was checked against. They begin as drafts: nothing is drawn before another person has reviewed it.
 * @returns refusals: not-found (unknown, too old, or stored already), rows-refused (no good row)
 */
export async function commitImport(
  rt: Runtime,
  allowed: Allowed<'questions.write'>,
  id: string,
  wish: StoreWish,
): Promise<Outcome<WireStored>> {
  const upload = await uploadOf(rt, allowed.id, id)
  if (!upload?.summary) return no('not-found')
  const { rowsIn, good } = upload.summary
  if (good === 0) return no('rows-refused')
  const taken = await takeUpload(rt, id)
  if (!taken) return no('not-found')
  try {
    const stored = await store(rt, allowed, id, { upload, wish })
    if (!stored.ok) {
      await taken.giveBack()
      return stored
    }
    await taken.drop()
    forgetMoments(rt)
    rt.pagesChanged()
    const { set, batch, added, revised } = stored.value
    const counts = { rowsIn, stored: added + revised, added, revised, unchanged: good - added - revised }
    return yes({ set, batch, ...counts, refused: rowsIn - good })
  } catch (error) {
    await taken.giveBack()
    throw error
  }
}

interface Stored {
  set: string
  batch: string
  added: number
  revised: number
}

async function store(
  rt: Runtime,
  allowed: Allowed<'questions.write'>,
  id: string,
  { upload, wish }: { upload: Upload; wish: StoreWish },
): Promise<Outcome<Stored>> {
  const good = upload.summary?.good ?? 0
  const opened = await open(rt, allowed.id, { upload, wish })
  if (!opened) return no('not-found')
  const { set, publicId, batch } = opened
  const counts = { added: 0, revised: 0 }
  const files = Math.ceil(good / questionsAFile)
  for (let file = 0; file < files; file++) {
    const prepared = await readPart<Prepared[]>(rt, id, draftsName(file))
    if (!prepared) throw new Error(`Part ${file} of the upload ${id} is gone`)
    const drafts = prepared.map(one => one.draft)
    const { added, revised } = await rt.storage.atomically(tx => stage(tx, batch, drafts))
    counts.added += added
    counts.revised += revised
    noteProgress(rt, allowed.id, id, { stage: 'storing', done: file + 1, total: files + 1 })
  }
  const { added, revised } = counts
  const told = { added, revised, unchanged: good - added - revised, stored: added + revised }
  await rt.storage.atomically(tx => closeBatch(tx, batch, told))
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after
    after = await rt.storage.atomically(tx => indexSome(tx, batch.actId, from, questionsAFile))
  }
  return yes({ set, batch: publicId, ...counts })
}

/** The set (hidden while it is filled) and the batch. */
async function open(
  rt: Runtime,
  by: number,
  { upload, wish }: { upload: Upload; wish: StoreWish },
): Promise<{ set: string; publicId: string; batch: Batch } | null> {
  const { fileName, fileHash, summary } = upload
  const at = rt.clock.now()
  const { send, ...words } = wish
  const batchId = publicId()
  return rt.storage.atomically(async tx => {
    const known = upload.set === null ? null : await setByPublicId(tx, upload.set)
    if (upload.set !== null && !known) return null
    const set = known?.publicId ?? publicId()
    const made = { createdBy: by, createdAt: at }
    const setId = known?.id ?? (await insertSet(tx, { ...words, ...made, publicId: set, hiddenSince: at }))
    const rowsIn = summary?.rowsIn ?? 0
    const counts = { rowsIn, stored: 0, refused: rowsIn - (summary?.good ?? 0) }
    const row = { publicId: batchId, setId, name: wish.name, fileName, fileHash, ...counts, ...made }
    return { set, publicId: batchId, batch: await openBatch(tx, row, send ? 'waiting' : 'draft') }
  })
}
