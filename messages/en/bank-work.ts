import { type ActHindrance, actionRules, type QuestionAction, type QuestionState } from '#core/question/state'
import type { Messages } from '#messages/zh'

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

const problems: Messages['bankWork']['problems'] = {
  'source-missing': () => 'No law is cited: when the law changes, nobody will be led to this question. Better add it.',
  'law-unknown': d => `The handbook has no law “${d.law}”. Choose one from the list.`,
  'article-unreadable': d => `“${d.article}” is not an article number. Write digits only, such as 33 or 219-1.`,
  'article-law-missing': () => 'Choose the law that this article belongs to, or remove the line.',
  'key-long': d =>
    `The right option ${d.letter} has ${d.length} characters, the others at most ${d.other}: its length gives it away. Shorten it, or write the others out.`,
  'figures-differ': d => `The figure ${d.figure} stands in one language only. Compare the two.`,
  'date-needed': d => `“${d.word}” means something else each year. Name the date in the question.`,
  'english-missing': () => 'There is no English text: English pages will show the Chinese one.',
  'reason-missing': () => 'No reason is given for the level, so a reviewer can hardly judge it. Better add one.',
  near: d => `Nearly the same as ${d.number}.`,
}

export const bankWork: Messages['bankWork'] = {
  states,
  actions,
  problems,
  hindered: (why: ActHindrance, action: QuestionAction, state: QuestionState) =>
    why === 'state'
      ? `It is “${states[state]}” now. “${actions[action]}” is for what is “${actionRules[action].from.map(one => states[one]).join('” or “')}”.`
      : hindered[why],
}
