/** Papers: drawn from a contest's sets, and shown without keys. */

import { hash, randomFillSync } from 'node:crypto'
import { optionBytesOf, optionId } from '#core/attempt/options'
import { holdsThroughout } from '#core/bank/entry'
import type { ContestRules } from '#core/contest/rules'
import { dayIn } from '#core/contest/stage'
import { dayOf } from '#core/day'
import { type Locale, said } from '#core/locale'
import { expectedOf } from '#core/paper/difficulty'
import { drawPaper } from '#core/paper/draw'
import type { Pooled, Slot } from '#core/paper/paper'
import { type PaperPlan, planOf } from '#core/paper/plan'
import type { QuestionFace, QuestionKind } from '#core/question/question'
import { optionsIn } from '#core/question/question'
import { randomFrom } from '#core/random'
import type { WireQuestion } from '#core/wire'
import { type ContestRow, currentRevisions, facesOf, setsOfContest } from '#db/contest'
import { keepPool, poolById, poolNamed } from '#db/paper'
import { observedOf } from '#db/statistics'
import { heldBack } from './held-back.ts'
import { everFixed, forAMoment, neverChanging } from './memory.ts'
import type { Runtime } from './runtime.ts'

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
async function poolFrom(
  rt: Runtime,
  setIds: number[],
  window: { opensAt: number; closesAt: number },
): Promise<Pooled[]> {
  const [first, last] = [dayOf(window.opensAt), dayOf(window.closesAt - 1)]
  const held = await heldBack(rt, last)
  const revisions = (await currentRevisions(rt.storage.read, setIds))
    .filter(revision => holdsThroughout(revision, first, last) && !held.questions.has(revision.question))
    .sort((a, b) => a.id - b.id)
  const seen = await observedOf(
    rt.storage.read,
    revisions.map(revision => revision.id),
  )
  return revisions.map(({ id, question, kind, chapter, level, seconds, face }) => {
    const options = face.options.length
    const expected = expectedOf({ kind, options, level, seconds }, seen.get(id) ?? null)
    return { question, revision: id, kind, chapter, options, ...expected }
  })
}

/** Words of the system's generator, fetched many at a time. */
const words = new Uint32Array(1024)
let left = 0

/** Uniform in [0, 1), from the system's generator. */
export function secureRandom(): number {
  if (left === 0) left = randomFillSync(words).length
  return (words[--left] as number) / 2 ** 32
}

interface Ready {
  plan: PaperPlan
  poolId: number
}

/** The pool of this moment, ready for many draws, and kept so that they can be drawn again. Null: it is too small. */
const planNow = (rt: Runtime, contest: ContestRow): Promise<Ready | null> =>
  forAMoment(rt, `plan ${contest.id}`, 2000, async () => {
    const pool = await poolOf(rt, contest)
    const plan = planOf(pool, contest.rules.paper)
    return (
      plan && { plan, poolId: await keptPool(rt, contest.id, hash('sha256', JSON.stringify(pool), 'base64url'), pool) }
    )
  })

async function keptPool(rt: Runtime, contestId: number, name: string, pool: Pooled[]): Promise<number> {
  const known = await poolNamed(rt.storage.read, contestId, name)
  return known ?? rt.storage.atomically(tx => keepPool(tx, { contestId, hash: name, pool, madeAt: rt.clock.now() }))
}

/** Where all people get the same questions, they come from the pool of whoever started first. */
const sharedPlan = async (rt: Runtime, contest: ContestRow, name: string): Promise<Ready | null> =>
  neverChanging(rt, 'shared plans', `${contest.id} ${name}`, async () => {
    const known = await poolNamed(rt.storage.read, contest.id, name)
    const poolId = known ?? (await keptPool(rt, contest.id, name, await poolOf(rt, contest)))
    const plan = planOf((await poolById(rt.storage.read, poolId)) ?? [], contest.rules.paper)
    return plan && { plan, poolId }
  })

/** What the papers of a contest, or of one of its days, have in common; null: each is drawn for itself. */
function sharedName({ rules }: ContestRow, now: number): string | null {
  const { draw } = rules.paper
  switch (draw) {
    case 'random':
      return null
    case 'fixed':
      return 'fixed'
    case 'daily':
      return dayIn(rules, now)
    default:
      return draw satisfies never
  }
}

export interface Drawn {
  paper: Slot[]
  poolId: number
}

/** @param attempt its public id, from which its seed follows @returns null when the pool is too small */
export async function paperFor(rt: Runtime, contest: ContestRow, attempt: string, now: number): Promise<Drawn | null> {
  const shared = sharedName(contest, now)
  const ready = shared === null ? await planNow(rt, contest) : await sharedPlan(rt, contest, shared)
  return ready && { paper: drawn(rt, contest, ready.plan, attempt, shared), poolId: ready.poolId }
}

function drawn(rt: Runtime, contest: ContestRow, plan: PaperPlan, attempt: string, shared: string | null): Slot[] {
  const own = randomFrom(rt.secrets.paperSeed(attempt))
  const questions = shared === null ? own : randomFrom(rt.secrets.paperSeed(`${contest.publicId} ${shared}`))
  return drawPaper(plan, questions, own)
}

/** Draws an attempt's paper once more, from the pool of that time. @returns null when it was not drawn by seed */
export async function paperAgain(
  rt: Runtime,
  contest: ContestRow,
  attempt: { publicId: string; poolId: number | null; startedAt: number },
): Promise<Slot[] | null> {
  const pool = attempt.poolId === null ? null : await poolById(rt.storage.read, attempt.poolId)
  const plan = pool && planOf(pool, contest.rules.paper)
  return plan && drawn(rt, contest, plan, attempt.publicId, sharedName(contest, attempt.startedAt))
}

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
  attempt: { paper: Slot[] },
  rules: Pick<ContestRules['paper'], 'points'>,
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
      points: rules.points[slot.kind],
    }
  })
}

/** What the option ids of an attempt are cut from. */
export const optionBytes = (rt: Runtime, attempt: { id: number; paper: Slot[] }): Buffer =>
  rt.secrets.optionBytes(attempt.id, optionBytesOf(attempt.paper))

/** The ids under which an attempt's owner knows some options. */
export const shownChoice = (bytes: Buffer, position: number, bits: number): string[] =>
  optionsIn(bits).map(option => optionId(bytes, position, option))
