/** Contests on intellectual property that rank by score. */
import { dayMs, startOfDay } from '../../day.ts'
import {
  atClaim,
  atEntry,
  groupAward,
  noAwards,
  organisation,
  paperOf,
  type RealContest,
  real,
  text,
  tier,
} from './real.ts'

export const propertyRanked: RealContest[] = [
  real('12312重庆杯 IP contest, Chongqing 2007', '2007-04-16', 10, {
    assumed: ['20 questions of 5 points in 30 minutes, once', 'equal time shares the rank'],
    rules: {
      who: { organisation: organisation() },
      identity: { name: atEntry, idNumber: { ...atClaim, lastDigits: 18 } },
      paper: paperOf(20, 5),
      clock: { seconds: 1800 },
      ties: ['less-time', 'shared'],
      awards: {
        tiers: [
          tier('first', '一等奖', 5, 1000),
          tier('second', '二等奖', 10, 500),
          tier('third', '三等奖', 20, 200),
          tier('fourth', '纪念奖', 30, 50),
        ],
      },
      groupAwards: [groupAward('units', 'organisations', { by: 'entrants' }, 20)],
    },
    people: [
      { id: 'wei', unit: 'bank', papers: [[0, '09:00', 100, 400]] },
      { id: 'li', unit: 'bank', papers: [[1, '09:00', 100, 350]] },
      { id: 'chen', unit: 'school', papers: [[2, '20:00', 95, 200]] },
      { id: 'zhou', unit: 'bank', papers: [[3, '12:00', 95, 200]] },
      { id: 'wu', unit: 'school', papers: [[4, '12:00', 90, 500]] },
      { id: 'zheng', unit: 'clinic', papers: [[5, '12:00', 90, 450]] },
      { id: 'feng', unit: 'bank', papers: [[6, '12:00', 85, 300]] },
    ],
    outcome: {
      standing: [
        ['li', 1, 100],
        ['wei', 2, 100],
        ['chen', 3, 95],
        ['zhou', 3, 95],
        ['zheng', 5, 90],
        ['wu', 6, 90],
        ['feng', 7, 85],
      ],
      awards: [
        ['li', 'first'],
        ['wei', 'first'],
        ['chen', 'first'],
        ['zhou', 'first'],
        ['zheng', 'first'],
        ['wu', 'second'],
        ['feng', 'second'],
      ],
      groups: {
        units: [
          ['bank', 1, true],
          ['school', 2, true],
          ['clinic', 3, true],
        ],
      },
    },
  }),

  real('Huizhou IP contest 2025', '2025-04-17', 10, {
    assumed: [
      'groups 学生组 and 社会组; the first two of each go on to a final in the room',
      '50 questions of 2 points in 45 minutes, once',
      'sign-up is choosing the group before the first attempt',
    ],
    rules: {
      who: {
        tracks: [
          { id: 'students', name: text('学生组'), fromAge: null, toAge: null },
          { id: 'public', name: text('社会组'), fromAge: null, toAge: null },
        ],
      },
      paper: paperOf(50, 2),
      clock: { seconds: 2700 },
      ties: ['less-time', 'shared'],
      awards: { ...noAwards, perTrack: true },
      final: { first: 2, to: { kind: 'live' } },
    },
    people: [
      { id: 'a', track: 'students', papers: [[0, '10:00', 92, 900]] },
      { id: 'b', track: 'students', papers: [[1, '10:00', 96, 1500]] },
      { id: 'c', track: 'students', papers: [[2, '10:00', 92, 901]] },
      { id: 'd', track: 'public', papers: [[0, '10:00', 70, 2000]] },
      { id: 'e', track: 'public', papers: [[9, '23:00', 68, 1000]] },
    ],
    outcome: {
      standing: [
        ['b', 1, 96],
        ['a', 2, 92],
        ['c', 3, 92],
        ['d', 1, 70],
        ['e', 2, 68],
      ],
      goesOn: ['a', 'b', 'd', 'e'],
    },
  }),

  real('高校IP精英 contest 2025', '2025-10-20', 5, {
    assumed: ['50 questions of 2 points', 'whoever shares rank 500 goes on too'],
    rules: {
      paper: paperOf(50, 2),
      clock: { seconds: 1800 },
      ties: ['less-time', 'shared'],
      awards: noAwards,
      calendar: { announcedAt: startOfDay('2025-10-20') + 7 * dayMs },
      final: { first: 500, to: { kind: 'live' } },
    },
    // 499 with full marks, each a second slower; two more share the 500th place; one is behind them.
    people: [
      ...Array.from({ length: 499 }, (_, i) => ({
        id: `p${i + 1}`,
        papers: [[0, '10:00', 100, 600 + i]] as [number, string, number, number][],
      })),
      { id: 'x', papers: [[1, '10:00', 98, 700]] },
      { id: 'y', papers: [[2, '10:00', 98, 700]] },
      { id: 'z', papers: [[2, '10:00', 98, 701]] },
    ],
    outcome: {
      standing: [
        ...Array.from({ length: 499 }, (_, i) => [`p${i + 1}`, i + 1, 100] as [string, number, number]),
        ['x', 500, 98],
        ['y', 500, 98],
        ['z', 502, 98],
      ],
      goesOn: [...Array.from({ length: 499 }, (_, i) => `p${i + 1}`), 'x', 'y'],
    },
  }),

  real('Inner Mongolia Agr. Univ. IP quiz 2021', '2021-04-20', 7, {
    assumed: [
      'a level is a stage: three of them, two days each, ten questions of 10 points, out after three errors',
      'one attempt a level; the points of the levels add up; earlier goes first',
      'prizes within two weeks are claims of 14 days',
    ],
    rules: {
      calendar: {
        stages: [0, 2, 4].map((from, i) => ({
          id: `level-${i + 1}`,
          name: text(`第${i + 1}关`),
          opensAt: startOfDay('2021-04-20') + from * dayMs,
          closesAt: startOfDay('2021-04-20') + (from + 2) * dayMs,
        })),
      },
      paper: { ...paperOf(10, 10), outAfter: 3 },
      attempts: { total: null, perStage: 1 },
      counts: { by: 'daily-sum', cap: null },
      ties: ['earlier-finish', 'shared'],
      awards: { tiers: [tier('first', '一等奖', 1, 100)] },
      claim: { days: 14 },
    },
    people: [
      {
        id: 'a',
        papers: [
          [0, '10:00', 100, 300],
          [2, '10:00', 20, 90],
          [5, '09:00', 80, 300],
        ],
      },
      {
        id: 'b',
        papers: [
          [0, '10:00', 90, 300],
          [3, '10:00', 90, 300],
        ],
      },
      {
        id: 'c',
        papers: [
          [1, '23:00', 100, 300],
          [3, '23:00', 80, 300],
        ],
      },
    ],
    outcome: {
      standing: [
        ['a', 1, 200],
        ['b', 2, 180],
        ['c', 3, 180],
      ],
      awards: [['a', 'first']],
    },
  }),
]
