/** Working in the bank: states, acts, search, editor, history, sets. */
import type { ProblemData } from '#core/bank/problem'
import type { editCodes } from '#core/question/edit'
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

/** What the editor says beyond what a sheet is told. */
const problems: Record<(typeof editCodes)[number], (data: ProblemData) => string> = {
  'source-missing': () => '没有法律依据。法律变动时，这道题不会被自动找出来。建议补上。',
  'law-unknown': d => `手册里没有代号为“${d.law}”的法律，请从列表中选择。`,
  'article-unreadable': d => `条号“${d.article}”无法识别，请只写数字，例如 33，或 219-1（第219条之一）。`,
  'article-law-missing': () => '请选择这一条属于哪部法律，或删去这一行。',
  'key-long': d =>
    `正确选项 ${d.letter} 有 ${d.length} 个字，其他选项最多 ${d.other} 个：凭长短就能猜中。请改短，或把其他选项写全。`,
  'figures-differ': d => `数字 ${d.figure} 只在一种语言里出现，请核对两种语言。`,
  'date-needed': d => `“${d.word}”的含义会随时间变化，请在题干里写明日期。`,
  'english-missing': () => '没有英文，英文页面会显示中文。',
  'reason-missing': () => '没有写明难度的理由，审核人不易判断。建议补上。',
  near: d => `与 ${d.number} 几乎相同。`,
}

export const bankWork = {
  states,
  actions,
  problems,
  hindered: (why: ActHindrance, action: QuestionAction, state: QuestionState) =>
    why === 'state'
      ? `现在是“${states[state]}”。只有“${actionRules[action].from.map(one => states[one]).join('”或“')}”的题可以${actions[action]}。`
      : hindered[why],
}
