import { type ActHindrance, actionRules, type QuestionAction, type QuestionState } from '#core/question/state'
import type { Messages } from '#messages/zh'
import { editor, problems } from './bank-editor.ts'

const states: Record<QuestionState, string> = {
  draft: 'Draft',
  waiting: 'Waiting for review',
  reviewed: 'Reviewed',
  published: 'Published',
  retired: 'Retired',
}

const actions: Record<QuestionAction, string> = {
  send: 'Send for review',
  'take-back': 'Take back from review',
  approve: 'Approve',
  return: 'Return to the author',
  publish: 'Publish',
  discard: 'Discard the change',
  retire: 'Retire',
  move: 'Move to another set',
}

const hindered: Record<Exclude<ActHindrance, 'state'>, string> = {
  right: 'Your account does not have this right.',
  'not-in-use':
    'This question has never been published: there is no version to go back to. Retire it if you do not want it.',
  own: 'You wrote this version: another person has to review it.',
  'same-set': 'It is in this set already.',
  'number-taken': 'The other set has a question with this number.',
  handbook: 'The handbook’s own questions are known by their numbers and stay where they are.',
}

const list: Messages['bankWork']['list'] = {
  title: 'Question bank',
  lead: 'All questions: find, filter, send for review, review, publish, retire.',
  task: 'Question bank',
  taskWhy: waiting => (waiting === 0 ? 'Find, write and review questions' : `${waiting} waiting for review`),
  newQuestion: 'New question',
  sets: 'Sets',
  search: 'Find',
  searchLabel: 'Find questions',
  searchHint: 'Words of the question, its options, its explanation, or its number; blanks between them',
  alone:
    'Another person has to review, and you are the only one here who can. Ask the system administrator to add a question administrator or a reviewer under “People”. Until then you can send questions for review, but nothing you write can be published.',
  everything: 'All',
  dimension: { state: 'State', chapter: 'Chapter', kind: 'Kind', level: 'Level', set: 'Set', law: 'Law', use: 'Use' },
  article: 'Article',
  use: {
    unused: 'Never used',
    few: 'Little used yet',
    easy: 'Too easy',
    hard: 'Too hard',
    weak: 'Tells few apart',
    sound: 'Sound',
  },
  useWhy:
    'From contest papers, once there are 30 of them. Too easy: 90 % of the points and more are got; too hard: 30 % and less. Tells few apart: a discrimination below 0.2 means that those who get it right do hardly better on the whole.',
  noChapter: 'In no chapter',
  level: n => `Level ${n}`,
  chapter: (n, name) => `Chapter ${n}: ${name}`,
  remove: 'Remove',
  clear: 'Clear all',
  chosen: 'Chosen',
  filters: 'Filters',
  found: n => (n === 1 ? '1 question' : `${n} questions`),
  none: 'Nothing fits. Remove a condition, or try another word.',
  empty: 'There are no questions yet. Write one, or upload a set.',
  order: 'Order',
  orders: {
    number: 'By set and number',
    recent: 'Last revised first',
    shown: 'Most used first',
    facility: 'Worst answered first',
  },
  page: (n, of) => `Page ${n} of ${of}`,
  changing: 'Change',
  noEnglish: 'No English',
  reports: n => (n === 1 ? '1 error report' : `${n} error reports`),
  shown: n => (n === 1 ? 'shown once' : `shown ${n} times`),
  facility: percent => `${percent}% of the points got`,
  discrimination: value => `discrimination ${value}`,
  select: 'Select {number}',
}

const acting: Messages['bankWork']['acting'] = {
  notNow: 'What cannot be done now ({n}), and why',
  title: 'Do something to the selected questions',
  selectPage: 'Select this page',
  selected: '{n} selected',
  noneSelected: 'None selected',
  selectAll: 'Select all {n} that fit',
  allSelected: 'All {n} that fit',
  unselect: 'Unselect',
  what: 'What to do',
  look: 'Next',
  looking: 'Checking…',
  selectFirst: 'Select questions first.',
  plan: '{action}: {n}',
  planNone: 'None of the selected questions allows “{action}” now',
  planList: 'What “{action}” is about',
  more: '{n} more are not listed',
  left: '{n} stay as they are',
  note: 'Note',
  noteHint: 'Kept with your name and the time in the history of the questions',
  noteNeeded: 'Say what to change, so that the author knows.',
  target: 'Which set to move them to',
  confirm: '{action}: {n}',
  confirmOne: '{action} now',
  doing: 'Working…',
  cancel: 'Cancel',
  done: 'Done – {action}: {n}',
  undo: 'Undo',
  undoing: 'Undoing…',
  undone: 'Undone: {n} are back where they were.',
  offline: 'The server could not be reached; nothing was done. Check the connection and try again.',
}

const view: Messages['bankWork']['view'] = {
  title: 'Question',
  heading: number => `Question ${number}`,
  edit: 'Edit',
  saved: 'Saved as a draft. Send it for review: another person has to look at it.',
  inUse: n => `Version ${n} in use`,
  seconds: n => `about ${n} seconds`,
  product: 'the product itself',
  by: (n, who, at) => `Version ${n} by ${who}, ${at}`,
  reason: why => `Why this level: ${why}`,
  held: (law, article, day) =>
    `${law}, ${article}, which it cites, has been amended with effect from ${day}. It is out of use until it has been reviewed.`,
  toLaws: 'Review it',
  sources: 'Law and handbook',
  noSources: 'No law is cited.',
  entry: id => `Handbook entry ${id}`,
  reports: 'Errors reported by citizens',
  noReports: 'Nobody has reported an error.',
}

const preview: Messages['bankWork']['preview'] = {
  title: 'As citizens see it',
  zh: '中文',
  en: 'English',
  large: 'Large text',
  dark: 'Dark',
  answering: 'While answering',
  answered: 'Afterwards',
}

const history: Messages['bankWork']['history'] = {
  title: 'History',
  none: 'It came with the product; nobody has touched it yet.',
  act: {
    send: 'Sent for review',
    'take-back': 'Taken back from review',
    approve: 'Approved',
    return: 'Returned to the author',
    publish: 'Published',
    discard: 'Change discarded',
    retire: 'Retired',
    move: 'Moved to another set',
    add: 'Written',
    edit: 'Revised',
    restore: 'Older version restored',
  },
  byWhom: who => `by ${who}`,
  revision: n => `version ${n}`,
  undone: (who, at) => `undone by ${who}, ${at}`,
  revisions: 'Versions and changes',
  made: (who, at) => `by ${who}, ${at}`,
  inUse: 'In use',
  newest: 'Newest',
  first: 'The first version.',
  restore: 'Restore this version as a new draft',
  restoring: 'Restoring…',
  gone: 'removed: ',
  new: 'added: ',
  english: 'English',
  field: {
    kind: 'Kind',
    scenario: 'Case',
    stem: 'Question',
    option: 'Option',
    right: 'Right answer',
    explanation: 'Explanation',
    sources: 'Law',
    chapter: 'Chapter',
    entry: 'Handbook entry',
    level: 'Level',
    reason: 'Why this level',
    seconds: 'Seconds',
    validity: 'Validity',
  },
}

const sets: Messages['bankWork']['sets'] = {
  editTitle: 'Edit the set',
  name: 'Name',
  owner: 'Owner',
  source: 'Source',
  licence: 'Licence',
  hints: {
    name: 'For example: questions for firms, IP week 2026',
    owner: 'Who answers for the questions, for example: Chongqing IP Office',
    source: 'Where they come from, for example: written by the office',
    licence: 'How others may use them, for example: CC BY 4.0, or “this city only”',
  },
  nameNeeded: 'Enter the name of the set.',
  save: 'Save',
  saving: 'Saving…',
  unknown: 'not given',
  inBank: 'See and handle these questions in the bank',
  contests: 'Contests that use it',
  noContests: 'No contest uses this set yet.',
  phase: { draft: 'Draft', announced: 'Announced', open: 'Open', closed: 'Over' },
  retired: 'Retired',
  retire: 'Retire the set',
  reinstate: 'Put it back into service',
  retireWhy: 'New contests cannot choose it any more; those that are over keep it. It can be put back at any time.',
}

const inContest = {
  'batch-in-contest':
    'The contest “{contest}” draws, or will draw, {count} of this batch’s questions, so the batch cannot be taken back now. Take it back when the contest is over or, as long as it has not opened, choose another set there first. Single questions that are wrong can be retired.',
  'set-in-use':
    'The contest “{contest}” uses this set, or will, so it cannot be retired now. Wait until the contest is over or, as long as it has not opened, choose another set there first.',
}

export const bankWork: Messages['bankWork'] = {
  inContest,
  states,
  actions,
  problems,
  list,
  acting,
  view,
  preview,
  history,
  editor,
  sets,
  hindered: (why: ActHindrance, action: QuestionAction, state: QuestionState) =>
    why === 'state'
      ? `It is “${states[state]}” now. “${actions[action]}” is for what is “${actionRules[action].from.map(one => states[one]).join('” or “')}”.`
      : hindered[why],
}
