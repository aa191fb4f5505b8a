/** A small draw for tests: four people in two groups, three prizes, two alternates. */
import { entryOf, type Frozen, secretHashOf, tokenOf } from './draw.ts'

export function smallDraw(): { frozen: Frozen; secret: string; salts: string[]; phones: string[] } {
  const secret = '5f'.repeat(32)
  const phones = ['13800138001', '13800138002', '13800138003', '13800138004', '13800138005', '13800138006']
  const salts = phones.map((_, i) => `${i}`.repeat(32))
  const entries = phones.map((phone, i) => entryOf(tokenOf(salts[i] as string, phone), i === 0 ? 2 : 1))
  return {
    secret,
    salts,
    phones,
    frozen: {
      draw: 'AAAAAAAAAAAAAAAAAAAAAA',
      contest: { slug: 'test', title: { zh: '试赛', en: 'Trial' } },
      kind: 'final',
      scope: '',
      repeats: null,
      number: { source: '福彩双色球第 2027049 期', at: '2027-05-01T21:30+08:00' },
      prizes: [
        { name: { zh: '一等奖', en: 'First prize' }, count: 1 },
        { name: { zh: '二等奖', en: 'Second prize' }, count: 2 },
      ],
      alternates: 2,
      secretHash: secretHashOf(secret),
      frozenAt: '2027-04-28T10:00+08:00',
      witnesses: ['渝中区公证处'],
      groups: [
        { name: '100', people: entries.slice(0, 3).sort() },
        { name: '95', people: entries.slice(3).sort() },
      ],
    },
  }
}
