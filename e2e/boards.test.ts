/** Boards as citizens meet them: people, districts, organisations; page by page, day by day, frozen and revealed. */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualRules } from '#core/contest/rules'
import { dayMs, dayOf, startOfDay } from '#core/day'
import type { WireAttempt } from '#core/wire'
import type { Runtime } from '#services/runtime'
import { openSessionOf } from '#services/session'
import { contestWith } from '#services/testing'
import { staffWith } from '#services/testing-staff'
import { complaintsOf, findings, openBrowser, phone, windowWith } from './browser.ts'
import { clientOf, signIn } from './client.ts'
import { crowd, type Finisher } from './crowd.ts'
import { press, reach, rewrite, write } from './keyboard.ts'
import { prepareData, type RunningSite, startSite } from './site.ts'

let site: RunningSite
let browser: Browser
let me: Page
let complaints: string[]
const tokens = { me: '', organizer: '' }

const opensAt = startOfDay(dayOf(Date.now())) - 2 * dayMs
const homes = ['yuzhong', 'liangjiang', 'nanan', 'wanzhou', 'youyang']
const people = 180
/** The longest names that may be given. */
const longName = '欧阳'.repeat(15)
const longHouse = '示例高新技术知识产权综合服务中心'.repeat(3).slice(0, 44)

/** Three days, five districts; the last of all is the reader. Several share a score and a time. */
const finisher = (i: number): Finisher => ({
  score: 100 - 5 * Math.floor((20 * i) / people),
  seconds: 60 + Math.floor((i % 9) / 2),
  at: opensAt + (i % 3) * dayMs + 60_000,
  region: homes[i % homes.length] as string,
  ...(i === 0 && { name: longName }),
  ...(i < 12 && { organisation: longHouse }),
  ...(i >= 12 && i < 16 && { organisation: '四人小组' }),
})

beforeAll(async () => {
  const data = await prepareData(async (rt: Runtime) => {
    const window = { opensAt, closesAt: opensAt + 9 * dayMs, publishedAt: opensAt - dayMs }
    const between = opensAt + dayMs
    const stages = [
      { id: 'first', name: { zh: '初赛', en: 'First round' }, opensAt, closesAt: between },
      { id: 'second', name: { zh: '复赛', en: 'Second round' }, opensAt: between, closesAt: window.closesAt },
    ]
    const rules = { calendar: { ...usualRules.calendar, stages } }
    const id = await contestWith(rt, { slug: 'crowd', rules, ...window })
    await contestWith(rt, { slug: 'nobody', ...window })
    const accounts = await crowd(
      rt,
      id,
      Array.from({ length: people }, (_, i) => finisher(i)),
    )
    tokens.me = await openSessionOf(rt, accounts.at(-1) as number)
    tokens.organizer = (await staffWith(rt, ['organizer'], { login: 'organizer' })).token
  })
  site = await startSite(data)
  browser = await openBrowser()
  me = await pageOf(tokens.me)
  complaints = complaintsOf(me)
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

async function pageOf(token: string, viewport = phone): Promise<Page> {
  return (await windowWith(browser, site.url, [['__Host-session', token]], { viewport })).newPage()
}

const board = '/zh/contests/crowd/standings'
const participants = async (): Promise<string | null> => {
  await me.goto(site.url + board)
  return me.getByText(/人参与$/).textContent()
}

describe('The board of people', () => {
  it('is masked, has one’s own row above it, and is narrowed to a stage, a day, a district', async () => {
    await me.goto(site.url + board)
    await me.getByText('您：第 180 名').waitFor()
    expect(await me.getByText(/^截至 /).count()).toBe(1)
    await me.getByRole('rowheader', { name: '欧*' }).waitFor()
    expect(await me.content()).not.toContain('欧阳')
    expect(await findings(me)).toEqual([])
    for (const [choice, n] of [
      ['初赛', 60],
      [/日/, 60],
    ] as const) {
      const label = me.getByLabel('范围')
      const name = await label.locator('option').filter({ hasText: choice }).first().textContent()
      await label.selectOption({ label: name ?? '' })
      await me.getByRole('button', { name: '查看' }).click()
      await me.getByText(`${n} 人参与`).waitFor()
    }
    await me.goto(`${site.url}${board}?region=youyang`)
    await me.getByText('您：第 36 名').waitFor()
    expect(await me.getByRole('heading', { level: 1 }).textContent()).toContain('酉阳')
  })

  it('is paged by keys, to the next, to any and to the last', async () => {
    await me.goto(site.url + board)
    const rank = () => me.locator('tbody td').first().textContent()
    expect(await rank()).toBe('1')
    await press(me, 'link', '下一页')
    await me.getByText('第 2 页，共 4 页').waitFor()
    // The fiftieth and the fifty-first share score and time with none or some: the rank is where the first of them stands.
    expect(Number(await rank())).toBeLessThanOrEqual(51)
    expect(Number(await rank())).toBeGreaterThan(40)
    await rewrite(me, 'page', '3')
    await me.keyboard.press('Enter')
    await me.getByText('第 3 页，共 4 页').waitFor()
    await press(me, 'link', '最后一页')
    await me.getByText('第 4 页，共 4 页').waitFor()
    expect(await me.locator('tbody tr').count()).toBe(30)
    expect(await findings(me)).toEqual([])
  })
})

describe('The board of districts', () => {
  it('is a diagram by keys, a table and a file that say the same, and replays the days', async () => {
    await me.goto(site.url + board)
    await press(me, 'link', '区县')
    await me.getByText('示意图，非地图', { exact: false }).first().waitFor()
    const tile = me.getByRole('link', { name: /^渝中 .*每万人参与人数/ })
    const value = / (\S+)（/.exec((await tile.getAttribute('aria-label')) ?? '')?.[1] ?? ''
    expect(Number(value)).toBeGreaterThan(0)
    await me.getByText('您的区县：酉阳', { exact: false }).waitFor({ state: 'attached' })
    const row = me.getByRole('row').filter({ has: me.getByRole('rowheader', { name: '渝中区' }) })
    // On a phone the likely range stands below its number, and the table needs no scrolling to the side.
    const cells = (await row.getByRole('cell').allInnerTexts()).flatMap(cell => cell.split('\n'))
    expect(cells).toEqual(expect.arrayContaining(['36', value, expect.stringMatching(/^[\d.]+ – [\d.]+$/)]))
    const hidden = await row.evaluate(({ parentElement }) => {
      const scrolling = parentElement?.closest('div')
      return (scrolling?.scrollWidth ?? 0) - (scrolling?.clientWidth ?? 0)
    })
    expect(hidden).toBe(0)
    const file = await me.request.get(
      new URL((await me.getByRole('link', { name: '下载表格（CSV）' }).getAttribute('href')) ?? '', site.url).href,
    )
    const line = (await file.text()).split('\r\n').find(one => one.includes('渝中区')) ?? ''
    expect(line.split(',')).toEqual(expect.arrayContaining(['36', value]))
    const shown = me.locator('output')
    const today = await shown.textContent()
    await reach(me, me.locator('#replay'))
    await me.keyboard.press('Home')
    expect(await shown.textContent()).not.toBe(today)
    const first = / (\S+)（/.exec((await tile.getAttribute('aria-label')) ?? '')?.[1] ?? ''
    expect(Number(first)).toBeLessThan(Number(value))
    expect(await findings(me)).toEqual([])
    await reach(me, tile)
    await me.keyboard.press('Enter')
    await me.waitForURL('**region=yuzhong*')
  })
})

describe('A board on which nobody is yet', () => {
  it('has nothing to filter, and leads to the contest', async () => {
    await me.goto(`${site.url}/zh/contests/nobody/standings`)
    await me.getByText('第一个名字，可以是您的').waitFor()
    expect(await me.getByRole('button', { name: '查看' }).count()).toBe(0)
    expect(await findings(me)).toEqual([])
    await press(me, 'link', '去参加竞赛')
    await me.waitForURL('**/zh/contests/nobody')
  })
})

describe('The board of organisations', () => {
  it('lists those of five and more, with a long name inside a narrow screen', async () => {
    await me.goto(site.url + board)
    await press(me, 'link', '单位')
    await me.getByRole('rowheader', { name: longHouse }).waitFor()
    expect(await me.getByText('四人小组').count()).toBe(0)
    const { wide, width } = await me.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }))
    expect(wide).toBeLessThanOrEqual(width)
    expect(await findings(me)).toEqual([])
  })
})

describe('A ceremony', () => {
  it('freezes the boards with a reason, holds what comes, and reveals all of it in one act', async () => {
    const organizer = await pageOf(tokens.organizer, { width: 1280, height: 800 })
    await organizer.goto(`${site.url}/zh/staff/contests/crowd`)
    await write(organizer, 'board-reason', '颁奖典礼上揭晓')
    await press(organizer, 'button', '现在封榜')
    await organizer.getByRole('button', { name: '揭榜' }).waitFor()
    expect(await participants()).toBe('180 人参与')
    await me.getByText('已封榜').waitFor()
    expect(await findings(me)).toEqual([])
    const late = clientOf(site.url)
    await signIn(late, '13800137001', 'yuzhong')
    const started = await late.send('POST', '/api/v1/contests/crowd/attempts', {})
    expect(started.text).toContain('"paper"')
    const { attempt } = started.body as WireAttempt
    await late.send('POST', `/api/v1/attempts/${attempt.id}/finish`, {})
    const lateWindow = await windowWith(browser, site.url, late.cookies)
    const result = await lateWindow.newPage()
    await result.goto(`${site.url}/zh/attempts/${attempt.id}/result`)
    await result.getByText('名次等揭榜时一起公布').waitFor()
    expect(await participants()).toBe('180 人参与')
    await write(organizer, 'board-reason', '现在揭榜')
    await press(organizer, 'button', '揭榜')
    await organizer.getByRole('button', { name: '现在封榜' }).waitFor()
    expect(await participants()).toBe('181 人参与')
    expect(await me.getByText('已封榜').count()).toBe(0)
    await result.reload()
    await result.getByText('第 181 名，共 181 人').waitFor()
  })

  it('leaves the ranks of districts out where the organizer says so, on the front page too', async () => {
    const organizer = await pageOf(tokens.organizer, { width: 1280, height: 800 })
    await organizer.goto(`${site.url}/zh/staff/contests/crowd`)
    await write(organizer, 'board-reason', '各区县一起参加')
    await press(organizer, 'button', '区县不排名次')
    await organizer.getByRole('button', { name: '恢复区县名次' }).waitFor()
    await me.goto(`${site.url}${board}?by=region`)
    await me.getByText('不给区县排名次', { exact: false }).waitFor()
    await me.goto(`${site.url}/zh`)
    await me.getByText('这里现在不列区县名次', { exact: false }).waitFor()
    expect(complaints).toEqual([])
  })
})
