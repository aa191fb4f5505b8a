/** Contests that draw lots among those who qualify, or add points up. */
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
  stage,
  tier,
} from './real.ts'

type Papers = RealContest['people'][number]['papers']

/** The same paper on each of some days. */
const daily = (days: number[], score: number, seconds = 60): Papers => days.map(day => [day, '08:00', score, seconds])

export const drawnContests: RealContest[] = [
  real('Changzhou IP contest 2013', '2013-04-08', 14, {
    assumed: [
      'on the web only; the same 100 questions of 1 point, once',
      'drawn by score: full marks first, then the next score, down to 60; two prizes',
    ],
    rules: {
      paper: { ...paperOf(100, 1), draw: 'fixed' },
      clock: { seconds: null },
      ties: ['shared'],
      feedback: later ?? {},
      awards: noAwards,
      calendar: { announcedAt: startOfDay('2013-04-26') },
      draws: [draw({ tiers: [tier('prize', '奖', 2, 500)], fallBackTo: 60 })],
    },
    people: [
      { id: 'a', papers: [[0, '09:00', 100, 900]] },
      { id: 'b', papers: [[1, '09:00', 98, 900]] },
      { id: 'c', papers: [[2, '09:00', 98, 400]] },
      { id: 'd', papers: [[3, '09:00', 97, 400]] },
      { id: 'e', papers: [[3, '09:00', 59, 400]] },
    ],
    outcome: {
      standing: [
        ['a', 1, 100],
        ['b', 2, 98],
        ['c', 2, 98],
        ['d', 4, 97],
        ['e', 5, 59],
      ],
      // One place is left for the two with 98; nobody with 97 is needed.
      draws: [
        {
          draw: 'draw',
          scope: '',
          chances: [
            ['a', true, 1],
            ['b', false, 1],
            ['c', false, 1],
            ['d', false, 1],
          ],
          groups: [
            ['qualified', 1],
            ['98', 2],
          ],
        },
      ],
    },
  }),

  real('CNIPA patent enforcement / 12330 contest 2009', '2009-04-20', 40, {
    assumed: [
      '1 point a question; whoever has 120 of 200 is drawn',
      'name at the entry, ID number and address at the claim',
    ],
    rules: {
      identity: { name: atEntry, idNumber: { ...atClaim, lastDigits: 18 }, address: atClaim },
      paper: { ...paperOf(200, 1), draw: 'fixed', blueprint: [cell('single', 200)], passMark: 120 },
      clock: { seconds: null },
      ties: ['shared'],
      feedback: later ?? {},
      awards: noAwards,
      draws: [draw({ qualify: { by: 'pass' }, tiers: [tier('first', '一等奖', 1, 2000)], witnesses: ['北京公证员'] })],
    },
    people: [
      { id: 'a', papers: [[0, '09:00', 120, 9000]] },
      { id: 'b', papers: [[39, '09:00', 119, 9000]] },
      { id: 'c', papers: [[5, '09:00', 200, 9000]] },
    ],
    outcome: {
      standing: [
        ['c', 1, 200],
        ['a', 2, 120],
        ['b', 3, 119],
      ],
      draws: [
        {
          draw: 'draw',
          scope: '',
          chances: [
            ['a', true, 1],
            ['c', true, 1],
          ],
          groups: [['qualified', 2]],
        },
      ],
    },
  }),

  real('中国普法 Constitution week 2023', '2023-11-15', 30, {
    assumed: ['1 point a question, 5 minutes', 'whoever has won in an earlier stage may win again'],
    rules: {
      who: { organisation: organisation(true) },
      calendar: { stages: [0, 10, 20].map((from, i) => stage('2023-11-15', `stage-${i + 1}`, from, from + 10)) },
      paper: { ...paperOf(6, 1), draw: 'daily' },
      clock: { seconds: 300 },
      attempts: { total: null, perDay: 1 },
      counts: { by: 'perfect-days' },
      ties: ['shared'],
      feedback: later ?? {},
      awards: noAwards,
      draws: [
        draw({
          when: 'per-stage',
          qualify: { by: 'perfect-days', days: 7 },
          tiers: [tier('prize', '奖品', 4200, 50)],
        }),
      ],
      groupAwards: [groupAward('units', 'organisations', { by: 'entrants' }, 120)],
    },
    people: [
      { id: 'a', unit: 'village', papers: [...daily([0, 1, 2, 3, 4, 5, 6], 6), ...daily([7, 8], 5)] },
      { id: 'b', unit: 'village', papers: daily([0, 1, 2, 3, 4, 5, 10], 6) },
      { id: 'c', unit: 'school', papers: daily([12, 13, 14, 15, 16, 17, 18, 19], 6) },
    ],
    outcome: {
      standing: [
        ['c', 1, 8],
        ['a', 2, 7],
        ['b', 2, 7],
      ],
      draws: [
        { draw: 'draw', scope: 'stage-1', chances: [['a', true, 1]], groups: [['qualified', 1]] },
        { draw: 'draw', scope: 'stage-2', chances: [['c', true, 1]], groups: [['qualified', 1]] },
        { draw: 'draw', scope: 'stage-3', chances: [], groups: [] },
      ],
      groups: {
        units: [
          ['village', 1, true],
          ['school', 2, true],
        ],
      },
    },
  }),

  real('Yunnan Constitution 2022-23', '2022-12-01', 90, {
    assumed: [
      'five papers and the challenge make six a day',
      'five in a row are the five points of one paper: one chance either way',
    ],
    rules: {
      paper: paperOf(5, 1),
      attempts: { total: null, perDay: 6 },
      counts: { by: 'daily-sum', cap: null },
      ties: ['earlier-finish', 'shared'],
      awards: noAwards,
      draws: [draw({ qualify: { by: 'points', points: 5 }, chances: { by: 'points', each: 5 } })],
    },
    people: [
      { id: 'a', papers: [...daily([0, 1], 5), [2, '08:00', 4, 60]] },
      {
        id: 'b',
        papers: [
          [0, '08:00', 3, 60],
          [0, '09:00', 1, 60],
        ],
      },
      {
        id: 'c',
        papers: [
          [0, '08:00', 3, 60],
          [0, '09:00', 2, 60],
        ],
      },
    ],
    outcome: {
      standing: [
        ['a', 1, 14],
        ['c', 2, 5],
        ['b', 3, 4],
      ],
      draws: [
        {
          draw: 'draw',
          scope: '',
          chances: [
            ['a', true, 2],
            ['c', true, 1],
          ],
          groups: [['qualified', 2]],
        },
      ],
    },
  }),

  real('百家网站 law contest 2018', '2018-11-01', 60, {
    assumed: [
      'the rounds by month are stages; once a stage',
      '20 points a question, any number of options, all or nothing',
    ],
    rules: {
      calendar: { stages: [stage('2018-11-01', 'november', 0, 30), stage('2018-11-01', 'december', 30, 60)] },
      paper: { ...paperOf(5, 20), blueprint: [cell('multiple', 5)] },
      attempts: { total: null, perStage: 1 },
      ties: ['shared'],
      awards: noAwards,
      draws: [draw({ when: 'per-stage' })],
    },
    people: [
      {
        id: 'a',
        papers: [
          [3, '08:00', 100, 90],
          [31, '08:00', 80, 90],
        ],
      },
      { id: 'b', papers: [[45, '08:00', 100, 90]] },
      { id: 'c', papers: [[4, '08:00', 80, 90]] },
    ],
    outcome: {
      standing: [
        ['a', 1, 100],
        ['b', 1, 100],
        ['c', 3, 80],
      ],
      draws: [
        { draw: 'draw', scope: 'november', chances: [['a', true, 1]], groups: [['qualified', 1]] },
        { draw: 'draw', scope: 'december', chances: [['b', true, 1]], groups: [['qualified', 1]] },
      ],
    },
  }),

  real('百家网站 Constitution 2014', '2014-11-04', 30, {
    assumed: [
      '20 questions of 5 points in 20 minutes, once; whoever has taken part is drawn',
      '组织奖 to the ten organisations with most entrants',
    ],
    rules: {
      who: { organisation: organisation(true) },
      paper: paperOf(20, 5),
      clock: { seconds: 1200 },
      ties: ['less-time', 'shared'],
      awards: noAwards,
      draws: [draw({ qualify: { by: 'finished' }, tiers: [tier('prize', '奖品', 1000, 30)], witnesses: ['公证员'] })],
      groupAwards: [groupAward('units', 'organisations', { by: 'entrants' }, 10)],
    },
    people: [
      { id: 'a', unit: 'court', papers: [[0, '08:00', 5, 60]] },
      { id: 'b', papers: [[1, '08:00', 100, 60]] },
    ],
    outcome: {
      standing: [
        ['b', 1, 100],
        ['a', 2, 5],
      ],
      draws: [
        {
          draw: 'draw',
          scope: '',
          chances: [
            ['a', true, 1],
            ['b', true, 1],
          ],
          groups: [['qualified', 2]],
        },
      ],
      groups: { units: [['court', 1, true]] },
    },
  }),

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

  real('China Consumers Ass. 2018', '2018-03-01', 20, {
    assumed: [
      '1 point a question in 5 minutes',
      'runs of consecutive numbers are struck out at the review before publishing: such a phone is not among these',
    ],
    rules: {
      identity: { idNumber: { ...atClaim, lastDigits: 18 } },
      paper: paperOf(10, 1),
      clock: { seconds: 300 },
      ties: ['shared'],
      awards: { ...noAwards, onePrizeEach: true },
      draws: [
        draw({
          tiers: [tier('first', '一等奖', 1, 1000), tier('second', '二等奖', 2, 300)],
          fallBackTo: 9,
          alternates: 1,
        }),
      ],
      integrity: { minimumSeconds: 15, review: true },
    },
    people: [
      { id: 'a', papers: [[0, '08:00', 10, 120]] },
      { id: 'b', papers: [[1, '08:00', 9, 120]] },
      { id: 'c', papers: [[2, '08:00', 10, 20]] },
      { id: 'd', papers: [[2, '08:00', 8, 20]] },
    ],
    outcome: {
      standing: [
        ['a', 1, 10],
        ['c', 1, 10],
        ['b', 3, 9],
        ['d', 4, 8],
      ],
      // Three prizes, two with 10: the third goes to those with 9.
      draws: [
        {
          draw: 'draw',
          scope: '',
          chances: [
            ['a', true, 1],
            ['b', false, 1],
            ['c', true, 1],
          ],
          groups: [
            ['qualified', 2],
            ['9', 1],
          ],
        },
      ],
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
