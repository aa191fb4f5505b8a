import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { staffWith } from '#services/testing-staff'
import { complaintsOf, findings, openBrowser, windowWith } from './browser.ts'
import { prepareData, type RunningSite, startSite } from './site.ts'

let site: RunningSite
let browser: Browser
let page: Page
let complaints: string[]
let token = ''

beforeAll(async () => {
  const data = await prepareData(async rt => {
    token = (await staffWith(rt, ['organizer'], { login: 'chen', name: '陈静' })).token
  })
  site = await startSite(data)
  browser = await openBrowser()
  const cookies: [string, string][] = [['__Host-session', token]]
  page = await (await windowWith(browser, site.url, cookies, { viewport: { width: 1280, height: 800 } })).newPage()
  complaints = complaintsOf(page)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

const open = (path: string) => page.goto(site.url + path)
const button = (name: string) => page.getByRole('button', { name })
const well = async () => expect(await findings(page)).toEqual([])
const board = async () => {
  const answer = await fetch(`${site.url}/api/v1/contests/chongqing-2021/standings?by=person&limit=50`)
  return (await answer.json()) as { rows: unknown[] }
}

let before: { rows: unknown[] }

it('An organizer sees what answers say of each question', async () => {
  await open('/zh/staff/contests/chongqing-2021')
  await page.getByRole('link', { name: '题目统计与改判' }).click()
  await button('现在更新').click()
  await page.getByText('KR-20').first().waitFor()
  await page.getByRole('link', { name: '得分率', exact: true }).click()
  await page.waitForURL('**/statistics?sort=facility')
  const shares = await page.locator('tbody tr td:nth-child(4)').allTextContents()
  const numbers = shares.map(Number.parseFloat)
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  expect(numbers.length).toBeGreaterThan(100)
  await well()
})

it('sees who would move before anything changes, and cannot confirm without a reason', async () => {
  before = await board()
  await page.getByRole('link', { name: /^改判/ }).first().click()
  await page.getByRole('heading', { name: '改判一道题' }).waitFor()
  await page.getByLabel('再算几种答案对').check()
  await button('看看影响').click()
  await page.getByText('请选好还要算对的答案').first().waitFor()
  await well()
  await page.getByLabel('给分', { exact: false }).first().check()
  await button('看看影响').click()
  await page.getByRole('heading', { name: '如果这样改判' }).waitFor()
  await page.getByText('名次变化最大的人').waitFor()
  await well()
  expect((await board()).rows).toEqual(before.rows)
  await button('确认改判').click()
  await page.getByText('请写明理由').first().waitFor()
})

it('confirms it; scores follow, and the correction stands on the contest’s page', async () => {
  await page.getByLabel('理由').fill('专家组复核，两个选项都说得通')
  await page.getByLabel('更正说明', { exact: true }).fill('一道题的表述有歧义，见到它的参赛者都得分。')
  await button('确认改判').click()
  await page.waitForURL('**/statistics#regrades')
  await page.getByText('生效中').waitFor()
  await page.getByText('撤回这次改判').first().waitFor()
  await well()
  expect((await board()).rows).not.toEqual(before.rows)
  await open('/zh/contests/chongqing-2021')
  await page.getByText('一道题的表述有歧义').waitFor()
  await well()
})

it('takes it back, and everything is as it was', async () => {
  await open('/zh/staff/contests/chongqing-2021/statistics')
  await page.getByText('撤回这次改判').first().click()
  await page.getByLabel('撤回的理由').fill('复核后认为原答案没有问题')
  await button('撤回这次改判').click()
  await page.getByText('已撤回').first().waitFor()
  await expect.poll(async () => (await board()).rows, { timeout: 15_000 }).toEqual(before.rows)
  await open('/en/contests/chongqing-2021')
  await page.getByText('This correction was taken back').waitFor()
  // What was refused on purpose: a regrade without an answer chosen, and one without a reason.
  const onPurpose = /status of (409.*\/regrades\/preview|422.*\/regrades)\?/
  expect(complaints.filter(complaint => !onPurpose.test(complaint))).toEqual([])
})
