/** Random rules on people, dates, publicity and claims: what no paper is marked by, and pages and claims follow. */
import fc from 'fast-check'
import { dayMs } from '../../day.ts'
import type { ContestRules } from '../rules.ts'
import { text } from './real.ts'

const need = fc.constantFrom('off' as const, 'optional' as const, 'required' as const)
const field = fc.record({ need, at: fc.constantFrom('entry' as const, 'claim' as const) })
/** The law lets it be asked at the claim alone. */
const late = fc.record({ need, at: fc.constant('claim' as const) })
const upTo = (most: number, least = 0) => fc.integer({ min: least, max: most })

const tracks = fc.constantFrom<ContestRules['who']['tracks']>(
  [],
  [
    { id: 'young', name: text('青年组', 'Youth'), fromAge: null, toAge: 28 },
    { id: 'open', name: text('公开组'), fromAge: 29, toAge: null },
  ],
)

export const anyWhoAndIdentity = fc.record({
  who: fc
    .record({
      entry: fc.constantFrom<ContestRules['who']['entry']>(
        { by: 'open' },
        { by: 'regions', slugs: ['yuzhong'] },
        { by: 'organisations', ids: ['house'] },
        { by: 'invited' },
      ),
      organisation: fc.record({
        need,
        individual: fc.boolean(),
        people: fc.constantFrom<{ id: string; people: number }[]>([], [{ id: 'house', people: 40 }]),
      }),
      tracks,
      minimumAge: fc.constantFrom(8, 14, 18),
      guardian: fc.boolean(),
    })
    .map(who =>
      who.entry.by === 'organisations'
        ? { ...who, organisation: { ...who.organisation, need: 'required' as const, individual: false } }
        : who,
    ),
  identity: fc.record({
    name: field,
    number: field,
    idNumber: fc.record({ need, at: fc.constant('claim' as const), lastDigits: fc.constantFrom(4, 6, 18) }),
    address: late,
    duplicates: fc.constantFrom('first-counts' as const, 'struck-out' as const),
  }),
})

export const anyWords = (window: { opensAt: number; closesAt: number }) =>
  fc.record({
    calendar: fc.record({
      practice: fc.constantFrom(null, { opensAt: window.opensAt - 5 * dayMs, closesAt: window.closesAt }),
      announcedAt: fc.constantFrom(null, window.closesAt + dayMs),
      claimsUntil: fc.constantFrom(null, window.closesAt + 20 * dayMs),
    }),
    publicity: fc.record({
      name: fc.constantFrom('surname' as const, 'surname-two' as const, 'ends' as const, 'hidden' as const),
      phone: fc.constantFrom('ends' as const, 'last-four' as const, 'hidden' as const),
      organisation: fc.constantFrom('shown' as const, 'hidden' as const),
      noticeDays: upTo(7),
      objectionsTo: fc.constantFrom('', '023-12345678'),
      formats: fc.subarray(['page', 'xlsx', 'csv', 'pdf'] as const).map(formats => [...formats]),
      answerKey: fc.boolean(),
      errata: fc.boolean(),
    }),
    claim: fc.record({ days: upTo(30, 1), alternates: fc.boolean(), eraseAfterDays: upTo(180) }),
    integrity: fc.record({ minimumSeconds: fc.constantFrom(0, 3), review: fc.boolean(), appealDays: upTo(7) }),
  })
