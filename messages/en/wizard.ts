import type { Messages } from '../zh.ts'
import { prizeFields } from './wizard-prizes.ts'

type Words = Messages['wizard']['field'][string]

const name: Words = { label: 'Name' }
const opensAt: Words = { label: 'From', hint: 'Beijing time (UTC+8)' }
const closesAt: Words = { label: 'Until', hint: 'Beijing time (UTC+8)' }
const needs = { off: 'not asked', optional: 'optional', required: 'required' }
const at = { entry: 'at the entry', claim: 'only when a prize is claimed' }

export const wizard: Messages['wizard'] = {
  steps: {
    what: 'Name and dates',
    who: 'Who may enter',
    paper: 'Paper and clock',
    counts: 'Attempts and ranking',
    prizes: 'Awards and draws',
    texts: 'Publishing and claims',
  },
  stepOf: (n, of, title) => `Step ${n} of ${of}: ${title}`,
  nav: 'Steps',
  title: contest => `Set up: ${contest}`,
  preview: 'The rules as the public reads them',
  previewLead: 'Made from what is saved; it changes when you save.',
  problems: 'To be solved before publishing',
  noProblems: 'The rules do not contradict themselves, and nothing in them is against the law.',
  save: 'Save and finish',
  saving: 'Saving…',
  next: 'Save and go on',
  back: 'Back',
  locked:
    'The contest has opened: only its name and summary can be changed here. To change rules, propose an amendment; another person approves it, and it is published.',
  none: 'none',
  any: 'any',
  add: 'Add one',
  remove: 'Remove',
  up: 'Move up',
  down: 'Move down',
  item: 'No. {n}',
  zh: 'Chinese',
  en: 'English (optional; without it the Chinese is shown)',
  yes: 'yes',
  number: 'Enter a number from {least} to {most}.',
  moment: 'Enter a date and a time.',
  field: {
    title: { label: 'Name of the contest' },
    summary: { label: 'Summary', hint: 'A sentence or two: for whom, about what, with which prizes.' },
    slug: {
      label: 'Name in the address',
      hint: 'Small letters, digits and hyphens, such as ip-week-2027. It is printed on posters: do not change it after publishing.',
    },
    opensAt,
    closesAt,
    'rules.calendar.stages': { label: 'Stages', hint: 'None are needed. Between two stages nobody can start.' },
    'rules.calendar.stages.name': name,
    'rules.calendar.stages.opensAt': opensAt,
    'rules.calendar.stages.closesAt': closesAt,
    'rules.calendar.dayStartsHour': {
      label: 'Hour at which a day begins',
      hint: '0 to 23. Daily limits and daily sums follow it.',
    },
    'rules.calendar.warmUp': { label: 'A warm-up', hint: 'Before the opening; its results count for nothing.' },
    'rules.calendar.warmUp.opensAt': opensAt,
    'rules.calendar.warmUp.closesAt': closesAt,
    'rules.calendar.practice': { label: 'Limit the time in which its questions can be practised' },
    'rules.calendar.practice.opensAt': opensAt,
    'rules.calendar.practice.closesAt': closesAt,
    'rules.calendar.announcedAt': { label: 'Results are announced', hint: 'Left empty, no date is promised.' },
    'rules.calendar.claimsUntil': {
      label: 'Prizes can be claimed until',
      hint: 'Left empty, the number of days for claims decides.',
    },

    'rules.who.entry': {
      label: 'Who may enter',
      of: {
        open: 'everybody',
        regions: 'people of the chosen districts and counties',
        organisations: 'people of the listed organisations',
        invited: 'people on the list of invitations',
      },
    },
    'rules.who.entry.slugs': { label: 'Districts and counties' },
    'rules.who.entry.ids': { label: 'Organisations', hint: 'Full names, one a line.' },
    'rules.who.organisation.need': { label: 'Organisation', of: needs },
    'rules.who.organisation.individual': {
      label: '“Individual” may be given instead',
      hint: 'People without an organisation can enter too.',
    },
    'rules.who.organisation.people': {
      label: 'People in organisations',
      hint: 'Needed for awards by rate: entrants divided by people.',
    },
    'rules.who.organisation.people.id': { label: 'Full name of the organisation' },
    'rules.who.organisation.people.people': { label: 'People' },
    'rules.who.minimumAge': { label: 'Minimum age', hint: 'Under 14 the law asks for a guardian’s consent.' },
    'rules.who.guardian': { label: 'Under 14: may enter once a guardian has agreed' },
    'rules.who.tracks': { label: 'Tracks', hint: 'Juniors and adults, for example, ranked apart. None are needed.' },
    'rules.who.tracks.name': name,
    'rules.who.tracks.fromAge': { label: 'From age' },
    'rules.who.tracks.toAge': { label: 'To age (included)' },
    'rules.identity.name.need': { label: 'Name', of: needs },
    'rules.identity.name.at': { label: 'When the name is asked', of: at },
    'rules.identity.number.need': { label: 'Employee’s or student’s number', of: needs },
    'rules.identity.number.at': { label: 'When that number is asked', of: at },
    'rules.identity.idNumber.need': {
      label: 'Identity number (at the claim)',
      hint: 'The law asks for as little as possible: from winners only, at the claim only, with separate consent.',
      of: needs,
    },
    'rules.identity.idNumber.lastDigits': { label: 'Only the last digits of it', hint: '18 is the whole number.' },
    'rules.identity.address.need': { label: 'Address (at the claim)', hint: 'Needed only to post prizes.', of: needs },
    'rules.identity.duplicates': {
      label: 'One person with two phones',
      hint: 'Compared at the claim by ID number, or by name with its last digits or with the employee or student number. Where none of these is asked for, nothing can be compared.',
      of: {
        'first-counts': 'the one that took part first counts, the other cannot claim',
        'struck-out': 'both go to review, and are struck out if it is so',
      },
    },

    sets: {
      label: 'Question sets',
      hint: 'Papers are drawn from these, and only from what is valid on all days of the contest.',
    },
    'rules.paper.draw': {
      label: 'Drawing',
      of: {
        random: 'for each person at random, equally difficult',
        daily: 'the same for all on one day',
        fixed: 'the same for all',
      },
    },
    'rules.paper.total': { label: 'Questions on a paper' },
    'rules.paper.points.single': { label: 'Marks of a single choice' },
    'rules.paper.points.multiple': { label: 'Marks of a multiple choice' },
    'rules.paper.points.truefalse': { label: 'Marks of a true or false' },
    'rules.paper.points.case': { label: 'Marks of a case' },
    'rules.paper.blueprint': {
      label: 'Blueprint',
      hint: 'Numbers by chapter, kind and level, adding up to the paper. Without one, chapters are covered as evenly as can be.',
    },
    'rules.paper.blueprint.chapter': { label: 'Chapter' },
    'rules.paper.blueprint.kind': {
      label: 'Kind',
      of: { single: 'single choice', multiple: 'multiple choice', truefalse: 'true or false', case: 'case' },
    },
    'rules.paper.blueprint.level': { label: 'Level', hint: '1 is easiest, 5 hardest.' },
    'rules.paper.blueprint.count': { label: 'Questions' },
    'rules.paper.tolerance.score': { label: 'Expected scores of two papers differ by at most (%)' },
    'rules.paper.tolerance.time': { label: 'Expected times of two papers differ by at most (%)' },
    'rules.paper.partial': {
      label: 'Multiple choice, partly right',
      of: { none: 'no marks', share: 'a share of the marks', fixed: 'fixed marks' },
    },
    'rules.paper.partial.points': { label: 'Fixed marks' },
    'rules.paper.wrongCosts': {
      label: 'Marks off for a wrong answer',
      hint: '0: none. A missing answer costs nothing, and a paper never falls below 0.',
    },
    'rules.paper.outAfter': {
      label: 'Out after so many wrong answers',
      hint: 'For knock-out rounds: questions come in order, without a way back.',
    },
    'rules.paper.passMark': { label: 'Pass mark' },
    'rules.clock.seconds': { label: 'Time for a paper (minutes)', hint: 'Without one it is open until the close.' },
    'rules.clock.questionSeconds': {
      label: 'Time for each question (seconds)',
      hint: 'With one, questions come in order, without a way back.',
    },
    'rules.clock.graceSeconds': {
      label: 'Grace in seconds',
      hint: '0 to 5, for slow networks; not shown to those who answer.',
    },

    'rules.attempts.total': { label: 'Attempts in all' },
    'rules.attempts.perDay': { label: 'Attempts a day' },
    'rules.attempts.perWeek': { label: 'Attempts a week', hint: 'Weeks begin on Monday.' },
    'rules.attempts.perStage': { label: 'Attempts in a stage' },
    'rules.attempts.cooldownSeconds': { label: 'Minutes between two attempts' },
    'rules.attempts.untilRight': {
      label: 'After handing in, wrong answers may be tried again until right',
      hint: 'The score stays: it is for learning.',
    },
    'rules.counts': {
      label: 'What counts',
      of: {
        first: 'the first attempt',
        last: 'the last attempt',
        best: 'the best attempt',
        'mean-of-best': 'the mean of the best few',
        'daily-sum': 'all points, with a daily cap if wanted',
        'perfect-papers': 'the number of perfect papers',
        'passed-papers': 'the number of papers with the pass mark',
        'perfect-days': 'the number of days with a perfect paper',
      },
    },
    'rules.counts.k': { label: 'How many of the best' },
    'rules.counts.cap': { label: 'Daily cap (points)' },
    'rules.ties': {
      label: 'Equal scores, compared in this order',
      hint: 'The last one must be “shared” or “lot”.',
      of: {
        'more-correct': 'more right answers first',
        'less-time': 'less time first',
        'earlier-finish': 'earlier finish first',
        'fewer-attempts': 'fewer attempts first',
        lot: 'lot',
        shared: 'shared rank',
      },
    },
    'rules.feedback.score': {
      label: 'The score',
      of: { 'at-once': 'shown at once', 'at-close': 'shown after the close' },
    },
    'rules.feedback.answers': {
      label: 'Answers and explanations',
      of: {
        'at-once': 'after handing in',
        'per-stage': 'after each stage',
        'at-close': 'after the close',
        never: 'never',
      },
    },
    'rules.feedback.rank': { label: 'Show the rank after handing in' },
    'rules.feedback.freezeSeconds': {
      label: 'Boards stand still for so long before the close (hours)',
      hint: 'Until they are revealed in one act.',
    },
    ...prizeFields,
  },
  create: {
    from: 'Start from',
    usual: 'The usual rules: 20 questions, 10 minutes, once',
    copy: 'A copy of: ',
    copyHint: 'A copy takes over rules, sets and texts; all dates move along.',
    start: 'Create and set up',
    starting: 'Creating…',
  },
}
