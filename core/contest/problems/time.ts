/** Contradictions of dates, clocks and limits. */
import { dayMs } from '../../day.ts'
import type { ContestRules } from '../rules.ts'
import { longestSeconds } from '../size.ts'
import { named, type RuleProblem, type Window, when } from './problem.ts'

export const timeProblems = (rules: ContestRules, window: Window): RuleProblem[] => [
  ...stageProblems(rules, window),
  ...dateProblems(rules, window),
  ...limitProblems(rules),
  ...clockProblems(rules),
]

function stageProblems(rules: ContestRules, window: Window): RuleProblem[] {
  const { stages } = rules.calendar
  const needed = longestSeconds(rules) ?? 0
  return [
    ...named('calendar.stages', stages),
    ...stages.flatMap(({ opensAt, closesAt }, i) => {
      const field = `calendar.stages.${i}`
      if (closesAt <= opensAt) return when(true, `${field}.closesAt`, 'span-order')
      const before = stages[i - 1]
      return [
        ...when(opensAt < window.opensAt || closesAt > window.closesAt, field, 'stage-outside'),
        ...when(before !== undefined && before.closesAt > opensAt, `${field}.opensAt`, 'stage-overlap'),
        ...when(closesAt - opensAt < needed * 1000, `${field}.closesAt`, 'stage-short', { seconds: needed }),
      ]
    }),
    ...whatNeedsStages(rules),
  ]
}

function whatNeedsStages({ calendar, attempts, feedback, draws }: ContestRules): RuleProblem[] {
  if (calendar.stages.length > 0) return []
  return [
    ...when(attempts.perStage !== null, 'attempts.perStage', 'stages-missing'),
    ...when(feedback.answers === 'per-stage', 'feedback.answers', 'stages-missing'),
    ...draws.flatMap((draw, i) => when(draw.when === 'per-stage', `draws.${i}.when`, 'stages-missing')),
  ]
}

function dateProblems({ calendar, feedback }: ContestRules, { opensAt, closesAt }: Window): RuleProblem[] {
  const { warmUp, practice, announcedAt, claimsUntil } = calendar
  const freezes = (feedback.freezeSeconds ?? 0) * 1000
  return [
    ...when(warmUp !== null && warmUp.closesAt <= warmUp.opensAt, 'calendar.warmUp.closesAt', 'span-order'),
    ...when(warmUp !== null && warmUp.closesAt > opensAt, 'calendar.warmUp.closesAt', 'warm-up-late'),
    ...when(practice !== null && practice.closesAt <= practice.opensAt, 'calendar.practice.closesAt', 'span-order'),
    ...when(announcedAt !== null && announcedAt < closesAt, 'calendar.announcedAt', 'announced-early'),
    ...when(claimsUntil !== null && claimsUntil <= (announcedAt ?? closesAt), 'calendar.claimsUntil', 'claim-early'),
    ...when(freezes > closesAt - opensAt, 'feedback.freezeSeconds', 'freeze-long'),
  ]
}

/** A limit that a narrower one goes beyond can never be reached. */
function limitProblems({ attempts, counts }: ContestRules): RuleProblem[] {
  const { total, perDay, perWeek, perStage } = attempts
  const above = (field: string, limit: number | null, wider: number | null) =>
    when(limit !== null && wider !== null && limit > wider, `attempts.${field}`, 'limit-above', {
      limit: limit ?? 0,
      wider: wider ?? 0,
    })
  return [
    ...above('perDay', perDay, perWeek ?? total),
    ...above('perWeek', perWeek, total),
    ...above('perStage', perStage, total),
    ...when(counts.by === 'mean-of-best' && total !== null && counts.k > total, 'counts.k', 'best-of-more', {
      total: total ?? 0,
    }),
  ]
}

function clockProblems(rules: ContestRules): RuleProblem[] {
  const { seconds, questionSeconds } = rules.clock
  const longest = longestSeconds(rules)
  const { minimumSeconds } = rules.integrity
  return [
    ...when(
      seconds !== null && questionSeconds !== null && questionSeconds > seconds,
      'clock.questionSeconds',
      'question-longer',
      { seconds: seconds ?? 0 },
    ),
    ...when(longest !== null && minimumSeconds >= longest, 'integrity.minimumSeconds', 'minimum-above-clock', {
      seconds: longest ?? 0,
    }),
  ]
}

/** Days on which a contest, or its shortest stage, is open; a part of a day is one. */
export function daysWithin(rules: ContestRules, window: Window, scope: ContestRules['draws'][number]['when']): number {
  if (scope === 'daily') return 1
  const spans = scope === 'per-stage' && rules.calendar.stages.length > 0 ? rules.calendar.stages : [window]
  return Math.min(...spans.map(span => Math.ceil((span.closesAt - span.opensAt) / dayMs)))
}
