/** What an organizer is asked, step by step: every field of the rules that may be chosen, as data. */

import { questionKinds } from '../question/question.ts'
import type { ContestRules } from './rules.ts'

export const wizardSteps = ['what', 'who', 'paper', 'counts', 'prizes', 'texts'] as const
export type WizardStep = (typeof wizardSteps)[number]

/** A field's place in what it belongs to: 'paper.total'. Inside lists it starts anew at the list's item. */
interface At {
  at: string
}

export type WizardField =
  | (At & { is: 'text'; most: number; lines?: boolean })
  /** In both languages. */
  | (At & { is: 'both'; most: number; lines?: boolean })
  /** `none`: may be left empty, which means null. `unit`: shown in so many of the stored ones (60: minutes). */
  | (At & { is: 'number'; least: number; most: number; none?: boolean; unit?: number })
  | (At & { is: 'moment'; none?: boolean })
  | (At & { is: 'flag' })
  | (At & { is: 'choice'; of: readonly string[]; none?: boolean })
  | (At & { is: 'several'; of: readonly string[] })
  /** In order: first asked, then asked. */
  | (At & { is: 'order'; of: readonly string[] })
  /** One of several shapes, told apart by `by` or `kind`. */
  | (At & { is: 'variant'; by: 'by' | 'kind'; of: Readonly<Record<string, WizardVariant>> })
  /** Not at all (null), or with its own fields. */
  | (At & { is: 'maybe'; start: unknown; fields: readonly WizardField[] })
  | (At & { is: 'list'; start: Record<string, unknown>; fields: readonly WizardField[]; most: number })
  /** One a line. */
  | (At & { is: 'lines'; most: number })
  | (At & { is: 'sets' })
  | (At & { is: 'regions' })
  | (At & { is: 'chapters' })
  /** By name; kept by public id. */
  | (At & { is: 'organisations' })
  | (At & { is: 'organisation' })

interface WizardVariant {
  start: Record<string, unknown>
  fields: readonly WizardField[]
}

const ties: readonly ContestRules['ties'][number][] = [
  'more-correct',
  'less-time',
  'earlier-finish',
  'fewer-attempts',
  'lot',
  'shared',
]
const text = { zh: '', en: '' }
const span = [
  { is: 'moment', at: 'opensAt' },
  { is: 'moment', at: 'closesAt' },
] as const satisfies readonly WizardField[]
const plain = { start: {}, fields: [] } as const

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

/** @param field of `identity` @param atEntry whether the law lets it be asked at the entry */
const asked = (field: string, atEntry: boolean): WizardField[] => [
  { is: 'choice', at: `rules.identity.${field}.need`, of: ['off', 'optional', 'required'] },
  ...(atEntry ? [{ is: 'choice', at: `rules.identity.${field}.at`, of: ['entry', 'claim'] } as const] : []),
]

/** The contest's own fields stand at their names, those of the rules below 'rules'. */
export const wizard: Record<WizardStep, readonly WizardField[]> = {
  what: [
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
  ],
  who: [
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
  ],
  paper: [
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
  ],
  counts: [
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
        'perfect-days': plain,
      },
    },
    { is: 'order', at: 'rules.ties', of: ties },
    { is: 'choice', at: 'rules.feedback.score', of: ['at-once', 'at-close'] },
    { is: 'choice', at: 'rules.feedback.answers', of: ['at-once', 'per-stage', 'at-close', 'never'] },
    { is: 'flag', at: 'rules.feedback.rank' },
    { is: 'number', at: 'rules.feedback.freezeSeconds', least: 1, most: 7_776_000, none: true, unit: 3600 },
  ],
  prizes: [
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
  ],
  texts: [
    { is: 'choice', at: 'rules.publicity.name', of: ['surname', 'surname-two', 'ends', 'hidden'] },
    { is: 'choice', at: 'rules.publicity.phone', of: ['ends', 'last-four', 'hidden'] },
    { is: 'choice', at: 'rules.publicity.organisation', of: ['shown', 'hidden'] },
    { is: 'number', at: 'rules.publicity.noticeDays', least: 0, most: 3650 },
    { is: 'text', at: 'rules.publicity.objectionsTo', most: 200 },
    { is: 'several', at: 'rules.publicity.formats', of: ['page', 'xlsx', 'csv', 'pdf'] },
    { is: 'flag', at: 'rules.publicity.answerKey' },
    { is: 'flag', at: 'rules.publicity.errata' },
    { is: 'number', at: 'rules.claim.days', least: 1, most: 365 },
    { is: 'flag', at: 'rules.claim.alternates' },
    { is: 'number', at: 'rules.claim.eraseAfterDays', least: 0, most: 3650 },
    { is: 'number', at: 'rules.integrity.minimumSeconds', least: 0, most: 3600 },
    { is: 'flag', at: 'rules.integrity.review' },
    { is: 'number', at: 'rules.integrity.appealDays', least: 0, most: 3650 },
  ],
}
