/** The same rules read once more, plainly and slowly, without a word of the engine. */
import type { Counting } from '../../standing/counted.ts'
import type { ContestRules } from '../rules.ts'

export interface NaiveResult {
  score: number
  correct: number
  durationMs: number
  finishedAt: number
  attempts: number
}

const shanghai = 8 * 3_600_000
const inside = (span: { opensAt: number; closesAt: number } | null | undefined, at: number) =>
  span ? at >= span.opensAt && at < span.closesAt : false

export function naiveResult(rules: ContestRules, all: readonly Counting[]): NaiveResult | null {
  let mine = all.filter(attempt => !inside(rules.calendar.warmUp, attempt.startedAt))
  if (rules.final?.to.kind === 'stage') {
    const id = rules.final.to.stage
    const last = rules.calendar.stages.find(stage => stage.id === id)
    const others = mine.filter(attempt => !inside(last, attempt.startedAt))
    if (others.length > 0) mine = others
  }
  mine = [...mine].sort((a, b) => a.finishedAt - b.finishedAt)
  const first = mine[0]
  if (!first) return null
  const [score, used] = chosen(rules, mine)
  const shown = used.length === 0 ? [first] : used
  let [correct, durationMs, finishedAt] = [0, 0, 0]
  for (const attempt of shown) {
    correct += attempt.correct
    durationMs += attempt.durationMs
    if (attempt.finishedAt > finishedAt) finishedAt = attempt.finishedAt
  }
  return { score, correct, durationMs, finishedAt, attempts: mine.length }
}

const dayNumber = (rules: ContestRules, at: number) =>
  Math.floor((at + shanghai - rules.calendar.dayStartsHour * 3_600_000) / 86_400_000)

function chosen(rules: ContestRules, mine: Counting[]): [number, Counting[]] {
  const { counts } = rules
  const points = (some: Counting[]): [number, Counting[]] => [some.reduce((sum, one) => sum + one.score, 0), some]
  if (counts.by === 'first') return points([mine[0] as Counting])
  if (counts.by === 'last') return points([mine.at(-1) as Counting])
  if (counts.by === 'best' || counts.by === 'mean-of-best') {
    const rest = [...mine]
    const picked: Counting[] = []
    while (rest.length > 0 && picked.length < (counts.by === 'best' ? 1 : counts.k)) {
      let top = rest[0] as Counting
      for (const one of rest) if (isBetter(rules.ties, one, top)) top = one
      picked.push(top)
      rest.splice(rest.indexOf(top), 1)
    }
    return points(picked)
  }
  const used: Counting[] = []
  let score = 0
  const byDay: Record<number, number> = {}
  for (const attempt of mine) {
    const day = dayNumber(rules, attempt.startedAt)
    const had = byDay[day] ?? 0
    let gain = 0
    if (counts.by === 'daily-sum') gain = Math.min(attempt.score, (counts.cap ?? Number.POSITIVE_INFINITY) - had)
    else if (counts.by === 'passed-papers') gain = attempt.score >= (rules.paper.passMark as number) ? 1 : 0
    else if (attempt.score === attempt.maximum) gain = counts.by === 'perfect-days' && had > 0 ? 0 : 1
    byDay[day] = had + gain
    score += gain
    if (gain > 0) used.push(attempt)
  }
  return [score, used]
}

function isBetter(ties: ContestRules['ties'], a: Counting, b: Counting): boolean {
  if (a.score !== b.score) return a.score > b.score
  for (const tie of ties) {
    if (tie === 'shared' || tie === 'lot') break
    if (tie === 'more-correct' && a.correct !== b.correct) return a.correct > b.correct
    if (tie === 'less-time' && a.durationMs !== b.durationMs) return a.durationMs < b.durationMs
    if (tie === 'earlier-finish' && a.finishedAt !== b.finishedAt) return a.finishedAt < b.finishedAt
  }
  return a.finishedAt < b.finishedAt
}

/** 1 + how many stand strictly before: by counting, for each person anew. */
export function naiveRanks(rules: ContestRules, people: readonly (NaiveResult & { lot: number })[]): number[] {
  const isBefore = (a: NaiveResult & { lot: number }, b: NaiveResult & { lot: number }): boolean => {
    const pairs: [number, number][] = [[b.score, a.score]]
    for (const tie of rules.ties) {
      if (tie === 'shared') break
      if (tie === 'more-correct') pairs.push([b.correct, a.correct])
      if (tie === 'less-time') pairs.push([a.durationMs, b.durationMs])
      if (tie === 'earlier-finish') pairs.push([a.finishedAt, b.finishedAt])
      if (tie === 'fewer-attempts') pairs.push([a.attempts, b.attempts])
      if (tie === 'lot') pairs.push([a.lot, b.lot])
    }
    for (const [one, other] of pairs) if (one !== other) return one < other
    return false
  }
  return people.map(person => 1 + people.filter(other => isBefore(other, person)).length)
}
