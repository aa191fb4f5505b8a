/** A contest's rules in plain sentences, grouped as a public page needs them. */
import { exampleOf } from '#core/contest/example'
import type { ContestRules } from '#core/contest/rules'
import type { Locale } from '#core/locale'
import { clockLines, exampleLine, feedbackLines, paperLines, rankingLines } from './explain/answering.ts'
import { dataLines, whenLines, whoLines } from './explain/entry.ts'
import { awardLines, claimLines, drawLines, finalLines, groupAwardLines, publicityLines } from './explain/prizes.ts'
import { wordsIn } from './explain/words.ts'
import type { Messages } from './zh.ts'

export interface RuleGroup {
  id: keyof Messages['rules']['groups']
  title: string
  lines: string[]
}

/** @param window the contest's @returns groups that have something to say, in the order in which people ask */
export function explained(
  rules: ContestRules,
  window: { opensAt: number; closesAt: number },
  locale: Locale,
): RuleGroup[] {
  const words = wordsIn(locale)
  const lines: Record<RuleGroup['id'], string[]> = {
    who: whoLines(rules, words),
    when: whenLines(rules, window, words),
    clock: clockLines(rules, words),
    paper: paperLines(rules, words),
    ranking: rankingLines(rules, words),
    example: [exampleLine(rules, exampleOf(rules, window), words)],
    feedback: feedbackLines(rules, words),
    awards: awardLines(rules, words),
    draws: drawLines(rules, words),
    groupAwards: groupAwardLines(rules, words),
    final: finalLines(rules, words),
    publicity: publicityLines(rules, words),
    claim: claimLines(rules, words),
    data: dataLines(rules, words),
  }
  return (Object.keys(lines) as RuleGroup['id'][])
    .filter(id => lines[id].length > 0)
    .map(id => ({ id, title: words.text.groups[id], lines: lines[id] }))
}
