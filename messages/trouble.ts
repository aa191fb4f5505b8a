/** Words of the pages that must work when nothing else does: in the browser too, so they stand apart from the dictionaries. */
export const missing = {
  zh: {
    title: '没有这一页',
    body: '地址可能写错了，或者这一页已经不在了。',
    home: '回首页',
    ways: [
      ['/contests', '全部竞赛'],
      ['/handbook', '知识手册'],
    ],
  },
  en: {
    title: 'There is no such page',
    body: 'The address may be wrong, or the page is gone.',
    home: 'To the home page',
    ways: [
      ['/contests', 'All contests'],
      ['/handbook', 'Handbook'],
    ],
  },
} as const

export const broken = {
  zh: { title: '这一页出了问题', body: '我们已有记录。请稍后刷新再试；已保存的答案不会丢。', home: '回首页' },
  en: {
    title: 'Something went wrong here',
    body: 'It has been recorded. Please reload in a while; answers that were saved are not lost.',
    home: 'To the home page',
  },
}
