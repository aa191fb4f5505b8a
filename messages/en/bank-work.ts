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

export const bankWork: Messages['bankWork'] = {
  states,
  actions,
  hindered: (why: ActHindrance, action: QuestionAction, state: QuestionState) =>
    why === 'state'
      ? `It is “${states[state]}” now. “${actions[action]}” is for what is “${actionRules[action].from.map(one => states[one]).join('” or “')}”.`
      : hindered[why],
}
