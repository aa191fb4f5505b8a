/** What a decision about a question would do to everybody: worked out from all answers, without writing anything. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { combined, type Decision, markGraded } from '#core/attempt/regrade'
import type { Marked } from '#core/attempt/score'
import { countedResult } from '#core/standing/counted'
import { type Before, type Move, type Moves, movesBetween } from '#core/standing/moves'
import type { ContestRow } from '#db/contest'
import { answersOfAll, type FinishedAttempt, finishedAttempts } from '#db/finished'
import { namesOf } from '#db/regrade'
import { decisionsIn } from './decisions.ts'
import type { Runtime } from './runtime.ts'
import { gradedPaper } from './scoring.ts'

export interface NamedMove extends Move {
  name: string | null
  region: string | null
}

export interface RegradeEffect extends Omit<Moves, 'awards' | 'movers'> {
  /** Finished papers that the question stands on, and those whose score changes. */
  papers: number
  changed: number
  awardChanges: number
  awards: NamedMove[]
  movers: NamedMove[]
}

/** People named in a preview: everybody counts, but nobody reads more rows than these. */
const [mostAwards, mostMovers] = [50, 20]

export async function effectOf(
  rt: Runtime,
  contest: ContestRow,
  revisionId: number,
  decision: Decision,
): Promise<RegradeEffect> {
  const held = await decisionsIn(rt.storage.read, contest.id)
  const decisions = new Map(held)
  const own = held.get(revisionId)
  decisions.set(revisionId, combined(own ? [own, decision] : [decision]) as Decision)
  let [papers, changed] = [0, 0]
  const people: Before[] = []
  let person: Pair[] = []
  const settle = () => {
    if (person.length > 0) people.push(resultsOf(rt, contest, person))
    person = []
  }
  for await (const { attempt, marked } of markedAgain(rt, contest, decisions, new Set([revisionId]))) {
    if (person[0] && person[0].attempt.accountId !== attempt.accountId) settle()
    if (marked) papers++
    if (marked && marked.score !== attempt.score) changed++
    if (!attempt.struckOut) person.push({ attempt, marked })
  }
  settle()
  const { awards, movers, ...counts } = movesBetween(contest.rules, people, mostMovers)
  const named = await naming(rt, contest, [...awards.slice(0, mostAwards), ...movers])
  return {
    ...counts,
    ...{ papers, changed, awardChanges: awards.length },
    awards: awards.slice(0, mostAwards).map(named),
    movers: movers.map(named),
  }
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

function resultsOf(rt: Runtime, { id, rules }: ContestRow, pairs: readonly Pair[]): Before {
  const { accountId } = (pairs[0] as Pair).attempt
  const lot = rt.secrets.lot(id, accountId)
  const counted = (attempts: FinishedAttempt[]) => {
    const result = countedResult(rules, attempts)
    return result && { ...result, lot }
  }
  return {
    accountId,
    before: counted(pairs.map(({ attempt }) => attempt)),
    after: counted(
      pairs.map(({ attempt, marked }) =>
        marked ? { ...attempt, score: marked.score, correct: marked.correct } : attempt,
      ),
    ),
  }
}

async function naming(rt: Runtime, contest: ContestRow, moves: readonly Move[]) {
  const names = await namesOf(
    rt.storage.read,
    contest.id,
    moves.map(move => move.accountId),
  )
  return (move: Move): NamedMove => ({ ...move, ...(names.get(move.accountId) ?? { name: null, region: null }) })
}
