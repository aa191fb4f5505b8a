import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshFor } from '#core/account/factor'
import { momentOf } from '#core/contest/moment'
import { dayMs } from '#core/day'
import type { WireAttempt } from '#core/wire'
import type { SetView } from '#services/question'
import type { Runtime } from '#services/runtime'
import { readXlsx } from '#services/sheet/xlsx'
import { staffSession, staffWith } from '#services/testing-staff'
import { complaintsOf, findings, openBrowser, phone, windowWith } from './browser.ts'
import { clientOf, signIn } from './client.ts'
import { prepareData, type RunningSite, startSite } from './site.ts'
import { appOf } from './staff-client.ts'

let site: RunningSite
let browser: Browser
let page: Page
/** Wang Fang’s authenticator. */
let app: () => string
let complaints: string[]
const folder = mkdtempSync(join(tmpdir(), 'ip-contest-lists-'))

beforeAll(async () => {
  site = await startSite(await prepareData(secondPerson))
  browser = await openBrowser()
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })).newPage()
  complaints = complaintsOf(page)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** Li Qiang, who reviews what Wang Fang brings in. */
let reviewer = ''
/** Zhou Min, system administrator. */
let second: { token: string; secret: string; fresh: boolean }

async function secondPerson(rt: Runtime): Promise<void> {
  reviewer = (await staffWith(rt, ['administrator'], { login: 'li', name: '李强' })).token
  const zhou = await staffWith(rt, ['system'], { login: 'zhou', name: '周敏' })
  second = { fresh: false, secret: zhou.secret, token: await staffSession(rt, zhou.id, Date.now() - freshFor) }
}

/** Zhou Min approves what waits; her code is older than five minutes, so she is asked for the next one first. */
async function approvedBySecond(): Promise<void> {
  const cookies: [string, string][] = [['__Host-session', second.token]]
  const zhou = await (await windowWith(browser, site.url, cookies, { viewport: phone })).newPage()
  await zhou.goto(`${site.url}/zh/staff/approvals`)
  await zhou.getByText('王芳 提请').waitFor()
  expect(await findings(zhou)).toEqual([])
  await zhou.getByRole('button', { name: '同意', exact: true }).click()
  if (!second.fresh) {
    const dialog = zhou.getByRole('dialog', { name: '请再验证一次身份' })
    await dialog.waitFor()
    expect(await findings(zhou)).toEqual([])
    await dialog.getByLabel('验证码').fill(appOf(second.secret)())
    await zhou.keyboard.press('Enter')
    second.fresh = true
  }
  await zhou.getByText('没有等待复核的事').waitFor()
  await zhou.goto(`${site.url}/zh/staff/audit`)
  await zhou.getByRole('cell', { name: '发布竞赛' }).first().waitFor()
  await zhou.getByRole('button', { name: '核对全部记录' }).click()
  await zhou.getByText(/条记录完好/).waitFor()
  expect(await findings(zhou)).toEqual([])
  await zhou.context().close()
}

/** A second person lets every question of a set through. */
async function reviewed(setId: string): Promise<void> {
  const li = clientOf(site.url)
  li.cookies.set('__Host-session', reviewer)
  const { body } = await li.send('GET', `/api/v1/question-sets/${setId}`)
  const questions = (body as SetView).shown.map(({ id }) => id)
  for (const action of ['send', 'approve', 'publish']) {
    const done = await li.send('POST', '/api/v1/question-acts', { action, questions, expected: questions.length })
    expect([action, done.status]).toEqual([action, 201])
  }
}

const rows = Array.from({ length: 5 }, (_, i) => `单选,第${i + 1}题：十年还是二十年？,十年,二十年,A,因为是十年。`)
const sheet = [
  '题型,题干,选项A,选项B,答案,解析',
  ...rows,
  '单选,坏的一题？,十年,二十年,E,解析。',
  '填空,坏的二题？,,,十,解析。',
].join('\r\n')

const open = (path: string) => page.goto(site.url + path)
const button = (name: string | RegExp) => page.getByRole('button', { name })

/** How many questions of the set on the page stand in a state. */
const inState = (state: string) =>
  page
    .locator('dl > div', { has: page.locator('dt', { hasText: new RegExp(`^${state}$`) }) })
    .locator('dd')
    .textContent()

async function well(): Promise<void> {
  expect(await findings(page)).toEqual([])
}

it('The first member of staff is set up through the printed link, and only once', async () => {
  const link = /\/zh\/staff\/set-up\?token=[\w-]+/.exec(site.output())?.[0] ?? ''
  await open(link)
  await button('设置并登录').click()
  await page.getByText('有 3 处需要改正').waitFor()
  await page.getByLabel('姓名').fill('王芳')
  await page.getByLabel('登录名').fill('wang.fang')
  await page.locator('#password').fill('山水之城，两江之滨，美丽之地')
  await well()
  await page.keyboard.press('Enter')
  await button('完成绑定').click()
  await page.getByText('请填写验证器上的 6 位数').first().waitFor()
  const secret = (await page.locator('p[translate=no]').textContent()) ?? ''
  app = appOf(secret.replaceAll(' ', ''))
  await page.getByLabel('验证码').fill('000000')
  await button('完成绑定').click()
  await page.getByText('验证码不对，或者已经用过').first().waitFor()
  await well()
  await page.getByLabel('验证码').fill(app())
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: '恢复码' }).getByRole('listitem').nth(9).waitFor()
  await well()
  await button('已经保存好，继续').click()
  await page.getByText('王芳，您好。').waitFor()
  await well()
  await open(link)
  await page.getByText('这个链接已经用过或已失效').waitFor()
})

it('Another browser needs the password and the next code of the app', async () => {
  const other = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await other.goto(`${site.url}/zh/staff/people`)
  await other.getByLabel('登录名').fill('wang.fang')
  await other.getByLabel('密码').fill('山水之城，两江之滨，美丽之地')
  await other.getByRole('button', { name: '登录', exact: true }).click()
  await other.getByText('密码已通过').waitFor()
  expect(await findings(other)).toEqual([])
  await other.goto(`${site.url}/zh/staff/questions`)
  await other.getByText('密码已通过').waitFor()
  await other.getByLabel('验证码').fill(app())
  await other.keyboard.press('Enter')
  await other.waitForURL('**/staff/questions')
  await other.goto(`${site.url}/zh/staff/second-factor`)
  await other.getByText('还有 10 个恢复码可用').waitFor()
  expect(await findings(other)).toEqual([])
  await other.getByRole('button', { name: '退出登录' }).click()
  await other.context().close()
})

it('An uploaded sheet shows every problem in its place before the good rows are stored', async () => {
  await open('/zh/staff/questions/import')
  await page.setInputFiles('#file', { name: '企业题.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) })
  await button('上传并检查').click()
  await page.getByText('2 行有错误，不会入库').waitFor()
  await page.getByRole('row', { name: /企业题\.csv!E7.*答案“E”不在选项 A–B 中，请改为 A、B 之一/ }).waitFor()
  await page.getByRole('row', { name: /企业题\.csv!A8.*题型“填空”无法识别/ }).waitFor()
  await well()
  await button('把 5 道题存为新题集').click()
  await page.getByText('已入库 5 道题').waitFor()
  await page.getByText('企业题.csv：7 行，入库 5 题，未入库 2 行').waitFor()
  expect(await inState('草稿')).toBe('5')
  await well()
})

it('What came in can be drawn once another person has reviewed and published it', async () => {
  await reviewed(new URL(page.url()).pathname.split('/').at(-1) ?? '')
  await page.reload()
  expect(await inState('已发布')).toBe('5')
  expect(await inState('草稿')).toBe('0')
  await well()
})

it('A contest is set up on that set and published', async () => {
  await open('/zh/staff/contests/new')
  await page.locator('#title').fill('企业知识产权赛')
  await page.locator('#slug').fill('company-2026')
  await page.locator('#opensAt').fill(momentOf(Date.now() - dayMs))
  await button('新建，去设置').click()
  await page.waitForURL('**/company-2026/set-up/what')
  await page.locator('#closesAt').fill('2099-12-31T18:00')
  await well()
  await button('保存，下一步').click()
  await page.waitForURL('**/set-up/who')
  await page.getByRole('link', { name: '试卷和时限' }).click()
  await page.waitForURL('**/set-up/paper')
  await page.locator('#rules-paper-total').fill('6')
  await page.getByLabel(/^企业题/).check()
  await button('保存，下一步').click()
  await page.waitForURL('**/set-up/counts')
  await page.getByRole('link', { name: '企业知识产权赛' }).click()
  await page.waitForURL('**/contests/company-2026')
  await button('提请发布').click()
  await page.getByText('有效的题只有 5 道，一份试卷要 6 道').waitFor()
  await page.getByRole('link', { name: '修改' }).click()
  await page.getByRole('link', { name: '试卷和时限' }).click()
  await page.waitForURL('**/set-up/paper')
  expect(await page.locator('#rules-paper-total').inputValue()).toBe('6')
  await page.locator('#rules-paper-total').fill('5')
  await button('保存，下一步').click()
  await page.waitForURL('**/set-up/counts')
  await page.getByRole('link', { name: '企业知识产权赛' }).click()
  await page.waitForURL('**/contests/company-2026')
  await button('提请发布').click()
  await page.getByText('已提请发布，等待另一个人复核').waitFor()
  await well()
  await approvedBySecond()
  await page.reload()
  await page.getByText('实时数字').waitFor()
  await well()
})

it('A citizen takes it, and the standings come out with name and phone intact', async () => {
  const citizen = clientOf(site.url)
  await signIn(citizen, '13912345678')
  await citizen.send('PUT', '/api/v1/me/name', { name: '欧阳小敏', showName: true })
  const started = await citizen.send('POST', '/api/v1/contests/company-2026/attempts', {})
  const { attempt, paper } = started.body as WireAttempt
  for (const { position, options } of paper) {
    const right = options.find(option => option.text === '十年')?.id ?? ''
    await citizen.send('PUT', `/api/v1/attempts/${attempt.id}/answers/${position}`, { choice: [right], sequence: 1 })
  }
  expect((await citizen.send('POST', `/api/v1/attempts/${attempt.id}/finish`, {})).body).toMatchObject({ score: 25 })
  const file = await exported('company-2026', true)
  const [standings, about] = await readXlsx(readFileSync(file))
  expect(standings?.rows[1]?.cells.slice(0, 6)).toEqual(['1', '欧阳小敏', '13912345678', '渝中区', '', '25'])
  expect(about?.rows.map(row => row.cells[1])).toContain('联系获奖者领奖')
  expect(asCsv(file) ?? '欧阳小敏,13912345678').toContain('欧阳小敏,13912345678')
  await page.getByText('1 行，用途：联系获奖者领奖').waitFor()
  await well()
})

it('The winners of a closed contest are the first n of its rules, masked', async () => {
  const [winners, about] = await readXlsx(readFileSync(await exported('chongqing-2021', false)))
  const n = Number(/最终成绩前 (\d+) 名/.exec(about?.rows.map(row => row.cells[1]).join() ?? '')?.[1])
  expect(winners?.name).toBe('获奖名单')
  const ranks = winners?.rows.slice(1).map(row => Number(row.cells[0])) ?? []
  expect(ranks.length).toBeGreaterThanOrEqual(n)
  expect(Math.max(...ranks)).toBeLessThanOrEqual(n)
  for (const row of winners?.rows.slice(1) ?? []) expect(row.cells[1] ?? '').toMatch(/^(.\*\*)?$/u)
  // The refusals that the journey meets on purpose: a wrong code, too few questions.
  expect(complaints.filter(complaint => !/status of (401|409)/.test(complaint))).toEqual([])
})

async function exported(slug: string, full: boolean): Promise<string> {
  await open(`/zh/staff/contests/${slug}`)
  await page.getByRole('link', { name: '导出名单' }).click()
  await choose(full)
  await button('开始导出').click()
  if (full) {
    await page.getByText('已提请复核').waitFor()
    await approvedBySecond()
    await choose(full)
    await button('开始导出').click()
  }
  await page.getByText('文件已写好').waitFor()
  await well()
  const fetched = page.getByRole('link', { name: '下载' }).first()
  const [download] = await Promise.all([page.waitForEvent('download'), fetched.click()])
  const file = join(folder, download.suggestedFilename())
  await download.saveAs(file)
  return file
}

async function choose(full: boolean): Promise<void> {
  if (full) await page.getByLabel('完整姓名和手机号').check()
  await page.getByLabel('用途').fill('联系获奖者领奖')
}

/** What LibreOffice makes of a list, as UTF-8 with commas; null where it is not installed. */
function asCsv(file: string): string | null {
  try {
    execFileSync(
      'soffice',
      ['--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', '--outdir', folder, file],
      { stdio: 'ignore' },
    )
    return readFileSync(file.replace(/xlsx$/, 'csv'), 'utf8')
  } catch {
    return null
  }
}
