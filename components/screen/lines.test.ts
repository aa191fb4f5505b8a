import { expect, it } from 'vitest'
import { linesOf } from './lines.ts'

it.each([
  ['Yubei', ['Yubei']],
  ["Nan'an", ["Nan'an"]],
  ['Wushan', ['Wu-', 'shan']],
  ['Shapingba', ['Sha-', 'pingba']],
  ['Jiulongpo', ['Jiu-', 'longpo']],
  ['Liangjiang', ['Liang-', 'jiang']],
  ['Changshou', ['Chang-', 'shou']],
  ['Nanchuan', ['Nan-', 'chuan']],
  ['Dianjiang', ['Dian-', 'jiang']],
  ['Yunyang', ['Yun-', 'yang']],
  ['Dadukou', ['Da-', 'dukou']],
  ['Bghstrmp', ['Bghstrmp']],
])('%s is written in lines of about the same length', (name, lines) => {
  expect(linesOf(name)).toEqual(lines)
})
