/** Contests on safety at work. */
import {
  atClaim,
  atEntry,
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

export const safety: RealContest[] = [
  real('Yunnan safety month 2019', '2019-06-01', 30, {
    assumed: [
      'extra attempts for inviting are not given: policy forbids them',
      'an effective answer is a paper with 4 of 5; districts by their share of residents',
    ],
    rules: {
      who: { organisation: organisation(true) },
      paper: { ...paperOf(5, 1), passMark: 4 },
      attempts: { total: null, perDay: 2 },
      counts: { by: 'passed-papers' },
      ties: ['earlier-finish', 'shared'],
      awards: noAwards,
      groupAwards: [
        groupAward('areas', 'regions', { by: 'rate' }, 1),
        groupAward('enterprises', 'organisations', { by: 'total' }, 1),
      ],
    },
    people: [
      {
        id: 'a',
        region: 'guandu',
        unit: 'steel',
        papers: [
          [0, '08:00', 4, 60],
          [0, '09:00', 5, 60],
          [1, '08:00', 3, 60],
        ],
      },
      { id: 'b', region: 'guandu', papers: [[0, '08:00', 4, 60]] },
      {
        id: 'c',
        region: 'luquan',
        unit: 'mine',
        papers: [
          [0, '08:00', 3, 60],
          [2, '08:00', 4, 60],
        ],
      },
    ],
    outcome: {
      standing: [
        ['a', 1, 2],
        ['b', 2, 1],
        ['c', 3, 1],
      ],
      // Residents: guandu 1,602,000, luquan 378,000: 2 of the one are fewer than 1 of the other.
      groups: {
        areas: [
          ['luquan', 1, true],
          ['guandu', 2, false],
        ],
        enterprises: [
          ['steel', 1, true],
          ['mine', 2, false],
        ],
      },
    },
  }),

  real('测测你的安全力 2021', '2021-06-01', 30, {
    assumed: ['15 questions of 1 point', 'areas and units are ranked by the points of their people'],
    rules: {
      who: { organisation: organisation() },
      paper: paperOf(15, 1),
      attempts: { total: null, perDay: 1 },
      counts: { by: 'daily-sum', cap: null },
      ties: ['earlier-finish', 'shared'],
      awards: noAwards,
      draws: [draw({ qualify: { by: 'points', points: 5 }, chances: { by: 'points', each: 5 } })],
      groupAwards: [
        groupAward('areas', 'regions', { by: 'total' }, 1),
        groupAward('units', 'organisations', { by: 'total' }, 1),
      ],
    },
    people: [
      { id: 'a', region: 'east', unit: 'port', papers: daily([0, 1, 2], 13) },
      { id: 'b', region: 'west', unit: 'port', papers: daily([0], 4) },
      { id: 'c', region: 'west', unit: 'rail', papers: daily([3], 15) },
    ],
    outcome: {
      standing: [
        ['a', 1, 39],
        ['c', 2, 15],
        ['b', 3, 4],
      ],
      draws: [
        {
          draw: 'draw',
          scope: '',
          chances: [
            ['a', true, 7],
            ['c', true, 3],
          ],
          groups: [['qualified', 2]],
        },
      ],
      groups: {
        areas: [
          ['east', 1, true],
          ['west', 2, false],
        ],
        units: [
          ['port', 1, true],
          ['rail', 2, false],
        ],
      },
    },
  }),

  real('Shaanxi safety law 2014', '2014-12-01', 25, {
    assumed: [
      '20 points a question; three prizes',
      'entrants and total weigh the same; ID number and address at the claim',
    ],
    rules: {
      who: { organisation: organisation(true) },
      identity: { name: atEntry, idNumber: { ...atClaim, lastDigits: 18 }, address: atClaim },
      paper: paperOf(5, 20),
      attempts: { total: null },
      counts: { by: 'perfect-papers' },
      ties: ['lot'],
      awards: { tiers: [tier('prize', '奖', 2, 500)] },
      groupAwards: [groupAward('units', 'organisations', { by: 'mix', entrants: 50, rate: 0, mean: 0, total: 50 }, 1)],
    },
    people: [
      { id: 'a', unit: 'mine', lot: 7, papers: daily([0, 1, 2], 100) },
      { id: 'b', unit: 'mine', lot: 3, papers: [...daily([0, 1, 3], 100), ...daily([4], 80)] },
      { id: 'c', lot: 1, papers: daily([0], 100) },
      { id: 'd', unit: 'road', lot: 2, papers: daily([5], 60) },
    ],
    outcome: {
      standing: [
        ['b', 1, 3],
        ['a', 2, 3],
        ['c', 3, 1],
        ['d', 4, 0],
      ],
      awards: [
        ['b', 'prize'],
        ['a', 'prize'],
      ],
      groups: {
        units: [
          ['mine', 1, true],
          ['road', 2, false],
        ],
      },
    },
  }),
]
