/** Step 1: what the contest is called, when it is, and its stages. */
import { span, text, type WizardField } from './field.ts'

export const what: readonly WizardField[] = [
  { is: 'both', at: 'title', most: 100 },
  { is: 'both', at: 'summary', most: 1000, lines: true },
  { is: 'text', at: 'slug', most: 60 },
  ...span,
  {
    is: 'list',
    at: 'rules.calendar.stages',
    most: 100,
    start: { id: '', name: text, opensAt: 0, closesAt: 0 },
    fields: [{ is: 'both', at: 'name', most: 200 }, ...span],
  },
  { is: 'number', at: 'rules.calendar.dayStartsHour', least: 0, most: 23 },
  { is: 'maybe', at: 'rules.calendar.warmUp', start: { opensAt: 0, closesAt: 0 }, fields: span },
  { is: 'maybe', at: 'rules.calendar.practice', start: { opensAt: 0, closesAt: 0 }, fields: span },
  { is: 'moment', at: 'rules.calendar.announcedAt', none: true },
  { is: 'moment', at: 'rules.calendar.claimsUntil', none: true },
]
