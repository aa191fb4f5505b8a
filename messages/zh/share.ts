/** Sharing one's result as a picture. */
export const share = {
  of: (maximum: number) => `满分${maximum}`,
  scan: '扫码也来答题',
  invite: '一顿火锅里，有多少知识产权？',
  title: '分享成绩',
  why: '生成一张图片，发给朋友。图上只有您在这里写的昵称、分数和区县，没有姓名和电话。',
  nickname: '昵称（可以不写）',
  nicknameHint: '最多 12 个字。请不要写真实姓名或电话。',
  district: '写上我的区县',
  make: '生成图片',
  making: '正在生成…',
  hold: '长按图片，可以保存或发送给朋友。',
  save: '保存图片',
  alt: '成绩图片：{contest}，{score} 分',
}
