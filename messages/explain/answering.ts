/** Paper, clock, ranking, the example, and what people are told: sentences from the rules. */
import { goesForward } from '#core/attempt/forward'
import type { Example } from '#core/contest/example'
import type { ContestRules } from '#core/contest/rules'
import { equalPoints, fullMarks } from '#core/contest/size'
import type { Words } from './words.ts'

export function paperLines({ paper }: ContestRules, { text }: Words): string[] {
  const equal = equalPoints(paper)
  const full = fullMarks(paper)
  const { tolerance, partial, wrongCosts, outAfter, passMark, points } = paper
  const kinds = (['truefalse', 'single', 'multiple', 'case'] as const).flatMap(kind => {
    const count = paper.blueprint.reduce((sum, cell) => (cell.kind === kind ? sum + cell.count : sum), 0)
    return count > 0 ? [text.kindLine(text.kind[kind], count, points[kind])] : []
  })
  return [
    equal === null ? text.differentPoints(paper.total, full) : text.samePoints(paper.total, equal, full),
    ...kinds,
    text.draw[paper.draw],
    ...(paper.draw === 'random' && tolerance.score < 100 ? [text.tolerance(tolerance.score, tolerance.time)] : []),
    partial.by === 'fixed' ? text.partial.fixed(partial.points) : text.partial[partial.by],
    wrongCosts > 0 ? text.wrongCosts(wrongCosts) : text.wrongFree,
    ...(outAfter === null ? [] : [text.outAfter(outAfter)]),
    ...(passMark === null ? [] : [text.passMark(passMark)]),
  ]
}

export function clockLines(rules: ContestRules, { text, length }: Words): string[] {
  const { seconds, questionSeconds, graceSeconds } = rules.clock
  const { total, perStage, perWeek, perDay, cooldownSeconds, untilRight } = rules.attempts
  const limits = Object.entries({ total, perStage, perWeek, perDay }).flatMap(([name, n]) =>
    n === null ? [] : [text.limits[name as 'total'](n)],
  )
  return [
    ...(seconds === null ? [] : [text.paperTime(length(seconds))]),
    ...(questionSeconds === null ? [] : [text.questionTime(length(questionSeconds))]),
    ...(seconds === null && questionSeconds === null ? [text.noTime] : []),
    graceSeconds > 0 ? text.grace(graceSeconds) : text.noGrace,
    ...(goesForward(rules) && questionSeconds === null ? [text.forward] : []),
    ...(limits.length > 0 ? limits : [text.limits.none]),
    ...(cooldownSeconds > 0 ? [text.cooldown(length(cooldownSeconds))] : []),
    ...(untilRight ? [text.untilRight] : []),
  ]
}

export function rankingLines(rules: ContestRules, words: Words): string[] {
  const { text } = words
  const [only] = rules.ties
  return [
    countsLine(rules, words),
    text.byScore,
    rules.ties.length === 1 && (only === 'shared' || only === 'lot')
      ? text.tieOnly[only]
      : text.tiesIntro(rules.ties.map(tie => text.tie[tie]).join(text.tieJoin)),
  ]
}

function countsLine({ counts, attempts }: ContestRules, { text }: Words): string {
  switch (counts.by) {
    case 'mean-of-best':
      return text.counts['mean-of-best'](counts.k)
    case 'daily-sum':
      return text.counts['daily-sum'](counts.cap)
    case 'first':
    case 'last':
    case 'best':
      return attempts.total === 1 ? text.once : text.counts[counts.by]
    default:
      return text.counts[counts.by]
  }
}

/** 85 分、用时 3 分钟 34 秒的人：排在所有 90 分的人之后…… */
export function exampleLine({ counts }: ContestRules, example: Example, { text, length }: Words): string {
  const words = text.example
  const unit =
    counts.by === 'perfect-days'
      ? text.unit.days
      : counts.by === 'perfect-papers' || counts.by === 'passed-papers'
        ? text.unit.papers
        : text.unit.points
  const score = unit(example.result.score)
  const seconds = (ms: number) => length(Math.round(ms / 1000))
  const behind = example.behind.map(({ tie, other }) => {
    switch (tie) {
      case 'more-correct':
        return words[tie](score, other.correct)
      case 'less-time':
        return words[tie](score, seconds(other.durationMs))
      case 'earlier-finish':
        return words[tie](score)
      case 'fewer-attempts':
        return words[tie](score, other.attempts)
      default:
        return tie satisfies never
    }
  })
  const parts = [words.higher(unit(example.higher)), ...behind, words[example.end]]
  return `${words.of(score, seconds(example.result.durationMs))}${parts.join(text.tieJoin.replace(/then $/, ''))}${words.end}`
}

export const feedbackLines = ({ feedback }: ContestRules, { text, length }: Words): string[] => [
  text.score[feedback.score],
  text.answers[feedback.answers],
  feedback.rank ? text.rank.shown : text.rank.hidden,
  ...(feedback.freezeSeconds === null ? [] : [text.freeze(length(feedback.freezeSeconds))]),
]
