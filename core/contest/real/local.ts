/** Contests of one district and of one city. */
import { dayMs, startOfDay } from '../../day.ts'
import {
  atClaim,
  daily,
  draw,
  groupAward,
  noAwards,
  organisation,
  paperOf,
  type RealContest,
  real,
  tier,
} from './real.ts'

export const local: RealContest[] = [
  real('Baoshan, Shanghai 2020', '2020-06-01', 10, {
    assumed: [
      'growing sign-in points are not given: policy forbids them',
      '5 points a question; entrants and mean weigh the same',
    ],
    rules: {
      who: { organisation: organisation() },
      paper: paperOf(20, 5),
      clock: { seconds: null, questionSeconds: 20 },
      attempts: { total: null, perDay: 1 },
      counts: { by: 'daily-sum', cap: null },
      ties: ['less-time', 'shared'],
      awards: { tiers: [tier('first', '一等奖', 1, 300)] },
      groupAwards: [groupAward('units', 'organisations', { by: 'mix', entrants: 50, rate: 0, mean: 50, total: 0 }, 1)],
    },
    people: [
      {
        id: 'a',
        unit: 'north',
        papers: [
          [0, '08:00', 90, 200],
          [1, '08:00', 90, 220],
        ],
      },
      {
        id: 'b',
        unit: 'south',
        papers: [
          [0, '08:00', 80, 100],
          [9, '08:00', 100, 310],
        ],
      },
      { id: 'c', unit: 'south', papers: [[0, '08:00', 60, 390]] },
    ],
    outcome: {
      standing: [
        ['b', 1, 180],
        ['a', 2, 180],
        ['c', 3, 60],
      ],
      awards: [['b', 'first']],
      // south: 50 × 2/2 + 50 × 120/180 = 83.3; north: 50 × 1/2 + 50 × 180/180 = 75.
      groups: {
        units: [
          ['south', 1, true],
          ['north', 2, false],
        ],
      },
    },
  }),

  real('Wuhan astronomy 2009', '2009-05-01', 40, {
    assumed: ['20 questions of 5 points, once', 'who had full marks stood in the list of 178; one more did not'],
    rules: {
      paper: paperOf(20, 5),
      clock: { seconds: null },
      ties: ['shared'],
      awards: noAwards,
      draws: [draw({ tiers: [tier('prize', '奖品', 39, 100)] })],
      identity: { idNumber: { ...atClaim, lastDigits: 18 } },
      calendar: {
        announcedAt: startOfDay('2009-05-01') + 41 * dayMs,
        claimsUntil: startOfDay('2009-05-01') + 55 * dayMs,
      },
      claim: { days: 14 },
    },
    people: [
      ...Array.from({ length: 178 }, (_, i) => ({
        id: `p${String(i).padStart(3, '0')}`,
        papers: daily([i % 40], 100),
      })),
      { id: 'z', papers: daily([0], 95) },
    ],
    outcome: {
      standing: [
        ...Array.from(
          { length: 178 },
          (_, i) => [`p${String(i).padStart(3, '0')}`, 1, 100] as [string, number, number],
        ),
        ['z', 179, 95],
      ],
      draws: [
        {
          draw: 'draw',
          scope: '',
          chances: Array.from(
            { length: 178 },
            (_, i) => [`p${String(i).padStart(3, '0')}`, true, 1] as [string, boolean, number],
          ),
          groups: [['qualified', 178]],
        },
      ],
    },
  }),
]
