/** Question sets, for those who look after them. */
import type { Allowed } from '#core/account/roles'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireDraft, WireImport, WireSet } from '#core/wire-staff'
import { allSets, importsOf, placeInSet, questionsOfSet, type SetRow, setByPublicId } from '#db/question-set'
import type { Runtime } from './runtime.ts'

/** Newest first. Organizers choose among them, administrators fill them. */
export async function listSets(
  rt: Runtime,
  _allowed: Allowed<'questions.write'> | Allowed<'contests.write'>,
): Promise<WireSet[]> {
  return (await allSets(rt.storage.read)).map(({ questions, ...set }) => shown(set, questions))
}

export interface SetView extends WireSet {
  imports: WireImport[]
  shown: WireDraft[]
}

const questionsAPage = 50

/** One set with a page of its questions, keys included. @param at a page from 1, or the question to be shown @returns refusals: not-found */
export async function setById(
  rt: Runtime,
  _allowed: Allowed<'questions.write'>,
  id: string,
  at: number | { question: string },
): Promise<Outcome<SetView & { page: number; pages: number }>> {
  const set = await setByPublicId(rt.storage.read, id)
  if (!set) return no('not-found')
  const total = (await allSets(rt.storage.read)).find(one => one.id === set.id)?.questions ?? 0
  const place = typeof at === 'number' ? null : await placeInSet(rt.storage.read, set.id, at.question)
  const page = typeof at === 'number' ? at : Math.floor((place ?? 0) / questionsAPage) + 1
  const rows = await questionsOfSet(rt.storage.read, set.id, questionsAPage, (page - 1) * questionsAPage)
  const imports = await importsOf(rt.storage.read, set.id)
  return yes({
    ...shown(set, total),
    page,
    pages: Math.max(1, Math.ceil(total / questionsAPage)),
    imports: imports.map(({ fileName, rowsIn, stored, refused, createdAt }) => {
      return { fileName, rowsIn, stored, refused, createdAt }
    }),
    shown: rows.map(row => asSeen(row.externalId, row)),
  })
}

const shown = (set: SetRow, questions: number): WireSet => {
  const { publicId, name, source, licence, createdAt } = set
  return { id: publicId, name, source, licence, createdAt, questions }
}

type Seen = Omit<WireDraft, 'place' | 'scenario' | 'stem' | 'options'> & {
  face: { scenario: WireDraft['scenario']; stem: WireDraft['stem']; options: { zh: string; en: string }[] }
  right: number
}

/** As citizens will see it, with what is right. */
export function asSeen(
  place: string,
  { kind, chapter, level, validFrom, validTo, face, right, explanation }: Seen,
): WireDraft {
  return {
    place,
    kind,
    chapter,
    level,
    validFrom,
    validTo,
    scenario: face.scenario,
    stem: face.stem,
    options: face.options.map((option, i) => ({ ...option, right: (right & (1 << i)) !== 0 })),
    explanation,
  }
}
