/** Contests on the constitution. */
import {
  atClaim,
  atEntry,
  cell,
  daily,
  draw,
  groupAward,
  later,
  noAwards,
  organisation,
  paperOf,
  type RealContest,
  real,
  stage,
  text,
  tier,
} from './real.ts'

export const constitution: RealContest[] = [
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
]
