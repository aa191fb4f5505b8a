/** What a decision about a question would do to everybody: worked out from all answers, without writing anything. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { combined, type Decision, markGraded } from '#core/attempt/regrade'
import type { Marked } from '#core/attempt/score'
import { countedResult } from '#core/standing/counted'
import { type Before, type Move, type Moves, movesBetween } from '#core/standing/moves'
import { thatCounts } from '#core/standing/places'
import type { ContestRow } from '#db/contest'
import { tracksOf } from '#db/entry'
import { excludedFrom } from '#db/excluded'
import { answersOfAll, type FinishedAttempt, finishedAttempts } from '#db/finished'
import { namesOf } from '#db/regrade'
import { decisionsIn } from './decisions.ts'
import { type Counted, type PrizeEffect, prizeEffect } from './regrade-prizes.ts'
import type { Runtime } from './runtime.ts'
import { gradedPaper } from './scoring.ts'

export interface NamedMove extends Move {
  name: string | null
  region: string | null
}

export interface RegradeEffect extends Omit<Moves, 'awards' | 'finals' | 'movers'> {
  /** Finished papers that the question stands on, and those whose score changes. */
  papers: number
  changed: number
  awardChanges: number
  awards: NamedMove[]
  finalChanges: number
  finals: NamedMove[]
  movers: NamedMove[]
  prizes: PrizeEffect
}

/** People named in a preview: everybody counts, but nobody reads more rows than these. */
const [mostAwards, mostMovers] = [50, 20]

export async function effectOf(
  rt: Runtime,
  contest: ContestRow,
  revisionId: number,
  decision: Decision,
): Promise<RegradeEffect> {
  const decisions = await decisionsWith(rt, contest, revisionId, decision)
  const tracks = contest.rules.who.tracks.length > 0 ? await tracksOf(rt.storage.read, contest.id) : noTracks
  const prizes = prizeEffect(contest)
  let [papers, changed] = [0, 0]
  const people: Before[] = []
  let person: Pair[] = []
  const settle = () => {
    const [first] = person
    if (!first) return
    const [before, after] = countedTwice(contest, person)
    prizes.add(before, after)
    const { accountId } = first.attempt
    const lot = rt.secrets.lot(contest.id, accountId)
    const result = ({ result }: Outcome) => result && { ...result, lot }
    people.push({ accountId, track: tracks.get(accountId) ?? null, before: result(before), after: result(after) })
    person = []
  }
  for await (const { attempt, marked } of markedAgain(rt, contest, decisions, new Set([revisionId]))) {
    if (person[0] && person[0].attempt.accountId !== attempt.accountId) settle()
    if (marked) papers++
    if (marked && marked.score !== attempt.score) changed++
    if (!attempt.struckOut) person.push({ attempt, marked })
  }
  settle()
  const excluded = await excludedFrom(rt.storage.read, contest.id)
  const { awards, finals, movers, ...counts } = await movesBetween(
    contest.rules,
    people,
    excluded,
    mostMovers,
    nextTurn,
  )
  const [shownAwards, shownFinals] = [awards.slice(0, mostAwards), finals.slice(0, mostAwards)]
  const named = await naming(rt, contest, [...shownAwards, ...shownFinals, ...movers])
  return {
    ...counts,
    ...{ papers, changed, awardChanges: awards.length, finalChanges: finals.length },
    awards: shownAwards.map(named),
    finals: shownFinals.map(named),
    movers: movers.map(named),
    prizes: await prizes.effect(rt),
  }
}
const noTracks: ReadonlyMap<number, string> = new Map()

/** What would be in force. */
async function decisionsWith(rt: Runtime, contest: ContestRow, revisionId: number, decision: Decision) {
  const held = await decisionsIn(rt.storage.read, contest.id)
  const own = held.get(revisionId)
  return new Map(held).set(revisionId, combined(own ? [own, decision] : [decision]) as Decision)
}

interface Pair {
  attempt: FinishedAttempt
  marked: Marked | null
}

/**
 * Every finished attempt, person by person; those with one of the questions on them marked by the decisions, the others
 * with null: they stay as they are.
 */
export async function* markedAgain(
  rt: Runtime,
  { id, rules }: ContestRow,
  decisions: ReadonlyMap<number, Decision>,
  about: ReadonlySet<number>,
): AsyncGenerator<Pair> {
  for await (const attempts of finishedAttempts(rt.storage.read, id)) {
    const touched = attempts.filter(({ paper }) => paper.some(slot => about.has(slot.revision)))
    const answers = await answersOfAll(
      rt.storage.read,
      touched.map(attempt => attempt.id),
    )
    const isTouched = new Set(touched)
    for (const attempt of attempts) {
      if (!isTouched.has(attempt)) {
        yield { attempt, marked: null }
        continue
      }
      const questions = await gradedPaper(rt, rt.storage.read, attempt.paper, decisions)
      const choices = new Map((answers.get(attempt.id) ?? []).map(answer => [answer.position - 1, answer.choice]))
      yield { attempt, marked: markGraded(rules.paper, questions, choices) }
    }
    await nextTurn()
  }
}

interface Outcome extends Counted {
  result: ReturnType<typeof countedResult>
}

/** One person's papers as they are, and as they would be. */
function countedTwice({ rules }: ContestRow, pairs: readonly Pair[]): [Outcome, Outcome] {
  const counted = (attempts: FinishedAttempt[]): Outcome => {
    const result = countedResult(rules, attempts)
    const { region, organisationId } = thatCounts(attempts, result?.finishedAt ?? 0)
    return { attempts, result, score: result?.score ?? null, region, organisationId }
  }
  const before = counted(pairs.map(({ attempt }) => attempt))
  const isSame = pairs.every(({ attempt, marked }) => !marked || isUnchanged(attempt, marked))
  if (isSame) return [before, before]
  return [
    before,
    counted(
      pairs.map(({ attempt, marked }) =>
        marked ? { ...attempt, score: marked.score, correct: marked.correct } : attempt,
      ),
    ),
  ]
}

const isUnchanged = (attempt: FinishedAttempt, marked: Marked): boolean =>
  marked.score === attempt.score && marked.correct === attempt.correct

async function naming(rt: Runtime, contest: ContestRow, moves: readonly Move[]) {
  const names = await namesOf(
    rt.storage.read,
    contest.id,
    moves.map(move => move.accountId),
  )
  return (move: Move): NamedMove => ({ ...move, ...(names.get(move.accountId) ?? { name: null, region: null }) })
}
