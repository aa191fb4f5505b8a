/** A contest's rules in plain sentences. What may be left out is left out by messages/explain.ts. */
import type { ContestRules } from '#core/contest/rules'

type Rules = ContestRules
type Field = 'name' | 'idNumber' | 'number' | 'address'

export const rules = {
  title: '竞赛规则',
  back: '回到竞赛页',
  lead: '这些规则和评分程序用的是同一份数据：这里写的，就是程序做的。',
  asData: '机器可读的规则（JSON）',
  onContest: '完整规则和算例',
  join: '、',
  /** Between sentences of one line. */
  space: '',
  of: (name: string, line: string) => `${name}：${line}`,
  amendments: '规则修订',
  noAmendments: '开赛以来没有修订。',
  amended: (when: string, reason: string) => `${when}：${reason}`,

  groups: {
    who: '谁能参加',
    when: '时间',
    paper: '试卷和计分',
    clock: '作答',
    ranking: '以什么排名',
    example: '举个例子',
    feedback: '成绩和答案',
    awards: '奖项',
    draws: '抽奖',
    groupAwards: '组织奖',
    final: '决赛',
    publicity: '公示',
    claim: '领奖',
    data: '个人信息和公平',
  },

  open: '在本地生活、工作、学习的人都可以参加，免费。',
  regions: (n: number) => `只限指定的 ${n} 个区县的人参加，免费。`,
  organisations: (n: number) => `只限指定的 ${n} 个单位的人参加，免费。`,
  invited: '只限受邀的人参加，免费。邀请按手机号核对。',
  organisationNeeded: '须填写所在单位。',
  organisationOrSelf: '须填写所在单位，或选择“个人”。',
  organisationOptional: '可以填写所在单位。',
  tracks: (names: string) => `分组参赛：${names}。各组分别排名，第一次作答后不能更改组别。`,
  ages: (from: number | null, to: number | null) =>
    from === null ? `（${to} 周岁及以下）` : to === null ? `（${from} 周岁及以上）` : `（${from} 至 ${to} 周岁）`,
  minimumAge: (years: number) => `须年满 ${years} 周岁。`,
  guardian: '未满 14 周岁的人须经监护人同意。',
  staff: '工作人员和命题人可以体验，但不得获奖。',

  window: (from: string, to: string) => `${from} 开始，${to} 结束，北京时间。`,
  dayStarts: (hour: number) => `每天以 ${hour} 时为界：${hour} 时之前算前一天。`,
  stage: (name: string, from: string, to: string) => `${name}：${from} 至 ${to}。`,
  between: '只在各阶段内可以开始作答。',
  warmUp: (from: string, to: string) => `热身：${from} 至 ${to}，不计成绩。`,
  practice: (from: string, to: string) => `练习：${from} 至 ${to}。`,
  announced: (when: string) => `结果公布：${when}。`,

  draw: {
    random: '每次作答都单独随机抽题，各份试卷的预期难度和用时相近。',
    daily: '同一天内，所有人的题目相同。',
    fixed: '所有人的题目相同。',
  } satisfies Record<Rules['paper']['draw'], string>,
  tolerance: (score: number, time: number) =>
    `任意两份试卷的预期得分相差不超过 ${score}%，预期用时相差不超过 ${time}%。`,
  samePoints: (total: number, points: number, full: number) => `每份 ${total} 题，每题 ${points} 分，满分 ${full} 分。`,
  differentPoints: (total: number, full: number) => `每份 ${total} 题，满分 ${full} 分。`,
  kind: { single: '单选题', multiple: '多选题', truefalse: '判断题', case: '案例题' },
  kindLine: (kind: string, count: number, points: number) => `${kind} ${count} 题，每题 ${points} 分。`,
  partial: {
    none: '多选题全部选对才得分。',
    share: '多选题没有选错但少选的，按选对的比例得分，舍去小数；选错不得分。',
    fixed: (points: number) => `多选题没有选错但少选的得 ${points} 分；选错不得分。`,
  },
  wrongFree: '答错或不答不扣分。',
  wrongCosts: (points: number) => `答错一题扣 ${points} 分，不答不扣；一份试卷最低 0 分。`,
  outAfter: (n: number) => `答错 ${n} 题，这份试卷即告结束，之前的得分保留。`,
  passMark: (points: number) => `${points} 分及格。`,

  paperTime: (time: string) => `一份试卷限时 ${time}，按下开始后计时，不能暂停。时间由服务器计算，到时自动交卷。`,
  noTime: '没有时间限制，竞赛结束时自动交卷。',
  questionTime: (time: string) => `每题限时 ${time}，按顺序作答，不能回头；答完一题立即进入下一题。`,
  forward: '按顺序作答，不能回头修改。',
  limits: {
    total: (n: number) => `每人最多答 ${n} 次。`,
    perStage: (n: number) => `每个阶段最多答 ${n} 次。`,
    perWeek: (n: number) => `每周最多答 ${n} 次，每周从星期一开始。`,
    perDay: (n: number) => `每天最多答 ${n} 次。`,
    none: '作答次数不限。',
  },
  cooldown: (time: string) => `两次作答之间至少间隔 ${time}。`,
  untilRight: '交卷后可以重做答错的题，直到答对；成绩不变。',

  counts: {
    first: '多次作答时，以第一次为准。',
    last: '多次作答时，以最后一次为准。',
    best: '多次作答时，以最好的一次为准。',
    'mean-of-best': (k: number) =>
      `取最好的 ${k} 次，以它们的得分之和（即平均分）排名；不足 ${k} 次的，缺少的按 0 分计。`,
    'daily-sum': (cap: number | null) => (cap === null ? '各次得分累加。' : `各次得分累加，每天最多计 ${cap} 分。`),
    'perfect-papers': '以满分试卷的份数排名。',
    'passed-papers': '以及格试卷的份数排名。',
    'perfect-days': '以获得满分的天数排名，一天只计一次。',
  },
  once: '每人只有一次，以这一次为准。',
  byScore: '得分高的在前。',
  tiesIntro: (order: string) => `得分相同时，依次比较：${order}。`,
  tieOnly: { shared: '得分相同的并列。', lot: '得分相同的，抽签决定先后。' },
  tie: {
    'more-correct': '答对题数多的在前',
    'less-time': '用时少的在前',
    'earlier-finish': '先交卷的在前',
    'fewer-attempts': '作答次数少的在前',
    lot: '仍相同则抽签决定',
    shared: '仍相同则并列',
  } satisfies Record<Rules['ties'][number], string>,
  tieJoin: '；',

  unit: {
    points: (n: number) => `${n} 分`,
    papers: (n: number) => `${n} 份`,
    days: (n: number) => `${n} 天`,
  },
  example: {
    of: (score: string, time: string) => `${score}、用时 ${time}的人：`,
    higher: (higher: string) => `排在所有 ${higher}的人之后，无论他们用了多久`,
    'more-correct': (score: string, correct: number) => `排在同为 ${score}、但只答对 ${correct} 题的人之前`,
    'less-time': (score: string, time: string) => `排在同为 ${score}、但用时 ${time}的人之前`,
    'earlier-finish': (score: string) => `排在同为 ${score}、但更晚交卷的人之前`,
    'fewer-attempts': (score: string, n: number) => `排在同为 ${score}、但答了 ${n} 次的人之前`,
    shared: '与以上各项都相同的人并列',
    lot: '与以上各项都相同的人，抽签决定先后',
    end: '。',
  },

  score: { 'at-once': '交卷后立即看到成绩。', 'at-close': '成绩在竞赛结束后公布。' },
  answers: {
    'at-once': '交卷后立即看到正确答案和解析。',
    'per-stage': '正确答案和解析在每个阶段结束后公布。',
    'at-close': '正确答案和解析在竞赛结束后公布。',
    never: '不公布答案。',
  } satisfies Record<Rules['feedback']['answers'], string>,
  rank: { shown: '个人名次在成绩之后显示。', hidden: '个人名次不公布。' },
  freeze: (time: string) => `结束前 ${time} 封榜，榜单不再更新，结束后公布最终结果。`,

  tier: (name: string, count: string, prize: string, value: number) =>
    `${name} ${count} 名：${prize}${value > 0 ? `，每份价值 ${value.toLocaleString('en-US')} 元` : ''}。`,
  noAwards: '不按名次评奖。',
  cut: {
    all: '名额末位并列的，都获奖。',
    lot: '名额末位并列的，抽签决定谁获奖。',
    none: '名额末位并列的，都不获奖，名额从缺。',
  } satisfies Record<Rules['awards']['cut'], string>,
  perTrack: '各组分别评奖。',
  onePrizeEach: '每人最多得一个奖，取较高的一个。',
  rollDown: '有人被取消资格时，后面的人依次递补。',

  drawWhen: {
    instant: (n: number) => `交卷后立即抽奖，平均 ${n} 次机会中一次，奖品抽完为止。`,
    daily: '每天抽一次。',
    'per-stage': '每个阶段结束后抽一次。',
    final: '竞赛结束后抽一次。',
  },
  qualify: {
    finished: '完成作答的人都有资格。',
    perfect: '至少一份试卷满分的人有资格。',
    pass: (points: number) => `至少一份试卷达到 ${points} 分的人有资格。`,
    'perfect-days': (n: number) => `有 ${n} 天获得满分的人有资格。`,
    points: (n: number) => `计入的成绩达到 ${n} 的人有资格。`,
  },
  chances: {
    person: '每人一次机会。',
    'perfect-paper': '每份满分试卷一次机会。',
    points: (n: number) => `每 ${n} 分一次机会。`,
  },
  fallBack: (n: number) => `人数不够时，依次顺延到下一个分数，最低 ${n} 分。`,
  noFallBack: '人数不够时，剩下的奖品不再抽出。',
  excludeEarlier: '之前抽中过的人不再参加。',
  alternates: (n: number) => `另抽 ${n} 名候补。`,
  witnesses: (names: string) => `见证人：${names}。`,
  drawOpen: '抽奖办法公开：名单先固定，再用事先约定的公开数字计算，任何人都可以重算。',

  groupOf: { organisations: '单位', regions: '区县' },
  groupLine: (name: string, of: string, count: string, prize: string) => `${name}：${of}前 ${count} 名，${prize}。`,
  groupBy: {
    entrants: '按参加人数排名。',
    rate: '按参与率排名：参加人数除以总人数。',
    mean: '按平均成绩排名。',
    total: '按总成绩排名。',
    mix: (parts: string) => `按综合得分排名：${parts}。每一项都与该项最好的相比。`,
  },
  mixPart: { entrants: '参加人数', rate: '参与率', mean: '平均成绩', total: '总成绩' },
  mixShare: (name: string, weight: number) => `${name}占 ${weight}%`,
  minimumSize: (n: number) => `至少有 ${n} 人参加才参与排名。`,

  finalLive: (n: string) => `前 ${n} 名进入现场决赛；末位并列的都进入。`,
  finalStage: (n: string, stage: string) => `前 ${n} 名进入“${stage}”，这一阶段只对他们开放；末位并列的都进入。`,

  name: { surname: '张*', 'surname-two': '张**', ends: '张*丰', hidden: '' } satisfies Record<
    Rules['publicity']['name'],
    string
  >,
  phone: { ends: '138****1234', 'last-four': '*******1234', hidden: '' } satisfies Record<
    Rules['publicity']['phone'],
    string
  >,
  listed: (parts: string) => `获奖名单隐去部分信息后公示，例如：${parts}。`,
  listedBare: '获奖名单只公布编号。',
  withOrganisation: '所在单位',
  notice: (days: number) => `公示 ${days} 天。`,
  objections: (to: string) => `对名单有异议，请在公示期内联系：${to}。`,
  objectionsFooter: '对名单有异议，请在公示期内联系主办单位，联系方式见页面底部。',
  formats: (list: string) => `名单形式：${list}。`,
  format: { page: '网页', xlsx: 'XLSX', csv: 'CSV', pdf: 'PDF' },
  answerKey: '竞赛结束后公布全部题目的答案。',
  errata: '发现题目有误时公布勘误，并重新评分。',

  claimUntil: (when: string) => `请在 ${when} 前领奖，逾期视为放弃。`,
  claimDays: (days: number) => `请在名单公布后 ${days} 天内领奖，逾期视为放弃。`,
  claimNeeds: (list: string) => `领奖时需要提供：${list}。`,
  claimAlternates: '放弃的奖品由候补者递补。',
  erase: (days: number) => `领奖结束后 ${days} 天，领奖时提供的信息会被删除。`,

  field: {
    name: () => '姓名',
    idNumber: (digits: number) => (digits >= 18 ? '身份证号' : `身份证号后 ${digits} 位`),
    number: () => '工号或学号',
    address: () => '收件地址',
  } satisfies Record<Field, (digits: number) => string>,
  optional: '（选填）',
  phoneOnly: '登录只用手机号，加密保存，不公开。',
  atEntry: (list: string) => `参赛前填写：${list}。`,
  noId: '参赛时不收集身份证号和住址。',
  duplicates: {
    'first-counts': '一人只用一个手机号参赛；领奖时发现同一人用了几个，以最早参赛的一个为准，其余的不能领奖。',
    'struck-out': '一人只用一个手机号参赛；领奖时发现同一人用了几个，经人工核查后全部取消。',
    untold: '一人只用一个手机号参赛。',
  },
  minimumSeconds: (n: number) => `用时少于 ${n} 秒的试卷会由人工核查。`,
  review: '公布名单之前，有人工复核。',
  appeal: (days: number) => `被取消成绩的人会收到理由，可在 ${days} 天内申诉。`,
  onlyAnswers: '只按答题计分：签到、转发、邀请和在线时长都不得分，也不能用钱购买机会。',
}
