/** What an uploaded file would bring, before anything is stored. Reads only what the upload left behind. */
import type { Allowed } from '#core/account/roles'
import type { Problem } from '#core/bank/problem'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireDraft, WirePreview } from '#core/wire-staff'
import { importOfFile } from '#db/question-set'
import { asSeen } from './question.ts'
import type { Runtime } from './runtime.ts'
import { uploadLife, uploadOf } from './upload.ts'

/** A preview before it is put into words. */
export interface Preview extends Omit<WirePreview, 'problems' | 'questions'> {
  problems: Problem[]
  questions: WireDraft[]
}

/** The same preview again, for a day and for the one who uploaded. @returns refusals: not-found */
export async function previewById(
  rt: Runtime,
  allowed: Allowed<'questions.write'>,
  id: string,
): Promise<Outcome<Preview>> {
  const upload = await uploadOf(rt, allowed.id, id)
  if (!upload) return no('not-found')
  const { fileName, rowsIn, good, errors, warnings, problems } = upload
  return yes({
    id,
    fileName,
    expiresAt: upload.createdAt + uploadLife,
    rowsIn,
    good,
    refused: rowsIn - good,
    errors,
    warnings,
    problems,
    questions: upload.questions.map(({ sheet, row, draft }) => asSeen(`${sheet}!${row}`, draft)),
    sameFile: await importOfFile(rt.storage.read, upload.fileHash),
  })
}
