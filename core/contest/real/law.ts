/** Contests on other laws, and on the rights of consumers. */
import {
  atClaim,
  cell,
  draw,
  groupAward,
  noAwards,
  organisation,
  paperOf,
  type RealContest,
  real,
  stage,
  tier,
} from './real.ts'

export const law: RealContest[] = [
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
]
