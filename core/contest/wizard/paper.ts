/** Step 3: the paper and its clocks. */
import { questionKinds } from '../../question/question.ts'
import { plain, type WizardField } from './field.ts'

export const paper: readonly WizardField[] = [
  { is: 'sets', at: 'sets' },
  { is: 'choice', at: 'rules.paper.draw', of: ['random', 'daily', 'fixed'] },
  { is: 'number', at: 'rules.paper.total', least: 1, most: 200 },
  ...questionKinds.map(kind => ({ is: 'number', at: `rules.paper.points.${kind}`, least: 1, most: 100 }) as const),
  {
    is: 'list',
    at: 'rules.paper.blueprint',
    most: 200,
    start: { chapter: null, kind: null, level: null, count: 1 },
    fields: [
      { is: 'chapters', at: 'chapter' },
      { is: 'choice', at: 'kind', of: questionKinds, none: true },
      { is: 'number', at: 'level', least: 1, most: 5, none: true },
      { is: 'number', at: 'count', least: 1, most: 200 },
    ],
  },
  { is: 'number', at: 'rules.paper.tolerance.score', least: 0.1, most: 100 },
  { is: 'number', at: 'rules.paper.tolerance.time', least: 0.1, most: 100 },
  {
    is: 'variant',
    at: 'rules.paper.partial',
    by: 'by',
    of: {
      none: plain,
      share: plain,
      fixed: { start: { points: 1 }, fields: [{ is: 'number', at: 'points', least: 1, most: 100 }] },
    },
  },
  { is: 'number', at: 'rules.paper.wrongCosts', least: 0, most: 100 },
  { is: 'number', at: 'rules.paper.outAfter', least: 1, most: 200, none: true },
  { is: 'number', at: 'rules.paper.passMark', least: 1, most: 20_000, none: true },
  { is: 'number', at: 'rules.clock.seconds', least: 10, most: 86_400, none: true, unit: 60 },
  { is: 'number', at: 'rules.clock.questionSeconds', least: 3, most: 3600, none: true },
  { is: 'number', at: 'rules.clock.graceSeconds', least: 0, most: 5 },
]
