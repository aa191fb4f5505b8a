/** Contradictions of awards, draws and the final. */
import type { ContestRules } from '../rules.ts'
import { fullMarks } from '../size.ts'
import { named, type RuleProblem, type Window, when } from './problem.ts'
import { daysWithin } from './time.ts'

type Draw = ContestRules['draws'][number]

export const prizeProblems = (rules: ContestRules, window: Window): RuleProblem[] => [
  ...tierProblems('awards.tiers', rules.awards.tiers),
  ...named('draws', rules.draws),
  ...rules.draws.flatMap((draw, i) => drawProblems(rules, window, draw, `draws.${i}`)),
  ...named('groupAwards', rules.groupAwards),
  ...rules.groupAwards.flatMap((award, i) => groupProblems(rules, award, `groupAwards.${i}`)),
  ...finalProblems(rules),
]

const tierProblems = (field: string, tiers: Draw['tiers']): RuleProblem[] => [
  ...named(field, tiers),
  ...tiers.flatMap(({ count }, i) => when(count === 0, `${field}.${i}.count`, 'award-without-count')),
]

function drawProblems(rules: ContestRules, window: Window, draw: Draw, field: string): RuleProblem[] {
  const { qualify } = draw
  const most = daysWithin(rules, window, draw.when)
  return [
    ...when(draw.tiers.length === 0, `${field}.tiers`, 'draw-without-prizes'),
    ...tierProblems(`${field}.tiers`, draw.tiers),
    ...when(draw.when === 'instant' && draw.oneIn === null, `${field}.oneIn`, 'odds-missing'),
    ...when(draw.when !== 'instant' && draw.oneIn !== null, `${field}.oneIn`, 'odds-unused'),
    ...when(qualify.by === 'pass' && rules.paper.passMark === null, `${field}.qualify`, 'pass-mark-missing'),
    ...when(qualify.by === 'perfect-days' && qualify.days > most, `${field}.qualify.days`, 'days-above-window', {
      most,
    }),
    ...fallBackProblems(rules, draw, `${field}.fallBackTo`),
  ]
}

/** "The next score" is one of a paper, below what qualifies. */
function fallBackProblems({ paper }: ContestRules, { qualify, fallBackTo }: Draw, field: string): RuleProblem[] {
  if (fallBackTo === null) return []
  if (qualify.by !== 'perfect' && qualify.by !== 'pass') return when(true, field, 'fall-back-unclear')
  const least = qualify.by === 'perfect' ? fullMarks(paper) : (paper.passMark ?? 0)
  return when(fallBackTo >= least, field, 'fall-back-high', { least })
}

function groupProblems(
  { who }: ContestRules,
  award: ContestRules['groupAwards'][number],
  field: string,
): RuleProblem[] {
  const { by, of, count } = award
  const usesRate = by.by === 'rate' || (by.by === 'mix' && by.rate > 0)
  const weights = by.by === 'mix' ? by.entrants + by.rate + by.mean + by.total : 100
  return [
    ...when(count === 0, `${field}.count`, 'award-without-count'),
    ...when(weights !== 100, `${field}.by`, 'weights-sum', { weights }),
    ...when(of === 'organisations' && who.organisation.need === 'off', `${field}.of`, 'organisations-off'),
    ...when(
      of === 'organisations' && usesRate && who.organisation.people.length === 0,
      'who.organisation.people',
      'people-missing',
    ),
  ]
}

function finalProblems({ final, calendar }: ContestRules): RuleProblem[] {
  if (final === null) return []
  const { to } = final
  const at = to.kind === 'stage' ? calendar.stages.findIndex(stage => stage.id === to.stage) : null
  return [
    ...when(final.first === 0, 'final.first', 'award-without-count'),
    ...when(at === -1, 'final.to.stage', 'stage-unknown'),
    ...when(at === 0, 'final.to.stage', 'final-first'),
  ]
}
