/** Staff: the phone they play with themselves. */
export const ownPhone = {
  title: '我的参赛手机',
  taskWhy: '自己也参赛的，登记参赛手机号：成绩照常，不参与评奖和抽奖',
  lead: '工作人员和出题人可以参赛，不能获奖。请登记您参赛用的手机号：成绩和排名照常，评奖和抽奖时自动排除。组织者只看到您登记过，看不到号码。',
  line: (phone: string, when: string) => `${phone}，${when} 登记`,
  phone: '参赛手机号',
  send: '获取验证码',
  sent: '验证码已发出，5 分钟内有效。',
  code: '验证码',
  codeHint: '发到这部手机的 6 位数，证明是您本人的。',
  codeNeeded: '请填写发到这部手机的 6 位数。',
  state: '登记',
  working: '正在办理…',
  removal: '号码不再是您的，请联系另一位组织者撤销登记。',
}
