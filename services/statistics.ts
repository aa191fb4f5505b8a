/** Statistics of a contest's questions, computed over everybody's answers and kept for whoever asks. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { answerWorth, type Decision, type Graded } from '#core/attempt/regrade'
import { phaseAt } from '#core/contest/phase'
import { addPerson, type ContestFigures, contestFigures, noReliability } from '#core/contest/reliability'
import {
  addPaper,
  type ItemFigures,
  type ItemSums,
  itemFigures,
  type Met,
  timesBetween,
} from '#core/question/statistics'
import { allContests, type ContestRow } from '#db/contest'
import { answersOfAll, type FinishedAttempt, finishedAttempts, finishedCount, type GivenAnswer } from '#db/finished'
import * as db from '#db/statistics'
import { acceptedIn } from './decisions.ts'
import { facesFor, type Shown } from './paper.ts'
import type { Runtime } from './runtime.ts'
import { gradedPaper } from './scoring.ts'

/** Computes what has changed since it was last computed. Called every hour, and when somebody asks for it. */
export async function keepStatistics(rt: Runtime): Promise<void> {
  for (const contest of await allContests(rt.storage.read)) await refreshStatistics(rt, contest)
}

/** @returns whether there was anything new */
export async function refreshStatistics(rt: Runtime, contest: ContestRow): Promise<boolean> {
  if (phaseAt(contest, rt.clock.now()) === 'draft') return false
  const decisions = await acceptedIn(rt.storage.read, contest.id)
  const basis = `${await finishedCount(rt.storage.read, contest.id)} ${JSON.stringify([...decisions])}`
  const held = await db.contestStatisticsOf(rt.storage.read, contest.id)
  if (held?.basis === basis || (!held && basis.startsWith('0 '))) return false
  const { items, whole } = await computed(rt, contest, decisions)
  const computedAt = rt.clock.now()
  await rt.storage.atomically(tx =>
    db.replaceStatistics(
      tx,
      contest.id,
      items.map(item => itemRow(contest.id, item)),
      { ...contestRow(contest.id, whole), basis, computedAt },
    ),
  )
  return true
}

/** Two passes: what is expected of each question has to be known before a person's paper is held against it. */
async function computed(
  rt: Runtime,
  contest: ContestRow,
  decisions: ReadonlyMap<number, Decision>,
): Promise<{ items: ItemFigures[]; whole: ContestFigures }> {
  const sums: ItemSums = new Map()
  for await (const { paper } of papersMet(rt, contest, decisions)) addPaper(sums, paper)
  const reliability = noReliability()
  for await (const { paper, firstPaper } of papersMet(rt, contest, decisions))
    if (firstPaper) addPerson(reliability, sums, paper)
  return { items: itemFigures(sums), whole: contestFigures(reliability, sums) }
}

/** Every finished paper with an answer on it that was not struck out, person by person. */
async function* papersMet(
  rt: Runtime,
  contest: ContestRow,
  decisions: ReadonlyMap<number, Decision>,
): AsyncGenerator<{ paper: Met[]; firstPaper: boolean }> {
  let person = { accountId: 0, met: new Set<number>(), papers: 0 }
  for await (const attempts of finishedAttempts(rt.storage.read, contest.id)) {
    const counted = attempts.filter(attempt => !attempt.struckOut)
    const answers = await answersOfAll(
      rt.storage.read,
      counted.map(attempt => attempt.id),
    )
    for (const attempt of counted) {
      const given = (answers.get(attempt.id) ?? []).filter(answer => answer.choice !== 0)
      if (given.length === 0) continue
      if (person.accountId !== attempt.accountId) person = { accountId: attempt.accountId, met: new Set(), papers: 0 }
      const paper = await paperMet(rt, contest, decisions, attempt, given)
      yield {
        paper: paper.map(met => ({ ...met, first: !person.met.has(met.revision) })),
        firstPaper: person.papers++ === 0,
      }
      for (const { revision } of paper) person.met.add(revision)
    }
    await nextTurn()
  }
}

async function paperMet(
  rt: Runtime,
  { rules }: ContestRow,
  decisions: ReadonlyMap<number, Decision>,
  { paper, startedAt }: FinishedAttempt,
  given: readonly GivenAnswer[],
): Promise<Omit<Met, 'first'>[]> {
  const revisions = paper.map(slot => slot.revision)
  const faces = await facesFor(rt, revisions)
  const graded = await gradedPaper(rt, rt.storage.read, paper, decisions)
  const choices = new Map(given.map(answer => [answer.position, answer.choice]))
  const times = timesBetween(
    startedAt,
    given.map(({ position, savedAt, firstSavedAt }) => ({ position, at: firstSavedAt ?? savedAt })),
  )
  return paper.map(({ revision, kind }, index) => {
    const choice = choices.get(index + 1) ?? 0
    const worth = rules.paper.points[kind]
    const gained = Math.max(0, answerWorth(rules.paper, graded[index] as Graded, choice).points) / worth
    const options = (faces.get(revision) as Shown).face.options.length
    return { revision, options, gained, worth, choice, ms: times.get(index + 1) ?? null }
  })
}

const thousandths = (value: number): number => Math.round(value * 1000)

function itemRow(contestId: number, { revision, facility, discrimination, ...counts }: ItemFigures): db.ItemRow {
  return {
    contestId,
    revisionId: revision,
    ...counts,
    facility: thousandths(facility),
    discrimination: discrimination === null ? null : thousandths(discrimination),
  }
}

function contestRow(contestId: number, { people, mean, deviation, reliability, method }: ContestFigures) {
  return {
    ...{ contestId, people, method, mean: thousandths(mean), deviation: thousandths(deviation) },
    reliability: reliability === null ? null : thousandths(reliability),
  }
}
