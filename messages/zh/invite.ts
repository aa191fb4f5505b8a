/** The list of those who may enter a contest by invitation. Goes to the browser: strings only. */
export const invite = {
  title: '受邀名单',
  now: '名单上现有 {n} 个手机号。',
  phones: '手机号',
  phonesHint: '每行一个，也可以用逗号隔开；一次最多约 4000 个。保存后只用于核对，任何人都读不出来。',
  replace: '用这些号码替换原来的名单',
  save: '加入名单',
  unreadable: '名单没有改动。这些不是手机号，请改正后再试：{lines}',
  join: '、',
}
