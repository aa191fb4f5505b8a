/** What is wrong with rules: forbidden by law, or in contradiction with themselves. */
import { lawProblems } from './problems/law.ts'
import { paperProblems } from './problems/paper.ts'
import { peopleProblems } from './problems/people.ts'
import { prizeProblems } from './problems/prizes.ts'
import type { RuleProblem, Window } from './problems/problem.ts'
import { timeProblems } from './problems/time.ts'
import type { ContestRules } from './rules.ts'

/** @param rules of the right shape @param window the contest's @returns all problems, those of law first */
export const ruleProblems = (rules: ContestRules, window: Window): RuleProblem[] => [
  ...lawProblems(rules),
  ...peopleProblems(rules),
  ...timeProblems(rules, window),
  ...paperProblems(rules),
  ...prizeProblems(rules, window),
]
