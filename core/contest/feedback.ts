/** When a person may see what. */
import type { ContestRules } from './rules.ts'
import { stageAt } from './stage.ts'

interface Contest {
  closesAt: number
  rules: ContestRules
}

/** The last papers may still be accepted in their grace seconds. */
const ended = ({ rules }: Contest, closesAt: number): number => closesAt + rules.clock.graceSeconds * 1000

/** The instant from which a finished attempt's score is shown to its owner. */
export const scoreFrom = (contest: Contest, attempt: { finishedAt: number }): number =>
  contest.rules.feedback.score === 'at-once' ? attempt.finishedAt : ended(contest, contest.closesAt)

/** The instant from which its keys and explanations are shown; null: never. */
export function answersFrom(contest: Contest, attempt: { startedAt: number; finishedAt: number }): number | null {
  const { answers } = contest.rules.feedback
  switch (answers) {
    case 'at-once':
      return attempt.finishedAt
    case 'per-stage':
      return ended(contest, stageAt(contest.rules, attempt.startedAt)?.closesAt ?? contest.closesAt)
    case 'at-close':
      return ended(contest, contest.closesAt)
    case 'never':
      return null
    default:
      return answers satisfies never
  }
}
