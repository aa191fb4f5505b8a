import type { ContestRules } from '#core/contest/rules'

type Limits = Pick<ContestRules['attempts'], 'total' | 'perDay' | 'perWeek' | 'perStage'>

export const contest = {
  answerKey: '参考答案',
  keyBefore: '上一页',
  keyPage: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
  keyAfter: '下一页',
  back: '全部竞赛',
  /** Two to four hanzi in the seal. */
  sealOpen: '正在开放',
  phase: { draft: '草稿', announced: '即将开始', open: '正在开放', closed: '已结束' },
  sample: '示例数据',
  sampleWhy: '这场竞赛的参与者和成绩都是虚构的，用来展示榜单。',
  facts: '竞赛概况',
  time: '作答时间',
  questions: '题目',
  /** @param points of each question, null where kinds differ */
  questionsOf: (n: number, points: number | null, maximum: number) =>
    points === null ? `${n} 题，满分 ${maximum} 分` : `${n} 题，每题 ${points} 分，满分 ${maximum} 分`,
  attempts: '次数',
  attemptsOf: ({ total, perDay, perWeek, perStage }: Limits) =>
    [
      total === null ? [] : `每人 ${total} 次`,
      perStage === null ? [] : `每阶段 ${perStage} 次`,
      perWeek === null ? [] : `每周 ${perWeek} 次`,
      perDay === null ? [] : `每天 ${perDay} 次`,
    ]
      .flat()
      .join('，') || '不限次数',
  when: '开放时间',
  until: '至',
  participants: '已参与',
  people: (n: string) => `${n} 人`,

  who: '谁能参加',
  whoSignIn: '用手机号登录，选择您的区县，即可代表它答题。',
  whoFixed: '第一次作答后，您在本场竞赛中代表的区县不再更改。',
  how: '怎样作答',
  howSave: '每选一次就保存一次。刷新、断网、换设备，都能接着答；没联网时，答案先存在本机。',
  howBack: '可以回头修改、标记题目，交卷前再检查一遍。交卷后不能更改。',
  howKeys: '用键盘也能答完：字母或数字选择，回车到下一题，按 ? 查看全部按键。',
  howEase: '需要大字、高对比或深色，在页面顶部打开；计时数字可以隐藏。想不限时学习，请看知识手册。',
  handbook: '打开知识手册',

  counts: '怎样计分',
  prizes: '有什么奖',
  privacy: '个人信息',
  privacyText: '手机号只用于登录，加密保存。榜单上不出现手机号；不同意署名时显示为“匿名”，同意时只显示姓氏。',
  privacyMore: '隐私说明',
  practise: '先练一练',
  boards: '看榜单',
  boardsOpen: '看目前的榜单',

  opensSoon: (when: string) => `${when} 开始。`,
  closed: (when: string) => `已于 ${when} 结束。`,

  /** Goes to the browser: strings only. */
  start: {
    start: '开始答题',
    time: '限时 {time}，按下即开始计时',
    starting: '正在抽题……',
    resume: '继续作答',
    again: '再答一次',
    result: '看我的成绩',
    score: '您的成绩：{score} / {maximum}',
    scoreLater: '您已交卷，成绩在竞赛结束后公布。',
    nextAt: '{when} 起可以再答。',
    outside: {
      'region-outside': '本场竞赛只面向部分区县，您的区县不在其中。',
      'organisation-outside': '本场竞赛只面向部分单位，您的单位不在其中。',
      'not-invited': '本场竞赛只面向受邀的人，您的手机号不在名单里。',
      'entered-before': '您用这个手机号参加过本场竞赛，之后注销了账号，本场不能再答。',
      'not-qualified': '本阶段只有晋级者可以参加。',
    },
    usedUp: '您已答完本场竞赛。',
    chooseRegion: '先选择您的区县',
    asRegion: '代表{region}参赛',
    change: '更改',
    offline: '网络没有连上，请检查后再按一次。',
    failed: '没有开始成功，请再按一次。',
  },
}
