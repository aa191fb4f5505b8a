/** Contests that rank by score. */
import { dayMs, startOfDay } from '../../day.ts'
import {
  atClaim,
  atEntry,
  cell,
  draw,
  groupAward,
  later,
  noAwards,
  organisation,
  paperOf,
  type RealContest,
  real,
  text,
  tier,
} from './real.ts'

export const rankedContests: RealContest[] = [
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

  real('Sichuan e法治网 2023', '2023-11-20', 21, {
    assumed: ['a team is an organisation', 'ten questions of 1 point, once a day; the points add up'],
    rules: {
      who: { organisation: organisation() },
      paper: paperOf(10, 1),
      attempts: { total: null, perDay: 1 },
      counts: { by: 'daily-sum', cap: null },
      ties: ['earlier-finish', 'shared'],
      awards: { tiers: [tier('first', '一等奖', 1, 200)] },
      groupAwards: [groupAward('teams', 'organisations', { by: 'total' }, 1)],
    },
    people: [
      {
        id: 'a',
        unit: 'red',
        papers: [
          [0, '08:00', 10, 100],
          [1, '08:00', 8, 100],
        ],
      },
      {
        id: 'b',
        unit: 'blue',
        papers: [
          [0, '09:00', 9, 50],
          [2, '07:00', 9, 50],
        ],
      },
      { id: 'c', unit: 'blue', papers: [[20, '23:00', 3, 50]] },
    ],
    outcome: {
      standing: [
        ['a', 1, 18],
        ['b', 2, 18],
        ['c', 3, 3],
      ],
      awards: [['a', 'first']],
      groups: {
        teams: [
          ['blue', 1, true],
          ['red', 2, false],
        ],
      },
    },
  }),

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

  real('Hunan Constitution 2020', '2020-12-01', 7, {
    assumed: [
      'the last six of the ID number and the address are asked at the claim: the law leaves them for then',
      'grades are tracks; 20 true or false of 1, 30 single of 2, 10 several of 2 points',
    ],
    rules: {
      who: {
        organisation: organisation(),
        tracks: [{ id: 'grade-7', name: text('七年级'), fromAge: null, toAge: null }],
        minimumAge: 12,
        guardian: true,
      },
      identity: { name: atEntry, idNumber: { ...atClaim, lastDigits: 6 }, address: atClaim },
      paper: {
        total: 60,
        points: { single: 2, multiple: 2, truefalse: 1, case: 2 },
        blueprint: [cell('truefalse', 20), cell('single', 30), cell('multiple', 10)],
      },
      clock: { seconds: 1800 },
      ties: ['less-time', 'shared'],
      awards: { tiers: [tier('first', '一等奖', 2)], cut: 'all' },
    },
    people: [
      { id: 'a', unit: 'one', track: 'grade-7', papers: [[0, '18:00', 98, 1700, 59]] },
      { id: 'b', unit: 'one', track: 'grade-7', papers: [[0, '18:00', 100, 1800, 60]] },
      { id: 'c', unit: 'two', track: 'grade-7', papers: [[3, '18:00', 98, 1700, 59]] },
    ],
    outcome: {
      standing: [
        ['b', 1, 100],
        ['a', 2, 98],
        ['c', 2, 98],
      ],
      awards: [
        ['b', 'first'],
        ['a', 'first'],
        ['c', 'first'],
      ],
    },
  }),

  real('Fujian Constitution 2012', '2012-11-20', 15, {
    assumed: [
      '2, 3 and 4.5 points are not whole: 2, 4 and 3 are taken',
      'equal scores by time, then shared; first 3 win',
    ],
    rules: {
      identity: { name: atEntry, idNumber: { ...atClaim, lastDigits: 18 }, address: atClaim },
      paper: {
        total: 30,
        points: { single: 4, multiple: 3, truefalse: 2, case: 4 },
        blueprint: [cell('truefalse', 5), cell('single', 15), cell('multiple', 10)],
      },
      clock: { seconds: 5400 },
      attempts: { total: null },
      counts: { by: 'best' },
      ties: ['less-time', 'shared'],
      awards: { tiers: [tier('first', '优胜奖', 3)] },
    },
    people: [
      {
        id: 'a',
        papers: [
          [0, '09:00', 70, 4000, 20],
          [1, '09:00', 96, 3000, 28],
          [2, '09:00', 90, 1000, 27],
        ],
      },
      {
        id: 'b',
        papers: [
          [0, '09:00', 96, 3100, 28],
          [5, '09:00', 96, 2900, 28],
        ],
      },
      { id: 'c', papers: [[0, '09:00', 100, 5400, 30]] },
    ],
    outcome: {
      standing: [
        ['c', 1, 100],
        ['b', 2, 96],
        ['a', 3, 96],
      ],
      awards: [
        ['c', 'first'],
        ['b', 'first'],
        ['a', 'first'],
      ],
    },
  }),

  real('Shaanxi public IP contest 2021', '2021-04-20', 7, {
    assumed: [
      'the same 100 questions of 1 point for all; a second card may be sent in but the first counts',
      'drawn among full marks; too few: the next scores down to 60',
      'ID number, address and postcode at the claim',
    ],
    rules: {
      identity: { name: atEntry, idNumber: { ...atClaim, lastDigits: 18 }, address: atClaim },
      paper: { ...paperOf(100, 1), draw: 'fixed', blueprint: [cell('single', 100)] },
      clock: { seconds: null },
      attempts: { total: 2 },
      counts: { by: 'first' },
      ties: ['shared'],
      feedback: later ?? {},
      awards: noAwards,
      draws: [
        draw({
          tiers: [
            tier('first', '一等奖', 3, 3000),
            tier('second', '二等奖', 5, 1000),
            tier('third', '三等奖', 10, 500),
            tier('souvenir', '纪念奖', 100, 50),
          ],
          fallBackTo: 60,
          witnesses: ['公证员'],
        }),
      ],
    },
    people: [
      {
        id: 'a',
        papers: [
          [0, '09:00', 100, 2000],
          [1, '09:00', 50, 100],
        ],
      },
      {
        id: 'b',
        papers: [
          [0, '09:00', 90, 2000],
          [1, '09:00', 100, 2000],
        ],
      },
      { id: 'c', papers: [[3, '09:00', 59, 1000]] },
      { id: 'd', papers: [[3, '09:00', 60, 1000]] },
    ],
    outcome: {
      standing: [
        ['a', 1, 100],
        ['b', 2, 90],
        ['d', 3, 60],
        ['c', 4, 59],
      ],
      draws: [
        {
          draw: 'draw',
          scope: '',
          chances: [
            ['a', true, 1],
            ['b', false, 1],
            ['d', false, 1],
          ],
          groups: [
            ['qualified', 1],
            ['90', 1],
            ['60', 1],
          ],
        },
      ],
    },
  }),
]
