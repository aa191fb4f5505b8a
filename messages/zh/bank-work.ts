/** Working in the bank: states, acts, search, editor, history, sets. */
import { type ActHindrance, actionRules, type QuestionAction, type QuestionState } from '#core/question/state'

const states: Record<QuestionState, string> = {
  draft: '草稿',
  waiting: '待审核',
  reviewed: '已审核',
  published: '已发布',
  retired: '已停用',
}

const actions: Record<QuestionAction, string> = {
  send: '送审',
  'take-back': '撤回送审',
  approve: '审核通过',
  return: '退回修改',
  publish: '发布',
  discard: '放弃修改稿',
  retire: '停用',
  move: '移到另一题集',
}

const hindered: Record<Exclude<ActHindrance, 'state'>, string> = {
  right: '您的账号没有这项权限。',
  'not-in-use': '这道题还没有发布过，没有可以退回的版本。不要它时请停用。',
  own: '这一稿是您写的，要由另一个人审核。',
  'same-set': '它本来就在这个题集里。',
  'number-taken': '目标题集里已有这个编号的题。',
  handbook: '手册自带的题以编号为准，不能移走。',
}

export const bankWork = {
  states,
  actions,
  hindered: (why: ActHindrance, action: QuestionAction, state: QuestionState) =>
    why === 'state'
      ? `现在是“${states[state]}”。只有“${actionRules[action].from.map(one => states[one]).join('”或“')}”的题可以${actions[action]}。`
      : hindered[why],
}
