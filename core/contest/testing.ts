/** Rules for tests: the usual ones with some parts changed. */
import { type ContestRules, usualRules } from './rules.ts'

/** Parts are mixed with the usual ones; lists and choices replace them. */
export type RulesChange = {
  [Part in keyof ContestRules]?: Part extends 'counts' | 'ties' | 'draws' | 'groupAwards' | 'final' | 'version'
    ? ContestRules[Part]
    : Partial<ContestRules[Part]>
}

const whole: readonly string[] = ['counts', 'ties', 'draws', 'groupAwards', 'final', 'version']

export const rulesWith = (change: RulesChange): ContestRules => ({
  ...usualRules,
  ...Object.fromEntries(
    Object.entries(change).map(([part, value]) => [
      part,
      whole.includes(part) ? value : { ...(usualRules[part as keyof ContestRules] as object), ...(value as object) },
    ]),
  ),
})
