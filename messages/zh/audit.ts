/** The audit log, and what waits for a second person. */
import type { ApprovalKind, ApprovalState } from '#core/account/approval'
import type { AuditAction } from '#core/audit/action'
import type { Tampering } from '#core/audit/chain'

const action: Record<AuditAction, string> = {
  'account.first': '建立第一个账号',
  'account.invited': '添加同事',
  'account.link': '生成设置链接',
  'account.password': '设置密码',
  'account.roles': '改变角色',
  'account.deactivated': '停用账号',
  'account.area': '指定报道范围',
  'campaign.shown': '公布宣传活动',
  'campaign.hidden': '撤下宣传活动',
  'activity.publish': '发布活动报道',
  'activity.return': '退回活动报道',
  'activity.withdraw': '撤下活动报道',
  'activity.reopen': '活动报道改为草稿',
  'account.reactivated': '恢复账号',
  'factor.set-up': '绑定验证器',
  'factor.recovery': '用恢复码登录',
  'factor.codes': '换新恢复码',
  'factor.replaced': '更换验证器',
  'factor.reset': '重置第二验证',
  'session.opened': '登录',
  'approval.proposed': '提请复核',
  'approval.approved': '复核同意',
  'approval.refused': '复核不同意',
  'approval.withdrawn': '撤回提请',
  'contest.published': '发布竞赛',
  'questions.acted': '处理题目',
  'questions.undone': '撤销对题目的处理',
  'question.saved': '保存题目',
  'set.saved': '修改题集',
  'set.retired': '停用题集',
  'draw.frozen': '封存抽奖名单',
  'draw.drawn': '开奖',
  'winners.settled': '评出获奖者',
  'winners.published': '公示获奖名单',
  'prize.opened': '查看领奖信息',
  'prize.handed-over': '发放奖品',
  'prize.ended': '取消获奖',
  'prize.erased': '删除领奖信息',
  'objection.answered': '答复异议',
  'insider.added': '登记不参与评奖的人',
  'insider.removed': '撤销不参与评奖的登记',
  'boards.freeze': '封榜',
  'boards.reveal': '揭榜',
  'boards.ranks-off': '区县不排名次',
  'boards.ranks-on': '恢复区县名次',
  'regrade.decided': '改判题目',
  'regrade.undone': '撤回改判',
  'contest.rules-amended': '修订竞赛规则',
  'integrity.cleared': '复核：没有问题',
  'integrity.struck-out': '取消成绩',
  'integrity.undone': '撤回取消成绩',
  'integrity.appeal': '答复申诉',
  'export.made': '导出名单',
  'export.failed': '导出未完成',
  'export.downloaded': '下载名单',
}

const kind: Record<ApprovalKind, string> = {
  'contest-publish': '发布竞赛',
  'draw-freeze': '封存抽奖名单',
  'draw-number': '开奖',
  'winners-publish': '公示获奖名单',
  'full-export': '导出完整个人信息',
  'role-change': '人员与角色',
  'factor-reset': '重置第二验证',
}

const state: Record<ApprovalState, string> = {
  waiting: '等待复核',
  approved: '已同意，待办理',
  used: '已同意，已办理',
  refused: '不同意',
  withdrawn: '已撤回',
  expired: '已过期',
}

const tampering: Record<Tampering['what'], (n: number) => string> = {
  changed: n => `第 ${n} 条的内容与它的校验值不符，被改动过。`,
  misplaced: n => `第 ${n} 条接不上前一条，顺序被动过或被插入过。`,
  missing: n => `第 ${n} 条不见了。`,
  'not-anchored': n => `第 ${n} 条与数据库之外的存证不符，记录链被重写过。`,
  surplus: n => `第 ${n} 条是在记录链之外添上的。`,
}

export const audit = { action, kind, state, tampering }
