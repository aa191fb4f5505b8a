/** The picture of a result: the person's own, with a nickname that is none of their names; letters without any font of the machine. */
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setName } from '#db/account'
import { finishAttempt, startAttempt } from './attempt.ts'
import { letters, widthOf } from './drawing/letters.ts'
import { linkSheet, resultSheet } from './drawing/share.ts'
import { qrCode } from './qr.ts'
import type { SignedIn } from './session.ts'
import { sharePicture } from './share.ts'
import { anotherDevice, citizen, contestWith, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let who: SignedIn
let attempt: string
const place = { locale: 'zh' as const, origin: 'https://contest.example' }

beforeEach(async () => {
  site = await openTestSite()
  await contestWith(site.rt)
  who = (await citizen(site.rt, '13800138000')).who
  await site.rt.storage.atomically(tx => setName(tx, who.account.id, '张小明', true))
  who = (await anotherDevice(site.rt, who.account.id)).who
  const started = await startAttempt(site.rt, who, 'test', 'zh')
  if (!started.ok) throw new Error(started.refusal)
  attempt = started.value.attempt.id
})
afterEach(() => site.close())

describe('A picture of a result', () => {
  it('is a PNG of 900 × 1200, once the paper is handed in, and only for its own person', async () => {
    const wish = { nickname: '山城小辣椒', district: true }
    expect(await sharePicture(site.rt, who, attempt, wish, place)).toMatchObject({ refusal: 'attempt-unfinished' })
    await finishAttempt(site.rt, who, attempt)
    const made = await sharePicture(site.rt, who, attempt, wish, place)
    if (!made.ok) throw new Error(made.refusal)
    expect(await sharp(made.value).metadata()).toMatchObject({ format: 'png', width: 900, height: 1200 })
    const other = (await citizen(site.rt, '13900139000')).who
    expect(await sharePicture(site.rt, other, attempt, wish, place)).toMatchObject({ refusal: 'not-found' })
  })

  it.each([
    ...['张小明', '我是张 小·明', '13800138000', '1380 013 8000', '一二三四五六七八九十十一三'],
    ...['张\u200b小明', '张\u0301小明', '\u202e椒辣小', '1380\u2060138000', '١٣٨٠٠١٣٨', '一三八〇〇一三八'],
  ])('is refused with %s on it', async nickname => {
    await finishAttempt(site.rt, who, attempt)
    const refused = await sharePicture(site.rt, who, attempt, { nickname, district: false }, place)
    expect(refused).toMatchObject({ refusal: 'nickname-unfit' })
  })

  it('holds neither name nor phone, and the nickname and the district only when asked for', () => {
    const base = {
      locale: 'zh' as const,
      contest: '试赛',
      score: 95,
      maximum: 100,
      href: 'https://a.example/zh/contests/test',
    }
    const bare = resultSheet({ ...base, nickname: null, district: null })
    expect(resultSheet({ ...base, nickname: '小辣椒', district: null })).not.toBe(bare)
    expect(resultSheet({ ...base, nickname: null, district: '渝中区' })).not.toBe(bare)
    // Outlines only: no letter is left to a font of the machine.
    for (const svg of [bare, linkSheet()]) expect(svg).not.toMatch(/<text|font-family|<image|href=/)
  })
})

describe('Letters', () => {
  it('are outlines, grow smaller where there is little room, and are a box when the fonts lack them', () => {
    const at = { x: 0, y: 0, size: 40 }
    expect(letters('重庆', at).match(/<path/g)).toHaveLength(2)
    expect(widthOf('重庆', 40)).toBeCloseTo(80)
    expect(letters('重庆重庆', { ...at, most: 80 })).toContain('scale(0.02 -0.02)')
    expect(letters('𠀀', at)).toBe(letters('□', at))
    expect(letters('<script>&"', at)).not.toContain('script')
  })

  it('and codes keep a quiet zone of four modules', () => {
    const { size, path } = qrCode('https://contest.example/zh/contests/test')
    const at = [...path.matchAll(/M(\d+) (\d+)h/g)].flatMap(([, x, y]) => [Number(x), Number(y)])
    expect(Math.min(...at)).toBe(4)
    expect(Math.max(...at)).toBe(size - 5)
  })
})
