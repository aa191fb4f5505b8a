/** Question sets, for those who look after them. */
import type { Allowed } from '#core/account/roles'
import type { QuestionState } from '#core/question/state'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireDraft, WireImport, WireSet } from '#core/wire-staff'
import { allSets, importsOf, placeInSet, questionsOfSet } from '#db/question-set'
import type { Runtime } from './runtime.ts'

/** Newest first. Organizers choose among them, administrators fill them. */
export async function listSets(
  rt: Runtime,
  _allowed: Allowed<'questions.write'> | Allowed<'contests.write'>,
): Promise<WireSet[]> {
  return (await allSets(rt.storage.read)).map(shown)
}

/** Sets that questions may be moved to: those that are in service. */
export async function movableSets(
  rt: Runtime,
  _allowed: Allowed<'questions.read'>,
): Promise<{ id: string; name: string }[]> {
  return (await allSets(rt.storage.read))
    .filter(set => set.hiddenSince === null && set.retiredAt === null)
    .map(({ publicId: id, name }) => ({ id, name }))
}

export interface SetView extends WireSet {
  imports: WireImport[]
  shown: (WireDraft & { id: string; state: QuestionState; inUse: boolean })[]
}

const questionsAPage = 50

/** One set with a page of its questions, keys included. @param at a page from 1, or the question to be shown @returns refusals: not-found */
export async function setById(
  rt: Runtime,
  _allowed: Allowed<'questions.write'>,
  id: string,
  at: number | { question: string },
): Promise<Outcome<SetView & { page: number; pages: number }>> {
  const set = (await allSets(rt.storage.read)).find(one => one.publicId === id)
  if (!set) return no('not-found')
  const total = Object.values(set.states).reduce((sum, n) => sum + n, -set.states.retired)
  const place = typeof at === 'number' ? null : await placeInSet(rt.storage.read, set.id, at.question)
  const page = typeof at === 'number' ? at : Math.floor((place ?? 0) / questionsAPage) + 1
  const rows = await questionsOfSet(rt.storage.read, set.id, questionsAPage, (page - 1) * questionsAPage)
  const imports = await importsOf(rt.storage.read, set.id)
  return yes({
    ...shown(set),
    page,
    pages: Math.max(1, Math.ceil(total / questionsAPage)),
    imports: imports.map(({ fileName, rowsIn, stored, refused, createdAt }) => {
      return { fileName, rowsIn, stored, refused, createdAt }
    }),
    shown: rows.map(row => ({
      ...asSeen(row.externalId, row),
      id: row.publicId,
      state: row.state,
      inUse: row.current !== null,
    })),
  })
}

const shown = (set: Awaited<ReturnType<typeof allSets>>[number]): WireSet => {
  const { publicId, name, source, licence, createdAt, owner, retiredAt, questions, states } = set
  return { id: publicId, name, source, licence, createdAt, owner, retiredAt, questions, states }
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
