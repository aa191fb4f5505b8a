/** Last year's contest again: copied, edited, published by two, and put on a poster that leads to it. */
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright'
import sharp from 'sharp'
import { encode } from 'uqr'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { momentOf } from '#core/contest/moment'
import { dayMs } from '#core/day'
import type { Runtime } from '#services/runtime'
import { contestWith } from '#services/testing'
import { staffWith } from '#services/testing-staff'
import { complaintsOf, findings, openBrowser, windowWith } from './browser.ts'
import { type Client, clientOf } from './client.ts'
import { press, reach, rewrite, write } from './keyboard.ts'
import { prepareData, type RunningSite, startSite } from './site.ts'

let site: RunningSite
let browser: Browser
let chen: Page
let complaints: string[]
const tokens = { chen: '', zhou: '' }
/** Nine days long, a year ago, to the minute: what a field of the browser can hold. */
const minute = 60_000
const opened = Math.floor(Date.now() / minute) * minute - 365 * dayMs
const opens = Math.floor(Date.now() / minute) * minute + 3 * dayMs

async function lastYear(rt: Runtime): Promise<void> {
  const stage = { id: 'only', name: { zh: '初赛', en: 'Heat' }, opensAt: opened, closesAt: opened + 9 * dayMs }
  const window = { opensAt: opened, closesAt: opened + 9 * dayMs, publishedAt: opened - dayMs }
  await contestWith(rt, { slug: 'last-year', rules: { calendar: { stages: [stage] } }, ...window })
  tokens.chen = (await staffWith(rt, ['organizer'], { login: 'chen', name: '陈静' })).token
  tokens.zhou = (await staffWith(rt, ['organizer'], { login: 'zhou', name: '周敏' })).token
}

beforeAll(async () => {
  site = await startSite(await prepareData(lastYear))
  browser = await openBrowser()
  chen = await desk('chen')
  complaints = complaintsOf(chen)
  chen.on('dialog', dialog => void dialog.accept())
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

async function desk(who: keyof typeof tokens): Promise<Page> {
  const cookies: [string, string][] = [['__Host-session', tokens[who]]]
  return (await windowWith(browser, site.url, cookies, { viewport: { width: 1280, height: 800 } })).newPage()
}

function staff(): Client {
  const client = clientOf(site.url)
  client.cookies.set('__Host-session', tokens.chen)
  return client
}
interface Kept {
  title: { zh: string }
  opensAt: number
  closesAt: number
  publishedAt: number | null
  rules: { calendar: { stages: { opensAt: number; closesAt: number }[] } }
}
const kept = async (slug: string) => (await staff().send('GET', `/api/v1/staff/contests/${slug}`)).body as Kept

let before: Kept
it('An organizer copies last year’s contest: every date moves along, and the old one stays as it was', async () => {
  before = await kept('last-year')
  await chen.goto(`${site.url}/zh/staff/contests/new`)
  await write(chen, 'title', '又一年')
  await write(chen, 'slug', 'this-year')
  await reach(chen, chen.locator('#opensAt'))
  await chen.locator('#opensAt').fill(momentOf(opens))
  await chen.getByRole('radio', { name: '沿用：试赛' }).check()
  expect(await findings(chen)).toEqual([])
  await press(chen, 'button', '新建，去设置')
  await chen.waitForURL('**/this-year/set-up/what')
  expect(await chen.locator('#opensAt').inputValue()).toBe(momentOf(opens))
  expect(await chen.locator('#closesAt').inputValue()).toBe(momentOf(opens + 9 * dayMs))
  const copy = await kept('this-year')
  const moved = { opensAt: opens, closesAt: opens + 9 * dayMs }
  expect(copy).toMatchObject({ ...moved, publishedAt: null, title: { zh: '又一年' } })
  expect(copy.rules.calendar.stages).toMatchObject([moved])
  expect(await kept('last-year')).toEqual(before)
})

it('edits the copy, which nobody else sees and which changes nothing of the old one', async () => {
  await rewrite(chen, 'title-zh', '知识产权竞赛，又一年')
  await press(chen, 'button', '保存，下一步')
  await chen.waitForURL('**/this-year/set-up/who')
  expect((await kept('this-year')).title.zh).toBe('知识产权竞赛，又一年')
  expect(await kept('last-year')).toEqual(before)
  expect((await clientOf(site.url).send('GET', '/zh/contests/this-year')).status).toBe(404)
})

it('has it published by somebody else, who reads its title', async () => {
  await chen.goto(`${site.url}/zh/staff/contests/this-year`)
  await press(chen, 'button', '提请发布')
  await chen.getByText('已提请发布，等待另一个人复核').waitFor()
  const zhou = await desk('zhou')
  await zhou.goto(`${site.url}/en/staff/approvals`)
  await zhou.getByText('Publish the contest “').waitFor()
  await zhou.goto(`${site.url}/zh/staff/approvals`)
  await zhou.getByText('发布竞赛“知识产权竞赛，又一年”').waitFor()
  await press(zhou, 'button', /^同意$/)
  await zhou.getByText('没有等待复核的事').waitFor()
  await zhou.context().close()
  expect((await clientOf(site.url).send('GET', '/zh/contests/this-year')).text).toContain('知识产权竞赛，又一年')
  expect(await kept('last-year')).toEqual(before)
})

it.each([
  ['zh', '海报（PNG）', '海报（PDF，A4）'],
  ['en', 'Poster (PNG)', 'Poster (PDF, A4)'],
])('takes the poster along (%s): a picture and a page, whose code leads to the contest', async (locale, png, pdf) => {
  await chen.goto(`${site.url}/${locale}/staff/contests/this-year`)
  const picture = await downloaded(png)
  expect(picture.name).toBe('poster-this-year.png')
  expect(await sharp(picture.bytes).metadata()).toMatchObject({ format: 'png', width: 2480, height: 3507 })
  expect(await codeIn(picture.bytes, `${site.url}/${locale}/contests/this-year`)).toBe(true)
  expect(await codeIn(picture.bytes, `${site.url}/${locale}/contests/last-year`)).toBe(false)
  const page = await downloaded(pdf)
  expect(page.name).toBe('poster-this-year.pdf')
  const text = page.bytes.toString('latin1')
  expect(text).toMatch(/^%PDF-1\.\d[\s\S]*%%EOF\s*$/)
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1)
  expect(text).toContain('/MediaBox [0 0 595.28 841.89]')
  expect(complaints).toEqual([])
})

async function downloaded(name: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([chen.waitForEvent('download'), press(chen, 'link', name)])
  const bytes = await readFile(await download.path())
  return { name: download.suggestedFilename(), bytes }
}

/**
 * Whether a picture holds the QR code of an address: its black and white squares, wherever they stand. The code is the
 * largest thing in pure black on pure white.
 */
async function codeIn(picture: Buffer, address: string): Promise<boolean> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true })
  const black = (x: number, y: number) => (data[Math.round(y) * info.width + Math.round(x)] ?? 255) < 16
  const { size, data: modules } = encode(address, { ecc: 'M', border: 0 })
  const { left, top, side } = finders(info.width, info.height, black)
  const step = side / size
  return modules.every((row, y) =>
    row.every((dark, x) => dark === black(left + (x + 0.5) * step, top + (y + 0.5) * step)),
  )
}

/** What pure black spans: letters and lines of the poster are of a softer ink. */
function finders(width: number, height: number, black: (x: number, y: number) => boolean) {
  const span = { left: width, top: height, right: 0 }
  for (let y = 0; y < height; y += 2)
    for (let x = 0; x < width; x += 2)
      if (black(x, y)) {
        span.left = Math.min(span.left, x)
        span.right = Math.max(span.right, x + 2)
        span.top = Math.min(span.top, y)
      }
  return { left: span.left, top: span.top, side: span.right - span.left }
}
