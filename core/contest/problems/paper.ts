/** Contradictions of the paper, of ties, and of what people are told too early. */
import type { ContestRules } from '../rules.ts'
import { equalPoints, fullMarks } from '../size.ts'
import { type RuleProblem, when } from './problem.ts'

export const paperProblems = (rules: ContestRules): RuleProblem[] => [
  ...when(rules.counts.by === 'passed-papers' && rules.paper.passMark === null, 'counts.by', 'pass-mark-missing'),
  ...sizeProblems(rules.paper),
  ...tieProblems(rules.ties),
  ...feedbackProblems(rules),
]

function sizeProblems(paper: ContestRules['paper']): RuleProblem[] {
  const { total, blueprint, points, partial, passMark, outAfter } = paper
  const planned = blueprint.reduce((sum, cell) => sum + cell.count, 0)
  const fixesKinds = blueprint.length > 0 && blueprint.every(cell => cell.kind !== null)
  return [
    ...when(blueprint.length > 0 && planned !== total, 'paper.blueprint', 'blueprint-sum', { planned, total }),
    ...when(equalPoints(paper) === null && !fixesKinds, 'paper.blueprint', 'blueprint-kinds'),
    ...when(passMark !== null && passMark > fullMarks(paper), 'paper.passMark', 'pass-mark-high', {
      maximum: fullMarks(paper),
    }),
    ...when(partial.by === 'fixed' && partial.points >= points.multiple, 'paper.partial.points', 'partial-high', {
      points: points.multiple,
    }),
    ...when(outAfter !== null && outAfter > total, 'paper.outAfter', 'out-after-high', { total }),
  ]
}

const ends: readonly string[] = ['shared', 'lot']

function tieProblems(ties: ContestRules['ties']): RuleProblem[] {
  const end = ties.findIndex(tie => ends.includes(tie))
  if (end < 0) return when(true, 'ties', 'ties-without-end')
  return [
    ...when(end < ties.length - 1, `ties.${end + 1}`, 'ties-after-end'),
    ...ties.flatMap((tie, i) => when(ties.indexOf(tie) !== i, `ties.${i}`, 'ties-twice')),
  ]
}

function feedbackProblems({ feedback, attempts, paper }: ContestRules): RuleProblem[] {
  const { score, answers, rank } = feedback
  const sameForAll = paper.draw !== 'random'
  return [
    ...when(sameForAll && answers === 'at-once', 'feedback.answers', 'answers-tell-others'),
    ...when(
      score === 'at-close' && (answers === 'at-once' || answers === 'per-stage'),
      'feedback.answers',
      'answers-tell-score',
    ),
    ...when(score === 'at-close' && rank, 'feedback.rank', 'rank-tells-score'),
    ...when(attempts.untilRight && answers !== 'at-once', 'attempts.untilRight', 'until-right-tells'),
  ]
}
