/** Step 2: who may enter, and what they are asked for. */
import { plain, text, type WizardField } from './field.ts'

const asked = (field: string, atEntry: boolean): WizardField[] => [
  { is: 'choice', at: `rules.identity.${field}.need`, of: ['off', 'optional', 'required'] },
  ...(atEntry ? [{ is: 'choice', at: `rules.identity.${field}.at`, of: ['entry', 'claim'] } as const] : []),
]

export const who: readonly WizardField[] = [
  {
    is: 'variant',
    at: 'rules.who.entry',
    by: 'by',
    of: {
      open: plain,
      regions: { start: { slugs: [] }, fields: [{ is: 'regions', at: 'slugs' }] },
      organisations: { start: { ids: [] }, fields: [{ is: 'organisations', at: 'ids' }] },
      invited: plain,
    },
  },
  { is: 'choice', at: 'rules.who.organisation.need', of: ['off', 'optional', 'required'] },
  { is: 'flag', at: 'rules.who.organisation.individual' },
  {
    is: 'list',
    at: 'rules.who.organisation.people',
    most: 20_000,
    start: { id: '', people: 100 },
    fields: [
      { is: 'organisation', at: 'id' },
      { is: 'number', at: 'people', least: 1, most: 10_000_000 },
    ],
  },
  { is: 'number', at: 'rules.who.minimumAge', least: 0, most: 100 },
  { is: 'flag', at: 'rules.who.guardian' },
  {
    is: 'list',
    at: 'rules.who.tracks',
    most: 20,
    start: { id: '', name: text, fromAge: null, toAge: null },
    fields: [
      { is: 'both', at: 'name', most: 200 },
      { is: 'number', at: 'fromAge', least: 0, most: 150, none: true },
      { is: 'number', at: 'toAge', least: 0, most: 150, none: true },
    ],
  },
  ...asked('name', true),
  ...asked('number', true),
  ...asked('idNumber', false),
  { is: 'number', at: 'rules.identity.idNumber.lastDigits', least: 4, most: 18 },
  ...asked('address', false),
  { is: 'choice', at: 'rules.identity.duplicates', of: ['first-counts', 'struck-out'] },
]
