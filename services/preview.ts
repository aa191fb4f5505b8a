/** What an uploaded file would bring, before anything is stored. Reads only what the upload left behind. */
import type { Allowed } from '#core/account/roles'
import type { Problem } from '#core/bank/problem'
import { no, type Outcome, yes } from '#core/refusal'
import type { WirePreview, WireTwin } from '#core/wire-import'
import type { WireDraft } from '#core/wire-staff'
import { importOfFile, setByPublicId } from '#db/question-set'
import { asSeen } from './question.ts'
import type { Runtime } from './runtime.ts'
import type { ForeignHeadings } from './sheet/headings.ts'
import type { Rest } from './sheet/reading.ts'
import {
  draftsName,
  type Prepared,
  problemsAFile,
  problemsName,
  questionsAFile,
  restName,
  type Summary,
} from './sheet/summary.ts'
import type { Twin } from './sheet/twins.ts'
import { readPart, type Upload, uploadLife, uploadOf } from './upload.ts'

/** A preview before it is put into words. */
export interface Preview extends Omit<WirePreview, 'problems' | 'questions'> {
  problems: Problem[]
  questions: WireDraft[]
}

/** Which page of problems and of questions, from 1. */
export interface Pages {
  problems: number
  questions: number
}

const questionsAPage = 50

/** The same preview again, for a day and for the one who uploaded. @returns refusals: not-found */
export async function previewById(
  rt: Runtime,
  allowed: Allowed<'questions.write'>,
  id: string,
  pages: Pages = { problems: 1, questions: 1 },
): Promise<Outcome<Preview>> {
  const upload = await uploadOf(rt, allowed.id, id)
  if (!upload) return no('not-found')
  const set = upload.set === null ? null : await setByPublicId(rt.storage.read, upload.set)
  const common = {
    id,
    fileName: upload.fileName,
    expiresAt: upload.createdAt + uploadLife,
    target: set && { id: set.publicId, name: set.name },
    sameFile: await importOfFile(rt.storage.read, upload.fileHash),
  }
  return yes({ ...common, ...(upload.summary ? await checked(rt, id, upload.summary, pages) : unread(upload)) })
}

type Checked = Omit<Preview, 'id' | 'fileName' | 'expiresAt' | 'target' | 'sameFile'>

const unread = ({ foreign }: Upload): Checked => ({
  format: 'foreign',
  headings: foreign && headingsSaid(foreign),
  needsColumns: true,
  mapped: false,
  head: null,
  ...{ rowsIn: 0, good: 0, added: 0, revised: 0, unchanged: 0, refused: 0, errors: 0, warnings: 0 },
  problems: [],
  questions: [],
  pages: { problems: 1, questions: 1 },
  twins: [],
  twinCount: 0,
})

async function checked(rt: Runtime, id: string, summary: Summary, pages: Pages): Promise<Checked> {
  const { set, twins, headings, rowsIn, good, errors, warnings, ...rest } = summary
  const first = (pages.questions - 1) * questionsAPage
  const file = await readPart<Prepared[]>(rt, id, draftsName(Math.floor(first / questionsAFile)))
  const questions = (file ?? []).slice(first % questionsAFile, (first % questionsAFile) + questionsAPage)
  return {
    ...rest,
    ...{ rowsIn, good, errors, warnings, refused: rowsIn - good },
    headings: headings && headingsSaid(headings),
    needsColumns: false,
    head: set,
    problems: (await readPart<Problem[]>(rt, id, problemsName(pages.problems - 1))) ?? [],
    questions: questions.map(({ sheet, row, draft }) => asSeen(`${sheet}!${row}`, draft)),
    pages: {
      problems: Math.max(1, Math.ceil((errors + warnings) / problemsAFile)),
      questions: Math.max(1, Math.ceil(good / questionsAPage)),
    },
    twins: twins.map(twinSeen),
  }
}

const headingsSaid = ({ sheet, headless, columns }: ForeignHeadings) => ({ sheet, headless, columns })

const twinSeen = ({ sheet, row, alike, own, of }: Twin): WireTwin => ({
  place: `${sheet}!${row}`,
  alike,
  own: textsOf(own),
  set: of.set,
  setName: of.setName,
  id: of.externalId,
  ...textsOf(of),
})

const textsOf = ({ face, right }: Twin['own']): WireTwin['own'] => ({
  stem: face.stem,
  options: face.options.map((option, at) => ({ ...option, right: (right & (1 << at)) !== 0 })),
})

/** The rows that are not stored, with what is wrong with them. @returns refusals: not-found */
export async function restById(
  rt: Runtime,
  allowed: Allowed<'questions.write'>,
  id: string,
): Promise<Outcome<{ fileName: string; rest: Rest[] }>> {
  const upload = await uploadOf(rt, allowed.id, id)
  const rest = upload && (await readPart<Rest[]>(rt, id, restName))
  return upload && rest && rest.length > 0 ? yes({ fileName: upload.fileName, rest }) : no('not-found')
}
