/** What was promised: the terms of the prizes, which do not change once a contest has opened. */
import type { ContestRules } from '../contest/rules.ts'
import { canonical } from '../contest/setup.ts'
import { sha256 } from './sha256.ts'

/** Prizes, who gets them and how they are claimed. */
const termsOf = ({ awards, draws, groupAwards, claim }: ContestRules) => ({ awards, draws, groupAwards, claim })

/** Published with the rules: whoever noted it can tell a changed promise. */
export const termsHash = (rules: ContestRules): string =>
  sha256(`ip-contest prize terms 1\n${canonical(termsOf(rules))}\n`)
