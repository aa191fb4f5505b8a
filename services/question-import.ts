/** Bringing questions in: a dry run that stores nothing, then one named batch of the good rows. */
import { createHash } from 'node:crypto'
import type { Allowed } from '#core/account/roles'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireStored } from '#core/wire-staff'
import { allChapters, entryTitles } from '#db/handbook'
import { insertSet } from '#db/question'
import { saveDrafts } from '#db/question-act'
import { insertImport } from '#db/question-set'
import { type Preview, previewById } from './preview.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'
import { readFile } from './sheet/read.ts'
import { keepUpload, takeDrafts, uploadOf } from './upload.ts'

/**
 * Reads an XLSX or CSV file and says what would happen. Nothing is stored in the database.
 * @returns refusals: file-type, file-broken, file-too-large, file-too-complex, file-encoding, file-empty,
 * file-columns, busy
 */
export async function previewImport(
  rt: Runtime,
  allowed: Allowed<'questions.write'>,
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<Outcome<Preview>> {
  const [chapters, entries] = await Promise.all([allChapters(rt.storage.read), entryTitles(rt.storage.read)])
  const read = await readFile({
    bytes: file.bytes,
    fileName: file.name,
    chapters,
    entries: entries.map(entry => [entry.id, { chapter: entry.chapter }]),
  })
  if (!read.ok) return read
  const { drafts, ...seen } = read.value
  const fileHash = createHash('sha256').update(file.bytes).digest('hex')
  const upload = { ...seen, accountId: allowed.id, fileName: file.name, fileHash, createdAt: rt.clock.now() }
  const id = await keepUpload(rt, upload, drafts)
  return previewById(rt, allowed, id)
}

/**
 * Stores the good rows of a previewed file as a new set, all or none.
 * @returns refusals: not-found (unknown, too old, or stored already), rows-refused (no good row)
 */
export async function commitImport(
  rt: Runtime,
  allowed: Allowed<'questions.write'>,
  id: string,
  set: { name: string; source: string; licence: string },
): Promise<Outcome<WireStored>> {
  const upload = await uploadOf(rt, allowed.id, id)
  if (!upload) return no('not-found')
  if (upload.good === 0) return no('rows-refused')
  const taken = await takeDrafts(rt, id)
  if (!taken) return no('not-found')
  const { fileName, fileHash, rowsIn } = upload
  const counts = { rowsIn, stored: taken.drafts.length, refused: rowsIn - taken.drafts.length }
  const made = { createdBy: allowed.id, createdAt: rt.clock.now() }
  const setPublicId = publicId()
  try {
    await rt.storage.atomically(async tx => {
      const setId = await insertSet(tx, { ...set, ...made, publicId: setPublicId })
      const act = { publicId: publicId(), act: 'add' as const, by: allowed.id, at: made.createdAt, note: fileName }
      await saveDrafts(tx, setId, taken.drafts, act)
      await insertImport(tx, { setId, fileName, fileHash, ...counts, ...made })
    })
  } catch (error) {
    await taken.giveBack()
    throw error
  }
  await taken.drop()
  return yes({ set: setPublicId, ...counts })
}
