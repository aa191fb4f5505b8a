import type { Messages } from '../zh.ts'

export const share: Messages['share'] = {
  of: maximum => `of ${maximum}`,
  scan: 'Scan and try it',
  invite: 'How much IP is in one hotpot?',
  title: 'Share your result',
  why: 'Makes a picture for your friends. It shows the nickname that you write here, your score and your district; never your name or phone number.',
  nickname: 'Nickname (optional)',
  nicknameHint: 'At most 12 characters. Please do not write your real name or phone number.',
  district: 'Show my district',
  make: 'Make the picture',
  making: 'Making it…',
  hold: 'Press and hold the picture to save it or send it on.',
  save: 'Save the picture',
  alt: 'Picture of a result: {contest}, {score} points',
}
