/** Lists of a contest as files. */

import type { ExportKind } from '#core/prize/export'
import type { ExportColumn } from '#core/prize/export-columns'

const kind: Record<ExportKind, string> = {
  winners: '获奖名单',
  standings: '成绩',
  participants: '参赛人员',
  organisations: '参赛单位',
  answers: '逐题作答',
}

const column: Record<ExportColumn, string> = {
  rank: '名次',
  number: '编号',
  name: '姓名',
  phone: '手机号',
  district: '区县',
  organisation: '单位',
  score: '得分',
  correct: '答对题数',
  seconds: '用时（秒）',
  finishedAt: '交卷时间',
  attempts: '作答次数',
  finished: '交卷次数',
  firstStartedAt: '首次开始',
  participants: '参赛人数',
  totalScore: '总分',
  meanScore: '平均分',
  attempt: '第几次作答',
  position: '题号',
  question: '题目编号',
  stem: '题干',
  choice: '所选',
  right: '是否正确',
  answeredAt: '作答时间',
}

export const exports = { kind, column }
