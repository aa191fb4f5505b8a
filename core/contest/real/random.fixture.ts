/** Random rules that nothing is wrong with, and random histories under them. */
import fc from 'fast-check'
import { type Keyed, mark } from '../../attempt/score.ts'
import { dayMs, startOfDay } from '../../day.ts'
import type { Counting } from '../../standing/counted.ts'
import { hindrance } from '../allowed.ts'
import { ruleProblems } from '../problem.ts'
import { tieBreaks } from '../rules/paper.ts'
import { type ContestRules, contestRules } from '../rules.ts'
import { longestSeconds } from '../size.ts'
import { rulesWith } from '../testing.ts'
import { draw, groupAward, stage, text, tier } from './real.ts'

export const first = '2026-04-20'
export const window = { opensAt: startOfDay(first), closesAt: startOfDay(first) + 8 * dayMs }

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
const upTo = (most: number, least = 1) => fc.integer({ min: least, max: most })

const ties = fc
  .tuple(
    fc.shuffledSubarray(tieBreaks.filter(tie => tie !== 'lot' && tie !== 'shared')),
    fc.constantFrom('lot' as const, 'shared' as const),
  )
  .map(([some, end]) => [...some, end])

const stages = fc.constantFrom<ContestRules['calendar']['stages'][]>(
  [],
  [stage(first, 'one', 0, 4), stage(first, 'two', 4, 8)],
  [stage(first, 'one', 0, 3), stage(first, 'two', 5, 7), stage(first, 'three', 7, 8)],
)

const paper = fc.record({
  total: upTo(6),
  points: fc.record({ single: upTo(5), multiple: upTo(5, 2), truefalse: upTo(5), case: upTo(5) }),
  partial: fc.constantFrom<ContestRules['paper']['partial']>(
    { by: 'none' },
    { by: 'share' },
    { by: 'fixed', points: 1 },
  ),
  wrongCosts: upTo(2, 0),
  outAfter: maybe(upTo(4)),
  passMark: maybe(upTo(6)),
})

const counts = fc.oneof(
  fc.constantFrom('first', 'last', 'best', 'perfect-papers', 'passed-papers', 'perfect-days').map(by => ({ by })),
  upTo(4, 2).map(k => ({ by: 'mean-of-best', k })),
  maybe(upTo(12)).map(cap => ({ by: 'daily-sum', cap })),
) as fc.Arbitrary<ContestRules['counts']>

const draws = fc.array(
  fc
    .record({
      when: fc.constantFrom('instant', 'daily', 'per-stage', 'final'),
      qualify: fc.oneof(
        fc.constantFrom({ by: 'finished' }, { by: 'perfect' }, { by: 'pass' }),
        upTo(3).map(days => ({ by: 'perfect-days', days })),
        upTo(9).map(points => ({ by: 'points', points })),
      ),
      chances: fc.oneof(
        fc.constantFrom({ by: 'person' }, { by: 'perfect-paper' }),
        upTo(5).map(each => ({ by: 'points', each })),
      ),
      fallBackTo: maybe(upTo(5, 0)),
    })
    .map(some => draw({ ...(some as object), oneIn: some.when === 'instant' ? 3 : null })),
  { maxLength: 1 },
)

const groups = fc.constantFrom(
  [],
  ...(['entrants', 'mean', 'total'] as const).map(by => [groupAward('g', 'organisations', { by }, 2)]),
  [groupAward('g', 'organisations', { by: 'mix', entrants: 30, rate: 0, mean: 40, total: 30 }, 1)],
)

/** Questions of a paper are single and multiple by turns, so that the blueprint fixes them where marks differ. */
const planned = (total: number) =>
  [Math.ceil(total / 2), Math.floor(total / 2)].flatMap((count, i) =>
    count > 0
      ? [{ chapter: null, kind: i === 0 ? ('single' as const) : ('multiple' as const), level: null, count }]
      : [],
  )

export const anyRules: fc.Arbitrary<ContestRules> = fc
  .record({
    stages,
    warmUp: fc.boolean(),
    dayStartsHour: fc.constantFrom(0, 6),
    paper,
    seconds: maybe(fc.constantFrom(60, 600)),
    questionSeconds: maybe(fc.constantFrom(5, 20)),
    attempts: fc.record({
      total: maybe(upTo(6)),
      perDay: maybe(upTo(3)),
      perWeek: maybe(upTo(4)),
      perStage: maybe(upTo(4)),
      cooldownSeconds: fc.constantFrom(0, 0, 3600, 100_000),
    }),
    counts,
    ties,
    draws,
    groups,
    cut: fc.constantFrom('all', 'lot', 'none'),
    hasFinal: fc.boolean(),
  })
  .map(some =>
    rulesWith({
      calendar: {
        stages: some.stages,
        dayStartsHour: some.dayStartsHour,
        warmUp: some.warmUp ? { opensAt: window.opensAt - dayMs, closesAt: window.opensAt } : null,
      },
      paper: { ...some.paper, blueprint: planned(some.paper.total) },
      clock: { seconds: some.seconds, questionSeconds: some.questionSeconds },
      attempts: some.attempts,
      counts: some.counts,
      ties: some.ties as ContestRules['ties'],
      draws: some.draws,
      groupAwards: some.groups,
      awards: { tiers: [tier('a', '一等奖', 1), tier('b', '二等奖', 2)], cut: some.cut as 'all' },
      integrity: { minimumSeconds: 0 },
      final:
        some.hasFinal && some.stages.length > 0
          ? { first: 2, to: { kind: 'stage', stage: some.stages.at(-1)?.id ?? '' } }
          : null,
      who: { tracks: [{ id: 't', name: text('组'), fromAge: 10, toAge: null }] },
    }),
  )
  .filter(rules => contestRules.safeParse(rules).success && ruleProblems(rules, window).length === 0)

export interface Player {
  id: string
  unit: string
  lot: number
  attempts: Counting[]
}

const trial = fc.record({
  /** Minutes from two days before the opening. */
  at: upTo(10 * 1440, 0),
  seconds: upTo(60),
  answers: fc.array(fc.tuple(upTo(15), upTo(15, 0)), { minLength: 6, maxLength: 6 }),
})

/** What people who try to start at random instants come to: the engine lets some of it be. */
export const historyUnder = (rules: ContestRules): fc.Arbitrary<Player[]> =>
  fc
    .array(fc.record({ unit: fc.constantFrom('x', 'y', 'z'), tries: fc.array(trial, { maxLength: 8 }) }), {
      minLength: 1,
      maxLength: 7,
    })
    .map(people =>
      people.map(({ unit, tries }, i) => ({ id: `p${i}`, unit, lot: (i * 7) % 11, attempts: played(rules, tries) })),
    )

function played(
  rules: ContestRules,
  tries: { at: number; seconds: number; answers: [number, number][] }[],
): Counting[] {
  const attempts: Counting[] = []
  for (const { at, seconds, answers } of [...tries].sort((a, b) => a.at - b.at)) {
    const startedAt = window.opensAt - 2 * dayMs + at * 60_000
    const made = attempts.map(attempt => ({ startedAt: attempt.startedAt, endsAt: attempt.finishedAt }))
    if (made.some(one => one.endsAt > startedAt) || hindrance(rules, window, made, startedAt, true)) continue
    const questions = answers
      .slice(0, rules.paper.total)
      .map(([right], i): Keyed => (i % 2 === 0 ? { kind: 'single', right: 1 } : { kind: 'multiple', right }))
    const choices = new Map(answers.map(([, choice], i) => [i, i % 2 === 0 && choice > 3 ? 1 : choice]))
    const { score, correct, maximum } = mark(rules.paper, questions, choices)
    const durationMs = Math.min(seconds, longestSeconds(rules) ?? seconds) * 1000
    attempts.push({ startedAt, finishedAt: startedAt + durationMs, score, correct, maximum, durationMs })
  }
  return attempts
}
