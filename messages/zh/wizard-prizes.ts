/** Fields of awards, draws, publicity and claims. */
export interface Words {
  label: string
  hint?: string
  /** Of the choices. */
  of?: Record<string, string>
}

const name: Words = { label: '名称' }
const prize: Words = { label: '奖品', hint: '写清楚是什么，例如：荣誉证书和环保袋一个。' }

export const prizeFields = {
  'rules.awards.tiers': { label: '按名次评奖', hint: '从高到低。竞赛开放后不能再改。' },
  'rules.awards.tiers.name': name,
  'rules.awards.tiers.count': { label: '名额' },
  'rules.awards.tiers.prize': prize,
  'rules.awards.tiers.value': { label: '每份价值（元）', hint: '证书填 0。' },
  'rules.awards.cut': {
    label: '名额边上并列时',
    of: { all: '都给奖', lot: '抽签决定', none: '都不给，名额空缺' },
  },
  'rules.awards.perTrack': { label: '各组分别设奖' },
  'rules.awards.onePrizeEach': { label: '一人只得一份奖，取较高的' },
  'rules.awards.rollDown': { label: '有人被取消时，后面的人递补' },
  'rules.draws': { label: '抽奖', hint: '抽奖过程公开可验证：先公布名单和承诺，再用公开数字开奖。' },
  'rules.draws.name': name,
  'rules.draws.when': {
    label: '何时抽',
    of: { instant: '交卷即抽', daily: '每天抽一次', 'per-stage': '每个阶段抽一次', final: '竞赛结束后抽' },
  },
  'rules.draws.oneIn': { label: '即抽的中奖率：几分之一', hint: '只用于交卷即抽。' },
  'rules.draws.qualify': {
    label: '谁有资格',
    of: {
      finished: '交卷即可',
      perfect: '得过满分',
      pass: '达到及格分',
      'perfect-days': '得满分达到若干天',
      points: '积分达到',
    },
  },
  'rules.draws.qualify.days': { label: '天数' },
  'rules.draws.qualify.points': { label: '分数' },
  'rules.draws.chances': {
    label: '每人几次机会',
    of: { person: '一人一次', 'perfect-paper': '每份满分卷一次', points: '每若干分一次' },
  },
  'rules.draws.chances.each': { label: '每多少分一次' },
  'rules.draws.tiers': { label: '奖级', hint: '抽奖奖品每份不得超过 50,000 元（反不正当竞争法第十一条）。' },
  'rules.draws.tiers.name': name,
  'rules.draws.tiers.count': { label: '名额' },
  'rules.draws.tiers.prize': prize,
  'rules.draws.tiers.value': { label: '每份价值（元）' },
  'rules.draws.fallBackTo': { label: '人数不够时，降到几分补足', hint: '不设则剩余奖品不发。' },
  'rules.draws.excludeEarlier': { label: '本竞赛抽中过的人不再参加' },
  'rules.draws.alternates': { label: '候补人数' },
  'rules.draws.witnesses': { label: '见证人', hint: '每行一人，例如公证员或同事的姓名、职务。' },
  'rules.groupAwards': { label: '组织奖' },
  'rules.groupAwards.name': name,
  'rules.groupAwards.of': { label: '评给', of: { organisations: '单位', regions: '区县' } },
  'rules.groupAwards.by': {
    label: '按什么评',
    of: { entrants: '参赛人数', rate: '参与率', mean: '平均分', total: '总分', mix: '几项按权重合计' },
  },
  'rules.groupAwards.by.entrants': { label: '参赛人数的权重（%）' },
  'rules.groupAwards.by.rate': { label: '参与率的权重（%）' },
  'rules.groupAwards.by.mean': { label: '平均分的权重（%）' },
  'rules.groupAwards.by.total': { label: '总分的权重（%）' },
  'rules.groupAwards.minimumSize': { label: '至少几人参赛才参评' },
  'rules.groupAwards.count': { label: '名额' },
  'rules.groupAwards.prize': prize,
  'rules.final': { label: '前几名进入决赛' },
  'rules.final.first': { label: '前几名' },
  'rules.final.to': { label: '决赛', of: { live: '现场决赛', stage: '本竞赛的一个阶段' } },
  'rules.final.to.stage': { label: '阶段的代号', hint: '见第 1 步的阶段，从上到下是 stages-1、stages-2 …' },

  'rules.publicity.name': {
    label: '公示的姓名',
    of: { surname: '张*', 'surname-two': '张**', ends: '张*丰', hidden: '不公示姓名' },
  },
  'rules.publicity.phone': {
    label: '公示的手机号',
    of: { ends: '138****1234', 'last-four': '只公示后四位', hidden: '不公示手机号' },
  },
  'rules.publicity.organisation': { label: '公示单位', of: { shown: '公示', hidden: '不公示' } },
  'rules.publicity.noticeDays': { label: '公示天数' },
  'rules.publicity.objectionsTo': { label: '异议联系方式', hint: '电话或地点，会写在规则页和公示页上。' },
  'rules.publicity.formats': { label: '名单的形式', of: { page: '网页', xlsx: 'XLSX', csv: 'CSV', pdf: 'PDF' } },
  'rules.publicity.answerKey': { label: '结束后公布答案' },
  'rules.publicity.errata': { label: '题目有误时公布更正' },
  'rules.claim.days': { label: '领奖天数', hint: '公布名单后的天数，逾期视为放弃。' },
  'rules.claim.alternates': { label: '放弃的奖由候补递补' },
  'rules.claim.eraseAfterDays': { label: '领奖结束后几天删除获奖者资料' },
  'rules.integrity.minimumSeconds': { label: '交卷少于几秒要人工看一看' },
  'rules.integrity.review': { label: '公布获奖名单前必须完成诚信复核' },
  'rules.integrity.appealDays': { label: '被取消成绩的人可以申诉的天数', hint: '0 表示不能申诉。' },
} satisfies Record<string, Words>
