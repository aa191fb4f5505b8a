/** Working in the bank: states, acts, search, editor, history, sets. */
import type { ChangeField } from '#core/question/difference'
import {
  type ActHindrance,
  actionRules,
  type QuestionAct,
  type QuestionAction,
  type QuestionState,
} from '#core/question/state'
import { editor, problems } from './bank-editor.ts'

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

/** The list of all questions. */
const list = {
  title: '题库',
  lead: '全部题目：查找、筛选、送审、审核、发布、停用。',
  task: '题库',
  taskWhy: (waiting: number) => (waiting === 0 ? '查找、编写、审核题目' : `${waiting} 道题待审核`),
  newQuestion: '新建题目',
  sets: '题集',
  search: '查找',
  searchLabel: '查找题目',
  searchHint: '题干、选项、解析或编号里的字词，用空格分开',
  alone:
    '审核要由另一个人来做，而现在只有您一个人能审核。请系统管理员在“人员”里再添加一位题库管理员或审核人；在那之前，您写的题可以送审，但不能发布。',
  everything: '全部',
  dimension: { state: '状态', chapter: '章', kind: '题型', level: '难度', set: '题集', law: '法律', use: '使用情况' },
  article: '条文',
  use: {
    unused: '没有用过',
    few: '用得还少',
    easy: '太容易',
    hard: '太难',
    weak: '区分度低',
    sound: '良好',
  },
  useWhy:
    '按竞赛答卷统计：30 份以上才作判断。得分率 90% 以上为太容易，30% 以下为太难；区分度低于 0.2 时，答对它的人总分并不更高。',
  noChapter: '不归入任何一章',
  level: (n: string) => `难度 ${n}`,
  chapter: (n: string, name: string) => `第 ${n} 章 ${name}`,
  remove: '去掉',
  clear: '清除全部条件',
  chosen: '当前条件',
  filters: '筛选',
  found: (n: number) => `${n} 道题`,
  none: '没有符合条件的题。去掉一个条件，或换个词再找。',
  empty: '题库里还没有题。新建一道，或上传一个题集。',
  order: '排序',
  orders: { number: '按题集和编号', recent: '最近修改的在前', shown: '用得最多的在前', facility: '答得最差的在前' },
  page: (n: number, of: number) => `第 ${n} 页，共 ${of} 页`,
  changing: '修改稿',
  noEnglish: '没有英文',
  reports: (n: number) => `${n} 条错误报告`,
  shown: (n: number) => `出现 ${n} 次`,
  facility: (percent: number) => `得分率 ${percent}%`,
  discrimination: (value: string) => `区分度 ${value}`,
  select: '选择 {number}',
}

/** Doing something to questions. */
const acting = {
  notNow: '现在不能做的（{n} 项）和原因',
  title: '处理所选的题',
  selectPage: '选中本页',
  selected: '已选 {n} 道题',
  noneSelected: '还没有选题',
  selectAll: '选中符合条件的全部 {n} 道题',
  allSelected: '符合条件的全部 {n} 道题',
  unselect: '取消选择',
  what: '要做什么',
  look: '下一步',
  looking: '正在核对…',
  selectFirst: '请先选中题目。',
  plan: '{action}：{n} 道题',
  planNone: '所选的题现在都不能“{action}”',
  planList: '这些题将会“{action}”',
  more: '另有 {n} 道没有列出',
  left: '{n} 道题不变',
  note: '说明',
  noteHint: '会与您的姓名和时间一起保存在题目的历史里',
  noteNeeded: '请写明要改什么，作者才知道怎样修改。',
  target: '移到哪个题集',
  confirm: '{action} {n} 道题',
  confirmOne: '确认{action}',
  doing: '正在处理…',
  cancel: '取消',
  done: '已{action}：{n} 道题',
  undo: '撤销',
  undoing: '正在撤销…',
  undone: '已撤销，{n} 道题回到原来的状态。',
  offline: '没有连上服务器，没有处理。请检查网络后再试。',
}

/** One question. */
const view = {
  title: '题目',
  heading: (number: string) => `题目 ${number}`,
  edit: '修改',
  saved: '已保存为草稿。送审后由另一个人审核。',
  inUse: (n: number) => `第 ${n} 稿使用中`,
  seconds: (n: number) => `建议用时 ${n} 秒`,
  product: '产品自带',
  by: (n: number, who: string, at: string) => `第 ${n} 稿，${who}，${at}`,
  reason: (why: string) => `难度的理由：${why}`,
  held: (law: string, article: string, day: string) =>
    `它引用的《${law}》${article}有修改，新条文自${day}起施行。复核以前，这道题暂停使用。`,
  toLaws: '去复核',
  sources: '法律依据与手册',
  noSources: '没有法律依据。',
  entry: (id: string) => `手册条目 ${id}`,
  reports: '市民报告的错误',
  noReports: '还没有人报告过错误。',
}

/** How citizens see a question. */
const preview = {
  title: '市民看到的样子',
  zh: '中文',
  en: 'English',
  large: '大字',
  dark: '深色',
  answering: '答题时',
  answered: '答完后',
}

/** Acts and revisions. */
const history = {
  title: '历史',
  none: '随产品而来，还没有人改动过。',
  act: { ...actions, add: '写成', edit: '修改', restore: '恢复旧稿' } satisfies Record<QuestionAct, string>,
  byWhom: (who: string) => who,
  revision: (n: number) => `第 ${n} 稿`,
  undone: (who: string, at: string) => `${who}于 ${at} 撤销`,
  revisions: '各稿与改动',
  made: (who: string, at: string) => `${who}，${at}`,
  inUse: '使用中',
  newest: '最新一稿',
  first: '第一稿。',
  restore: '把这一稿恢复为新草稿',
  restoring: '正在恢复…',
  gone: '删去：',
  new: '新增：',
  english: '英文',
  field: {
    kind: '题型',
    scenario: '案例',
    stem: '题干',
    option: '选项',
    right: '正确答案',
    explanation: '解析',
    sources: '法律依据',
    chapter: '章',
    entry: '手册条目',
    level: '难度',
    reason: '难度的理由',
    seconds: '建议用时（秒）',
    validity: '有效期',
  } satisfies Record<ChangeField, string>,
}

/** Sets as products. */
const sets = {
  editTitle: '修改题集信息',
  name: '名称',
  owner: '归属',
  source: '来源',
  licence: '许可',
  hints: {
    name: '例如：2026 年宣传周企业题',
    owner: '谁对这些题负责，例如：重庆市知识产权局',
    source: '题从哪里来，例如：市知识产权局编写',
    licence: '别人可以怎样使用，例如：CC BY 4.0，或“仅供本市使用”',
  },
  nameNeeded: '请填写题集名称。',
  save: '保存',
  saving: '正在保存…',
  unknown: '未填写',
  inBank: '在题库里查看和处理这些题',
  contests: '使用它的竞赛',
  noContests: '还没有竞赛使用这个题集。',
  phase: { draft: '草稿', announced: '已公布', open: '进行中', closed: '已结束' },
  retired: '已停用',
  retire: '停用题集',
  reinstate: '重新启用',
  retireWhy: '停用后，新的竞赛不再能选它；已结束的竞赛不受影响。随时可以重新启用。',
}

/** What stands in the way, with the contest that it is. */
const inContest = {
  'batch-in-contest':
    '竞赛“{contest}”正在用或将要用这一批里的 {count} 道题，现在不能整批撤销。请等它结束后再撤销；它还没有开始的，也可以先在竞赛里换一个题集。个别有错的题可以单独停用。',
  'set-in-use':
    '竞赛“{contest}”正在用或将要用这个题集，现在不能停用。请等它结束；它还没有开始的，也可以先在竞赛里换一个题集。',
}

export const bankWork = {
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
      ? `现在是“${states[state]}”。只有“${actionRules[action].from.map(one => states[one]).join('”或“')}”的题可以${actions[action]}。`
      : hindered[why],
}
