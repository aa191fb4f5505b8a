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
import { anyWhoAndIdentity, anyWords } from './random-words.fixture.ts'
import { draw, groupAward, stage, tier } from './real.ts'

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
      excludeEarlier: fc.boolean(),
      alternates: upTo(2, 0),
      witnesses: fc.constantFrom([], ['公证员']),
    })
    .map(some => draw({ ...(some as object), oneIn: some.when === 'instant' ? 3 : null })),
  { maxLength: 1 },
)

const groups = fc.constantFrom(
  [],
  ...(['entrants', 'rate', 'mean', 'total'] as const).map(by => [groupAward('g', 'organisations', { by }, 2)]),
  [groupAward('g', 'organisations', { by: 'mix', entrants: 30, rate: 0, mean: 40, total: 30 }, 1)],
  [groupAward('g', 'regions', { by: 'mix', entrants: 0, rate: 50, mean: 50, total: 0 }, 1)],
)

/** Half of them tell everything at once, or only at the end: the rest contradicts the others more often. */
const feedback = fc.record({
  score: fc.constantFrom('at-once', 'at-once', 'at-close'),
  answers: fc.constantFrom('at-once', 'per-stage', 'at-close', 'never'),
  rank: fc.boolean(),
  freezeSeconds: maybe(upTo(3 * 86_400)),
})

/** Questions of a paper are single and multiple by turns, so that the blueprint fixes them where marks differ. */
const planned = (total: number, chapter: number | null, level: number | null) =>
  [Math.ceil(total / 2), Math.floor(total / 2)].flatMap((count, i) =>
    count > 0 ? [{ chapter, kind: i === 0 ? ('single' as const) : ('multiple' as const), level, count }] : [],
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
    awards: fc.record({ perTrack: fc.boolean(), onePrizeEach: fc.boolean(), rollDown: fc.boolean() }),
    untilRight: fc.boolean(),
    chapter: maybe(upTo(9)),
    level: maybe(upTo(5)),
    draw: fc.constantFrom('random', 'random', 'daily', 'fixed'),
    tolerance: fc.record({ score: upTo(10), time: upTo(10) }),
    graceSeconds: upTo(5, 0),
    feedback,
    whoAndIdentity: anyWhoAndIdentity,
    words: anyWords(window),
    final: fc.constantFrom(null, 'stage', 'live'),
  })
  .map(some =>
    rulesWith({
      calendar: {
        stages: some.stages,
        dayStartsHour: some.dayStartsHour,
        ...some.words.calendar,
        warmUp: some.warmUp ? { opensAt: window.opensAt - dayMs, closesAt: window.opensAt } : null,
      },
      paper: {
        ...some.paper,
        draw: some.draw as 'random',
        tolerance: some.tolerance,
        blueprint: planned(some.paper.total, some.chapter, some.level),
      },
      clock: { seconds: some.seconds, questionSeconds: some.questionSeconds, graceSeconds: some.graceSeconds },
      attempts: {
        ...some.attempts,
        untilRight: some.untilRight && some.feedback.answers === 'at-once' && some.draw === 'random',
      },
      feedback: toldInTime(some.feedback as ContestRules['feedback'], some.draw),
      counts: some.counts,
      ties: some.ties as ContestRules['ties'],
      draws: some.draws,
      groupAwards: some.groups,
      awards: { tiers: [tier('a', '一等奖', 1), tier('b', '二等奖', 2)], cut: some.cut as 'all', ...some.awards },
      publicity: some.words.publicity,
      claim: some.words.claim,
      integrity: some.words.integrity,
      identity: some.whoAndIdentity.identity,
      final: finalOf(some.final, some.stages),
      who: some.whoAndIdentity.who,
    }),
  )
  .filter(rules => contestRules.safeParse(rules).success && ruleProblems(rules, window).length === 0)

/** What tells too early waits: chance alone would be refused most of the time. */
function toldInTime(feedback: ContestRules['feedback'], draw: string): ContestRules['feedback'] {
  const { score, answers } = feedback
  const isEarly = answers === 'at-once' || answers === 'per-stage'
  if (score === 'at-close') return { ...feedback, answers: isEarly ? 'at-close' : answers, rank: false }
  return draw !== 'random' && answers === 'at-once' ? { ...feedback, answers: 'at-close' } : feedback
}

const finalOf = (to: string | null, stages: ContestRules['calendar']['stages']): ContestRules['final'] => {
  const last = stages.at(-1)
  if (to === 'live') return { first: 2, to: { kind: 'live' } }
  return to === 'stage' && last ? { first: 2, to: { kind: 'stage', stage: last.id } } : null
}

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
