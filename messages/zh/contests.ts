export const contests = {
  title: '竞赛',
  lead: '每个人都能参加。想先练练，就翻翻知识手册。',
  announced: '即将开始',
  open: '正在开放',
  closed: '已结束',
  window: (from: string, to: string) => `${from} 至 ${to}`,
  facts: (questions: number, limit: string) => `${questions} 道题，限时 ${limit}`,
  participants: (n: string) => `${n} 人参加`,
  board: '榜单',
  none: '还没有公布竞赛。公布后会出现在这里。',
  sample: '示例数据：参加者是虚构的',
}
