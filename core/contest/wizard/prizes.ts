/** Step 5: awards, draws, awards of groups, and the final. */
import { plain, text, type WizardField } from './field.ts'

const tier = {
  is: 'list',
  at: 'tiers',
  most: 20,
  start: { id: '', name: text, count: 1, prize: text, value: 0 },
  fields: [
    { is: 'both', at: 'name', most: 200 },
    { is: 'number', at: 'count', least: 0, most: 1_000_000 },
    { is: 'both', at: 'prize', most: 200 },
    { is: 'number', at: 'value', least: 0, most: 10_000_000 },
  ],
} as const satisfies WizardField

export const prizes: readonly WizardField[] = [
  { ...tier, at: 'rules.awards.tiers' },
  { is: 'choice', at: 'rules.awards.cut', of: ['all', 'lot', 'none'] },
  { is: 'flag', at: 'rules.awards.perTrack' },
  { is: 'flag', at: 'rules.awards.onePrizeEach' },
  { is: 'flag', at: 'rules.awards.rollDown' },
  {
    is: 'list',
    at: 'rules.draws',
    most: 50,
    start: {
      ...{ id: '', name: text, when: 'final', oneIn: null, qualify: { by: 'perfect' }, chances: { by: 'person' } },
      ...{ tiers: [], fallBackTo: null, excludeEarlier: true, alternates: 0, witnesses: [] },
    },
    fields: [
      { is: 'both', at: 'name', most: 200 },
      { is: 'choice', at: 'when', of: ['instant', 'daily', 'per-stage', 'final'] },
      { is: 'number', at: 'oneIn', least: 1, most: 1_000_000, none: true },
      {
        is: 'variant',
        at: 'qualify',
        by: 'by',
        of: {
          finished: plain,
          perfect: plain,
          pass: plain,
          'perfect-days': { start: { days: 7 }, fields: [{ is: 'number', at: 'days', least: 1, most: 366 }] },
          points: { start: { points: 1 }, fields: [{ is: 'number', at: 'points', least: 1, most: 1_000_000 }] },
        },
      },
      {
        is: 'variant',
        at: 'chances',
        by: 'by',
        of: {
          person: plain,
          'perfect-paper': plain,
          points: { start: { each: 5 }, fields: [{ is: 'number', at: 'each', least: 1, most: 1_000_000 }] },
        },
      },
      tier,
      { is: 'number', at: 'fallBackTo', least: 0, most: 1_000_000, none: true },
      { is: 'flag', at: 'excludeEarlier' },
      { is: 'number', at: 'alternates', least: 0, most: 1_000_000 },
      { is: 'lines', at: 'witnesses', most: 20 },
    ],
  },
  {
    is: 'list',
    at: 'rules.groupAwards',
    most: 20,
    start: { id: '', name: text, of: 'organisations', by: { by: 'entrants' }, minimumSize: 5, count: 1, prize: text },
    fields: [
      { is: 'both', at: 'name', most: 200 },
      { is: 'choice', at: 'of', of: ['organisations', 'regions'] },
      {
        is: 'variant',
        at: 'by',
        by: 'by',
        of: {
          entrants: plain,
          rate: plain,
          mean: plain,
          total: plain,
          mix: {
            start: { entrants: 50, rate: 0, mean: 50, total: 0 },
            fields: (['entrants', 'rate', 'mean', 'total'] as const).map(
              measure => ({ is: 'number', at: measure, least: 0, most: 100 }) as const,
            ),
          },
        },
      },
      { is: 'number', at: 'minimumSize', least: 1, most: 1_000_000 },
      { is: 'number', at: 'count', least: 0, most: 1_000_000 },
      { is: 'both', at: 'prize', most: 200 },
    ],
  },
  {
    is: 'maybe',
    at: 'rules.final',
    start: { first: 10, to: { kind: 'live' } },
    fields: [
      { is: 'number', at: 'first', least: 0, most: 1_000_000 },
      {
        is: 'variant',
        at: 'to',
        by: 'kind',
        of: { live: plain, stage: { start: { stage: '' }, fields: [{ is: 'text', at: 'stage', most: 40 }] } },
      },
    ],
  },
]
