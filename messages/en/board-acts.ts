import type { Messages } from '../zh.ts'

export const boardActs: Messages['boardActs'] = {
  title: 'Boards',
  moving: 'The boards move with every paper that is handed in.',
  frozen: when =>
    `The boards have been frozen since ${when}. Everybody sees the ranks of that moment; the reveal publishes the rest at one stroke.`,
  regrading: 'A regrade is under way: scores are being taken in, and the boards are shown again once all are.',
  revealing: 'The reveal is under way: what happened behind the frozen boards is being counted and appears at once.',
  freezesAt: when => `By the rules, the boards freeze on ${when}.`,
  ranksOn: 'Districts are ranked.',
  ranksOff: 'Districts are not ranked.',
  reason: 'Reason',
  reasonHint: 'At least 4 characters; kept in the audit log.',
  freeze: 'Freeze now',
  reveal: 'Reveal',
  'ranks-off': 'Leave out ranks of districts',
  'ranks-on': 'Rank districts again',
  working: 'Working…',
  history: 'What was done',
  none: 'Nothing yet.',
  line: (act, who, reason) => `${act} · ${who} · ${reason}`,
}
