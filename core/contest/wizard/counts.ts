/** Step 4: attempts, what counts, ties, and what people are told. */
import type { ContestRules } from '../rules.ts'
import { plain, type WizardField } from './field.ts'

const ties: readonly ContestRules['ties'][number][] = [
  'more-correct',
  'less-time',
  'earlier-finish',
  'fewer-attempts',
  'lot',
  'shared',
]

export const counts: readonly WizardField[] = [
  ...(['total', 'perDay', 'perWeek', 'perStage'] as const).map(
    limit => ({ is: 'number', at: `rules.attempts.${limit}`, least: 1, most: 1000, none: true }) as const,
  ),
  { is: 'number', at: 'rules.attempts.cooldownSeconds', least: 0, most: 2_592_000, unit: 60 },
  { is: 'flag', at: 'rules.attempts.untilRight' },
  {
    is: 'variant',
    at: 'rules.counts',
    by: 'by',
    of: {
      first: plain,
      last: plain,
      best: plain,
      'mean-of-best': { start: { k: 2 }, fields: [{ is: 'number', at: 'k', least: 2, most: 100 }] },
      'daily-sum': {
        start: { cap: null },
        fields: [{ is: 'number', at: 'cap', least: 1, most: 1_000_000, none: true }],
      },
      'perfect-papers': plain,
      'passed-papers': plain,
      'perfect-days': plain,
    },
  },
  { is: 'order', at: 'rules.ties', of: ties },
  { is: 'choice', at: 'rules.feedback.score', of: ['at-once', 'at-close'] },
  { is: 'choice', at: 'rules.feedback.answers', of: ['at-once', 'per-stage', 'at-close', 'never'] },
  { is: 'flag', at: 'rules.feedback.rank' },
  { is: 'number', at: 'rules.feedback.freezeSeconds', least: 1, most: 7_776_000, none: true, unit: 3600 },
]
