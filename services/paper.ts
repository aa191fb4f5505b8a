/** Papers: drawn from a contest's sets, and shown without keys. */

import { randomFillSync } from 'node:crypto'
import { optionBytesOf, optionId } from '#core/attempt/options'
import { holdsThroughout } from '#core/bank/entry'
import { dayOf } from '#core/day'
import { type Locale, said } from '#core/locale'
import { type Candidate, drawPaper, type Slot } from '#core/paper/paper'
import type { QuestionFace, QuestionKind } from '#core/question/question'
import { optionsIn } from '#core/question/question'
import type { WireQuestion } from '#core/wire'
import { type ContestRow, currentRevisions, facesOf, setsOfContest } from '#db/contest'
import { heldBack } from './held-back.ts'
import { everFixed, forAMoment } from './memory.ts'
import type { Runtime } from './runtime.ts'

/** A question that may be drawn, by its id too: what is held back is known by it. */
export interface Pooled extends Candidate {
  question: number
}

/** Questions that hold on every day of the contest and are not held back by an amended article. A retired one is gone within two seconds. */
export const poolOf = (rt: Runtime, contest: ContestRow): Promise<Pooled[]> =>
  forAMoment(rt, `pool ${contest.id}`, 2000, async () => {
    const sets = await setsOfContest(rt.storage.read, contest.id)
    return poolFrom(
      rt,
      sets.map(set => set.id),
      contest,
    )
  })

/** @param window the contest's opening and closing instants */
export async function poolFrom(
  rt: Runtime,
  setIds: number[],
  window: { opensAt: number; closesAt: number },
): Promise<Pooled[]> {
  const [first, last] = [dayOf(window.opensAt), dayOf(window.closesAt - 1)]
  const held = await heldBack(rt, last)
  return (await currentRevisions(rt.storage.read, setIds))
    .filter(revision => holdsThroughout(revision, first, last) && !held.questions.has(revision.question))
    .map(({ id, question, kind, chapter, face }) => {
      return { question, revision: id, kind, chapter, options: face.options.length }
    })
}

/** Words of the system's generator, fetched many at a time: one draw takes about two hundred. */
const words = new Uint32Array(1024)
let left = 0

/** Uniform in [0, 1), from the system's generator. */
export function secureRandom(): number {
  if (left === 0) left = randomFillSync(words).length
  return (words[--left] as number) / 2 ** 32
}

export const paperFor = async (rt: Runtime, contest: ContestRow): Promise<Slot[] | null> =>
  drawPaper(await poolOf(rt, contest), contest.rules.paper.total, secureRandom)

export interface Shown {
  kind: QuestionKind
  chapter: number | null
  entryId: string | null
  face: QuestionFace
}

/** Faces of revisions; a revision never changes, so they are kept in memory. */
export const facesFor = (rt: Runtime, revisions: readonly number[]): Promise<Map<number, Shown>> =>
  everFixed(rt, 'faces', revisions, async missing =>
    (await facesOf(rt.storage.read, missing)).map(({ id, ...shown }) => [id, shown] as const),
  )

/** The paper as its owner sees it while answering. */
export async function shownPaper(
  rt: Runtime,
  attempt: { paper: Slot[]; maximum: number },
  bytes: Buffer,
  locale: Locale,
): Promise<WireQuestion[]> {
  const faces = await facesFor(
    rt,
    attempt.paper.map(slot => slot.revision),
  )
  return attempt.paper.map((slot, index) => {
    const { face } = faces.get(slot.revision) as Shown
    return {
      position: index + 1,
      kind: slot.kind,
      scenario: face.scenario && said(face.scenario, locale),
      stem: said(face.stem, locale),
      options: slot.order.map(option => ({
        id: optionId(bytes, index + 1, option),
        text: said(face.options[option] as { zh: string; en: string }, locale),
      })),
      points: attempt.maximum / attempt.paper.length,
    }
  })
}

/** What the option ids of an attempt are cut from. */
export const optionBytes = (rt: Runtime, attempt: { id: number; paper: Slot[] }): Buffer =>
  rt.secrets.optionBytes(attempt.id, optionBytesOf(attempt.paper))

/** The ids under which an attempt's owner knows some options. */
export const shownChoice = (bytes: Buffer, position: number, bits: number): string[] =>
  optionsIn(bits).map(option => optionId(bytes, position, option))
