/** From the frozen list to the claimed prize, in browsers: two organizers, one winner, and anybody who checks. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { momentOf } from '#core/contest/moment'
import { dayMs } from '#core/day'
import type { DrawRule } from '#core/prize/qualify'
import { entrant } from '#services/prize-testing'
import type { Runtime } from '#services/runtime'
import { openSessionOf } from '#services/session'
import { contestWith, noon, type TestSite } from '#services/testing'
import { staffWith } from '#services/testing-staff'
import { codeFor, complaintsOf, findings, openBrowser, phone, windowWith } from './browser.ts'
import { prepareData, type RunningSite, startSite } from './site.ts'

let site: RunningSite
let browser: Browser
let zhao: Page
let qian: Page
let complaints: string[]
const staff: Record<string, string> = {}
let winner = ''

const text = (zh: string) => ({ zh, en: zh })
const lucky: DrawRule = {
  ...{ id: 'lucky', name: text('幸运奖'), when: 'final', oneIn: null, qualify: { by: 'finished' } },
  ...{ chances: { by: 'person' }, fallBackTo: null, excludeEarlier: true, alternates: 0, witnesses: [] },
  tiers: [{ id: 'lucky', name: text('幸运奖'), count: 1, prize: text('保温杯'), value: 0 }],
}
const number = '13800131001'

/** A contest that ended yesterday, with the one person in it who will win. */
async function endedContest(rt: Runtime): Promise<void> {
  const now = Date.now()
  const rules = {
    ...{ awards: { tiers: [] }, draws: [lucky] },
    identity: { name: { need: 'required' as const, at: 'claim' as const } },
  }
  const window = { opensAt: now - 3 * dayMs, closesAt: now - dayMs, publishedAt: now - 4 * dayMs }
  const id = await contestWith(rt, { slug: 'drawn', rules, ...window })
  const given = { phone: number, score: 100, name: '张三丰', at: now - 2 * dayMs - noon }
  winner = await openSessionOf(rt, await entrant({ rt: rt as TestSite['rt'] }, id, given))
  for (const login of ['zhao', 'qian']) staff[login] = (await staffWith(rt, ['organizer'], { login })).token
}

const staffPage = async (login: string): Promise<Page> => {
  const cookies: [string, string][] = [['__Host-session', staff[login] ?? '']]
  const page = await (
    await windowWith(browser, site.url, cookies, { viewport: { width: 1280, height: 800 } })
  ).newPage()
  await page.goto(`${site.url}/zh/staff/contests/drawn/prizes`)
  return page
}

beforeAll(async () => {
  site = await startSite(await prepareData(endedContest))
  browser = await openBrowser()
  zhao = await staffPage('zhao')
  complaints = complaintsOf(zhao)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** The second person sees what waits, says what was checked, and approves. */
async function approve(): Promise<void> {
  qian ??= await staffPage('qian')
  await qian.reload()
  expect(await findings(qian)).toEqual([])
  await qian.getByLabel('复核意见').fill('已对照公告')
  await qian.getByRole('button', { name: '同意', exact: true }).click()
  await qian.getByRole('heading', { name: '等待另一个人复核' }).waitFor({ state: 'detached' })
  await zhao.reload()
}

it('The list is frozen by two people', async () => {
  await zhao.getByLabel('用哪个公开号码开奖').fill('福彩双色球第 2026136 期')
  await zhao.getByRole('button', { name: '提请封存名单' }).click()
  await zhao.getByText('请填写号码公布的时间').first().waitFor()
  await zhao.getByLabel('号码公布的时间').fill(momentOf(Date.now() + dayMs))
  await zhao.getByRole('button', { name: '提请封存名单' }).click()
  await zhao.getByText('您自己提请的事').waitFor()
  expect(await findings(zhao)).toEqual([])
  await approve()
  await zhao.getByText('已封存，待开奖').waitFor()
})

let drawPath = ''
let commitment = ''
it('Anybody checks it in the browser, and compares it with what they noted', async () => {
  const page = await (await browser.newContext({ viewport: phone, locale: 'zh-CN' })).newPage()
  await page.goto(`${site.url}/zh/contests/drawn/winners`)
  await page.getByRole('link', { name: '幸运奖' }).click()
  await page.waitForURL(/\/draws\//)
  drawPath = new URL(page.url()).pathname
  commitment = (await page.locator('code').first().textContent()) ?? ''
  await page.getByLabel('开奖前抄下的封存值').fill(commitment)
  await page.getByRole('button', { name: '在本机验证' }).click()
  await page.getByText('验证通过').waitFor()
  await page.getByText('与您抄下的封存值一致').waitFor()
  expect(await page.getByText('开奖后才能检查').count()).toBe(2)
  expect(await findings(page)).toEqual([])
  await page.context().close()
})

it('After the announcement the number is entered by one, compared by another, and the draw is made', async () => {
  // The announcement is due: the test moves the date, production has no such switch.
  const database = new Database(join(site.dataDir, 'contest.sqlite'))
  database.prepare('UPDATE draws SET numberAt = ?').run(Date.now() - 1000)
  database.close()
  await zhao.reload()
  await zhao.getByLabel('公布的号码').fill('03 08 11 19 24 30 + 07')
  await zhao.getByRole('button', { name: '提请开奖' }).click()
  await zhao.getByText('号码：03 08 11 19 24 30 07').waitFor()
  await approve()
  await zhao.getByText('已开奖').waitFor()
})

it('Two people publish, and the list stands under the seal, masked', async () => {
  await zhao.getByRole('button', { name: '提请公示' }).click()
  await zhao.getByText('您自己提请的事').waitFor()
  await approve()
  const page = await (await browser.newContext({ viewport: phone, locale: 'zh-CN' })).newPage()
  await page.goto(`${site.url}/zh/contests/drawn/winners`)
  await page.getByRole('rowheader', { name: '张**' }).waitFor()
  await page.getByText('138****1001').waitFor()
  expect(await page.content()).not.toMatch(/张三丰|13800131001/)
  expect(await findings(page)).toEqual([])
  await page.context().close()
})

it('The winner finds themselves in the draw and claims with a code', async () => {
  const context = await windowWith(browser, site.url, [['__Host-session', winner]])
  const page = await context.newPage()
  await page.goto(`${site.url}${drawPath}`)
  await expect.poll(() => page.getByLabel('凭据').inputValue()).toMatch(/^[0-9a-f]{32}$/)
  await page.getByLabel('手机号').fill(number)
  await page.getByRole('button', { name: '查一查' }).click()
  await page.getByText('您中奖了，次序第 1').waitFor()
  await page.goto(`${site.url}/zh/me/prizes`)
  expect(await findings(page)).toEqual([])
  await page.getByRole('link', { name: '去领取' }).click()
  await page.getByRole('button', { name: '确认领取' }).click()
  await page.getByText('有 3 处需要改正').waitFor()
  await expect
    .poll(
      async () => {
        // One code a minute goes to a number, and preparing this journey has just used one.
        const send = page.getByRole('button', { name: '发送验证码' })
        if (await send.isVisible()) await send.click()
        return page.getByText('验证码已发到您登录用的手机').isVisible()
      },
      { timeout: 90_000, interval: 5000 },
    )
    .toBe(true)
  await page.getByLabel('验证码', { exact: true }).fill(await codeFor(site.url, number))
  await page.getByLabel('真实姓名').fill('张三丰')
  await page.getByLabel('我同意组织者').check()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: '确认领取' }).click()
  await page.getByText('您已在').waitFor()
  await context.close()
})

/** On a phone the sheet is read, nothing scrolls sideways; on paper it is signed, and no wider than A4 with its margins. */
async function printsAndFits(sheet: Page): Promise<void> {
  const sideways = () =>
    sheet.evaluate(() =>
      [...document.querySelectorAll('main, main *')]
        .filter(one => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'auto')
        .map(one => one.outerHTML.slice(0, 80)),
    )
  const signature = sheet.getByRole('columnheader', { name: '签字' })
  for (const width of [320, 390]) {
    await sheet.setViewportSize({ width, height: 844 })
    expect(await sideways()).toEqual([])
    expect(await signature.isVisible()).toBe(false)
    expect(await findings(sheet)).toEqual([])
  }
  // A4 at 96 dots an inch, less a centimetre and a half on each side.
  await sheet.setViewportSize({ width: 680, height: 1000 })
  await sheet.emulateMedia({ media: 'print' })
  expect(await sideways()).toEqual([])
  expect(await signature.isVisible()).toBe(true)
  await sheet.emulateMedia({ media: 'screen' })
}

it('At the desk the claim is opened on the record', async () => {
  await zhao.goto(`${site.url}/zh/staff/contests/drawn/prizes/desk`)
  await zhao.getByRole('button', { name: '查看领奖信息' }).click()
  await zhao.getByText('张三丰').waitFor()
  expect(await findings(zhao)).toEqual([])
  await zhao.getByRole('link', { name: '打印签领表' }).click()
  await zhao.getByRole('heading', { name: '奖品签领表' }).waitFor()
  expect(await zhao.content()).not.toContain('张三丰')
  await printsAndFits(zhao)
  expect(complaints).toEqual([])
})
