/** Contests on intellectual property that draw lots. */
import { startOfDay } from '../../day.ts'
import { atClaim, atEntry, cell, draw, later, noAwards, paperOf, type RealContest, real, tier } from './real.ts'

export const propertyDrawn: RealContest[] = [
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
]
