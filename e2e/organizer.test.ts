/** A contest from its first field to an appeal, in browsers: two organizers by keyboard, and two citizens. */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { momentOf } from '#core/contest/moment'
import { dayMs } from '#core/day'
import type { WireAttempt } from '#core/wire'
import type { Runtime } from '#services/runtime'
import { staffWith } from '#services/testing-staff'
import { complaintsOf, findings, openBrowser, phone, windowOf, windowWith } from './browser.ts'
import { clientOf, signIn } from './client.ts'
import { press, reach, rewrite, tabTo, write } from './keyboard.ts'
import { prepareData, type RunningSite, startSite } from './site.ts'

let site: RunningSite
let browser: Browser
/** Chen Jing, who sets the contest up and watches it. */
let chen: Page
let complaints: string[]
const tokens = { chen: '', zhou: '' }

beforeAll(async () => {
  const data = await prepareData(async (rt: Runtime) => {
    tokens.chen = (await staffWith(rt, ['organizer'], { login: 'chen', name: '陈静' })).token
    tokens.zhou = (await staffWith(rt, ['organizer'], { login: 'zhou', name: '周敏' })).token
  })
  site = await startSite(data)
  browser = await openBrowser()
  chen = await staff('chen')
  complaints = complaintsOf(chen)
  chen.on('dialog', dialog => void dialog.accept())
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

async function staff(who: keyof typeof tokens): Promise<Page> {
  const cookies: [string, string][] = [['__Host-session', tokens[who]]]
  return (await windowWith(browser, site.url, cookies, { viewport: { width: 1280, height: 800 } })).newPage()
}

/** On a phone too: nothing for axe to find, nothing cut off at the side. */
async function well(page: Page): Promise<void> {
  const before = page.viewportSize() ?? phone
  await page.setViewportSize(phone)
  expect(await findings(page)).toEqual([])
  const { wide, width } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }))
  expect(wide).toBeLessThanOrEqual(width)
  await page.setViewportSize(before)
}

const here = '/zh/staff/contests/ip-night'
const opens = momentOf(Date.now() - dayMs)

it('An organizer sets a contest up step by step, with its rules beside it', async () => {
  await chen.goto(`${site.url}/zh/staff/contests/new`)
  await well(chen)
  await write(chen, 'title', '知识产权之夜')
  await write(chen, 'slug', 'ip-night')
  await reach(chen, chen.locator('#opensAt'))
  await chen.locator('#opensAt').fill(opens)
  await press(chen, 'button', '新建，去设置')
  await chen.waitForURL('**/ip-night/set-up/what')
  const rules = chen.locator('aside', { hasText: '公众看到的规则' })
  await rules.getByText(/20 题/).first().waitFor()
  await well(chen)
  await press(chen, 'button', '保存，下一步')
  await chen.waitForURL('**/set-up/who')
  await well(chen)
  await press(chen, 'button', '保存，下一步')
  await chen.waitForURL('**/set-up/paper')
  await tabTo(chen, 'checkbox', /^知识产权知识手册题库/)
  await chen.keyboard.press('Space')
  await rewrite(chen, 'rules-paper-total', '两百')
  await press(chen, 'button', '保存，下一步')
  await chen.getByRole('alert').getByText('请填 1 到 200 之间的数。').waitFor()
  await well(chen)
  await rewrite(chen, 'rules-paper-total', '12')
  await press(chen, 'button', '保存，下一步')
  for (const step of ['counts', 'prizes', 'texts']) {
    await chen.waitForURL(`**/set-up/${step}`)
    await rules.getByText(/12 题/).first().waitFor()
    await well(chen)
    await press(chen, 'button', step === 'texts' ? '保存并完成' : '保存，下一步')
  }
  await chen.waitForURL(`**${here}`)
  await chen.getByText('可以发布了。').waitFor()
  await well(chen)
})

it('rehearses it with invented people, before anybody else sees it', async () => {
  await press(chen, 'button', '开始预演')
  await chen.getByRole('link', { name: '个人榜' }).waitFor()
  const screens = chen.getByRole('main').getByRole('listitem').getByRole('link')
  const leadsTo = async (name: string) => (await screens.filter({ hasText: name }).first().getAttribute('href')) ?? ''
  const [board, lists] = [await leadsTo('个人榜'), await leadsTo('评奖、抽奖与名单')]
  await press(chen, 'link', '个人榜')
  await chen.waitForURL(`**${board}`)
  expect(await chen.getByRole('row').count()).toBeGreaterThan(20)
  await well(chen)
  await chen.goto(site.url + lists)
  await chen.getByRole('heading', { level: 1 }).waitFor()
  await well(chen)
  const stranger = clientOf(site.url)
  expect((await stranger.send('GET', '/zh/contests/ip-night')).status).toBe(404)
  expect((await stranger.send('GET', '/zh/contests')).text).not.toContain('/zh/contests/ip-night')
})

it('has it published by somebody else', async () => {
  await chen.goto(site.url + here)
  await press(chen, 'button', '提请发布')
  await chen.getByText('已提请发布，等待另一个人复核').waitFor()
  const zhou = await staff('zhou')
  await zhou.goto(`${site.url}/zh/staff/approvals`)
  await zhou.getByText('陈静 提请').waitFor()
  await press(zhou, 'button', /^同意$/)
  await zhou.getByText('没有等待复核的事').waitFor()
  await zhou.context().close()
  await chen.reload()
  await chen.getByRole('link', { name: '实时监看' }).waitFor()
  expect((await clientOf(site.url).send('GET', '/zh/contests')).text).toContain('/zh/contests/ip-night')
})

/** A citizen at the paper, who has answered the first question. */
let citizen: Page

it('pauses it while somebody answers, whose time stands still and goes on by itself', async () => {
  citizen = await (await windowOf(browser, site.url, '13900001111')).newPage()
  await citizen.goto(`${site.url}/zh/contests/ip-night`)
  await citizen.getByRole('button', { name: '开始答题' }).click()
  await citizen.getByRole('heading', { name: '第 1 题，共 12 题' }).waitFor()
  await citizen.locator('fieldset label').first().click()
  await citizen.getByText('已保存', { exact: true }).waitFor()

  // Somebody else reads, and touches nothing.
  const reader = await (await windowOf(browser, site.url, '13900002222')).newPage()
  await reader.clock.install()
  await reader.goto(`${site.url}/zh/contests/ip-night`)
  await reader.getByRole('button', { name: '开始答题' }).click()
  await reader.getByRole('heading', { name: '第 1 题，共 12 题' }).waitFor()

  await chen.goto(`${site.url}${here}/watch`)
  await chen.getByText('正在作答').first().waitFor()
  await well(chen)
  await press(chen, 'button', '暂停竞赛')
  await chen.getByText('请写公告，至少 4 个字。').first().waitFor()
  await well(chen)
  await write(chen, 'words', '机房断电，恢复后接着答')
  await press(chen, 'button', '暂停竞赛')
  await chen.getByRole('button', { name: '恢复竞赛' }).waitFor()
  await well(chen)

  // The page of whoever reads looks within half a minute; its clock stands still.
  await reader.clock.runFor(30_000)
  await reader.getByRole('heading', { name: '竞赛暂停了' }).waitFor()
  const left = await reader.getByText(/^还剩 \d+ 分 \d+ 秒$/).textContent()
  expect(await findings(reader)).toEqual([])

  // What is chosen now waits in the page.
  await citizen.locator('fieldset label').nth(1).click()
  await citizen.getByText('您的时间也停住了').waitFor()
  expect(await findings(citizen)).toEqual([])
  const stranger = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await stranger.goto(`${site.url}/zh/contests/ip-night`)
  await stranger.getByText('机房断电，恢复后接着答').waitFor()
  expect(await findings(stranger)).toEqual([])
  await stranger.context().close()

  await write(chen, 'words', '供电已恢复')
  await press(chen, 'button', '恢复竞赛')
  await chen.getByRole('button', { name: '暂停竞赛' }).waitFor()
  await citizen.getByRole('heading', { name: '第 1 题，共 12 题' }).waitFor()
  await citizen.getByText('已保存', { exact: true }).waitFor()
  expect(await citizen.locator('fieldset input').nth(1).isChecked()).toBe(true)
  // A page that is looked at again does not wait for its turn.
  await reader.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await reader.getByRole('heading', { name: '第 1 题，共 12 题' }).waitFor()
  const seconds = (text: string | null) => {
    const [, minutes, rest] = /(\d+) 分 (\d+) 秒/.exec(text ?? '') ?? []
    return Number(minutes) * 60 + Number(rest)
  }
  expect(seconds(await reader.getByRole('timer').textContent())).toBeGreaterThan(seconds(left) - 20)
  await reader.context().close()
})

it('gives somebody who asks for it half the time more, at once', async () => {
  const minutes = async () => Number.parseInt((await citizen.getByRole('timer').textContent()) ?? '', 10)
  expect(await minutes()).toBeLessThan(10)
  await write(chen, 'phone', '13900001111')
  await press(chen, 'button', '给予延时')
  await chen.locator('#reason-error').waitFor()
  await well(chen)
  await write(chen, 'reason', '视障，使用读屏软件')
  await press(chen, 'button', '给予延时')
  await chen.getByText(/150% · /).waitFor()
  await chen.getByText('视障，使用读屏软件').waitFor()
  await well(chen)
  await citizen.reload()
  await citizen.getByRole('heading', { name: '第 1 题，共 12 题' }).waitFor()
  expect(await minutes()).toBeGreaterThanOrEqual(10)
})

it('strikes out what no person can do; the person reads why, and appeals', async () => {
  const client = clientOf(site.url)
  await signIn(client, '13900003333')
  const result = `${site.url}/zh/attempts/${await likeScript(client)}/result`

  await chen.goto(`${site.url}${here}/integrity`)
  await well(chen)
  await press(chen, 'button', '现在检查一遍')
  await chen.getByText('1 份待看').waitFor()
  await chen.getByText(/交卷只用了 \d+ 秒/).waitFor()
  await well(chen)
  await press(chen, 'button', '取消成绩')
  await chen.getByText('请写明理由，5 到 1000 个字。').first().waitFor()
  await well(chen)
  await chen.getByRole('textbox', { name: '写明理由' }).waitFor()
  await tabTo(chen, 'textbox', '写明理由')
  await chen.keyboard.type('12 题在一秒内答完，不可能读过题')
  await press(chen, 'button', '取消成绩')
  await chen
    .getByText(/陈静 .*：取消成绩/)
    .first()
    .waitFor()
  await well(chen)

  const person = await (await windowWith(browser, site.url, client.cookies)).newPage()
  await person.goto(result)
  await person.getByText('这场竞赛的成绩被取消').waitFor()
  await person.getByText('12 题在一秒内答完，不可能读过题').waitFor()
  expect(await findings(person)).toEqual([])
  await tabTo(person, 'textbox', '申诉的理由')
  await person.keyboard.type('我练习过很多遍，请查看练习记录')
  await press(person, 'button', '提交申诉')
  await person.getByText('申诉已收到').waitFor()
  expect(await findings(person)).toEqual([])

  // Who struck out does not answer the appeal.
  const zhou = await staff('zhou')
  await zhou.goto(`${site.url}${here}/integrity`)
  await zhou.getByText('我练习过很多遍').waitFor()
  await tabTo(zhou, 'textbox', '答复申诉')
  await zhou.keyboard.type('查看了练习记录，情况属实')
  await press(zhou, 'button', '撤回取消，恢复成绩')
  await zhou
    .getByText(/已撤回$/)
    .first()
    .waitFor()
  await well(zhou)
  await person.reload()
  await person.getByRole('heading', { level: 1 }).waitFor()
  expect(await person.getByText('这场竞赛的成绩被取消').count()).toBe(0)
  // What was refused on purpose: extra time without a reason.
  expect(complaints.filter(complaint => !complaint.includes('status of 422'))).toEqual([])
})

/** Answers everything faster than anybody reads. @returns the attempt */
async function likeScript(client: ReturnType<typeof clientOf>): Promise<string> {
  const started = await client.send('POST', '/api/v1/contests/ip-night/attempts', {})
  const { attempt, paper } = started.body as WireAttempt
  for (const { position, options } of paper) {
    const choice = [options[0]?.id ?? '']
    await client.send('PUT', `/api/v1/attempts/${attempt.id}/answers/${position}`, { choice, sequence: 1 })
  }
  expect((await client.send('POST', `/api/v1/attempts/${attempt.id}/finish`, {})).status).toBe(200)
  return attempt.id
}
