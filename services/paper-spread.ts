/** Whether a contest's papers keep the tolerance that its rules ask for: of papers drawn to try, and of those given. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Allowed } from '#core/account/roles'
import { drawQuestions } from '#core/paper/draw'
import { type PaperPlan, planOf } from '#core/paper/plan'
import { type Deviation, deviationOf, type Spread, spreadOf } from '#core/paper/spread'
import { seededRandom } from '#core/random'
import { type ContestRow, contestBySlug } from '#db/contest'
import { papersGiven, poolById } from '#db/paper'
import { forAMoment } from './memory.ts'
import { poolOf } from './paper.ts'
import type { Runtime } from './runtime.ts'

export interface PaperSpreads {
  /** Per cent, from the rules. */
  asked: { score: number; time: number }
  /** Of papers drawn now from the contest's own sets; null: too few questions. */
  tried: Spread | null
  /** Of papers that people have: by what was expected when each was drawn, and by what is expected now. Null: none yet. */
  given: { asDrawn: Spread; byNow: Spread } | null
}

/** A fraction of a second's work. */
const tries = 200
const triesAtOnce = 20
/** The newest ones are looked at. */
const mostGiven = 2000
/** As long as a pool is kept: a set that was just chosen shows at once. */
const keptFor = 2000

/** @returns null for a contest that does not exist */
export async function paperSpreads(
  rt: Runtime,
  _allowed: Allowed<'contests.write'>,
  slug: string,
): Promise<PaperSpreads | null> {
  const contest = await contestBySlug(rt.storage.read, slug)
  if (!contest) return null
  const { paper } = contest.rules
  return forAMoment(rt, `spread ${contest.id} ${JSON.stringify(paper)} ${contest.opensAt}`, keptFor, async () => {
    const plan = planOf(await poolOf(rt, contest), paper)
    return {
      asked: paper.tolerance,
      tried: plan && (await spreadTried(plan)),
      given: await spreadGiven(rt, contest, plan),
    }
  })
}

/** The same dice for the same pool: the figures move only when questions or rules do. */
async function spreadTried(plan: PaperPlan): Promise<Spread> {
  const random = seededRandom(1)
  const deviations: Deviation[] = []
  while (deviations.length < tries) {
    deviations.push(deviationOf(plan, drawQuestions(plan, random)))
    if (deviations.length % triesAtOnce === 0) await nextTurn()
  }
  return spreadOf(deviations)
}

async function spreadGiven(rt: Runtime, contest: ContestRow, now: PaperPlan | null): Promise<PaperSpreads['given']> {
  const plans = new Map<number, PaperPlan | null>()
  const [drawn, today]: [Deviation[], Deviation[]] = [[], []]
  for (const { poolId, paper } of await papersGiven(rt.storage.read, contest.id, mostGiven)) {
    if (!plans.has(poolId)) plans.set(poolId, await planKept(rt, contest, poolId))
    const revisions = paper.map(slot => slot.revision)
    const [own, other] = [deviationIn(plans.get(poolId) ?? null, revisions), deviationIn(now, revisions)]
    if (own) drawn.push(own)
    if (other) today.push(other)
  }
  return drawn.length === 0 ? null : { asDrawn: spreadOf(drawn), byNow: spreadOf(today) }
}

async function planKept(rt: Runtime, contest: ContestRow, poolId: number): Promise<PaperPlan | null> {
  const pool = await poolById(rt.storage.read, poolId)
  return pool && planOf(pool, contest.rules.paper)
}

/** Null where a question of the paper is no longer in the pool: nothing is expected of it. */
function deviationIn(plan: PaperPlan | null, revisions: readonly number[]): Deviation | null {
  if (!plan) return null
  const places = placesIn(plan)
  const questions = revisions.flatMap(revision => places.get(revision) ?? [])
  return questions.length === revisions.length ? deviationOf(plan, questions) : null
}

const placesKnown = new WeakMap<PaperPlan, Map<number, number>>()
function placesIn(plan: PaperPlan): Map<number, number> {
  const known = placesKnown.get(plan) ?? new Map(plan.pool.map(({ revision }, i) => [revision, i]))
  placesKnown.set(plan, known)
  return known
}
