/** A question from its first word to its use and out of it again: two people, by keyboard alone. */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { usualRules } from '#core/contest/rules'
import { dayMs } from '#core/day'
import { insertContest } from '#db/contest'
import { insertSet } from '#db/question'
import { publicId } from '#services/secrets'
import { staffWith } from '#services/testing-staff'
import { complaintsOf, findings, openBrowser, windowWith } from './browser.ts'
import { clientOf, signIn } from './client.ts'
import { press, reach, tabTo, write } from './keyboard.ts'
import { prepareData, type RunningSite, startSite } from './site.ts'

let site: RunningSite
let browser: Browser
let wang: Page
let li: Page
let complaints: string[]
const tokens = { wang: '', li: '' }
/** An empty set that an open contest draws one question from. */
const set = publicId()

beforeAll(async () => {
  const data = await prepareData(async rt => {
    tokens.wang = (await staffWith(rt, ['administrator'], { login: 'wang', name: '王芳' })).token
    tokens.li = (await staffWith(rt, ['reviewer'], { login: 'li', name: '李强' })).token
    const now = rt.clock.now()
    await rt.storage.atomically(async tx => {
      const made = { source: '自编', licence: 'CC BY 4.0', createdBy: null, createdAt: now }
      const setId = await insertSet(tx, { ...made, publicId: set, name: '宣传周新题' })
      const rules = { ...usualRules, paper: { ...usualRules.paper, total: 1 } }
      const contest = { publicId: publicId(), slug: 'new-questions', edition: 'chongqing-2025-11', sample: false }
      const text = { zh: '新题赛', en: 'New questions' }
      const times = { opensAt: now - dayMs, closesAt: now + dayMs, createdAt: now, publishedAt: now, createdBy: null }
      await insertContest(tx, { ...contest, ...times, title: text, summary: text, rules }, [setId])
    })
  })
  site = await startSite(data)
  browser = await openBrowser()
  wang = await windowOf('wang')
  li = await windowOf('li')
  complaints = complaintsOf(wang)
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

async function windowOf(who: keyof typeof tokens): Promise<Page> {
  const cookies: [string, string][] = [['__Host-session', tokens[who]]]
  return (await windowWith(browser, site.url, cookies, { viewport: { width: 1280, height: 800 } })).newPage()
}
const well = async (page: Page) => expect(await findings(page)).toEqual([])

/** Looks at what an act would do, then does it. */
async function act(page: Page, name: string, note = '') {
  await press(page, 'button', name)
  await page.getByRole('heading', { name: `${name}：1 道题` }).waitFor()
  await well(page)
  if (note !== '') await write(page, 'act-note', note)
  await press(page, 'button', `${name} 1 道题`)
  await page.getByText(`已${name}：1 道题`).waitFor()
}

const stem = '重庆火锅底料的配方，怎样保护最合适？'

/** Whether a citizen gets a paper of the contest. */
async function drawn(phone: string): Promise<boolean> {
  const citizen = clientOf(site.url)
  await signIn(citizen, phone)
  const started = await citizen.send('POST', '/api/v1/contests/new-questions/attempts', {})
  if (started.status === 201) expect(started.text).toContain(stem)
  return started.status === 201
}

it('An author writes a question; what is missing is said at its field, and what is typed is kept', async () => {
  await wang.goto(`${site.url}/zh/staff/questions`)
  await well(wang)
  await press(wang, 'link', '新建题目')
  await wang.waitForURL('**/questions/new')
  await tabTo(wang, 'combobox', /题集/)
  await wang.getByRole('combobox', { name: /题集/ }).selectOption({ label: '宣传周新题' })
  await press(wang, 'button', '保存为草稿')
  await wang.getByText('没有题干，请填写题目内容。').first().waitFor()
  await well(wang)
  await press(wang, 'link', '没有题干，请填写题目内容。')
  await write(wang, 'stem-zh', stem)
  await write(wang, 'right-0', ' ')
  for (const [at, option] of ['作为商业秘密', '申请外观设计专利', '登记为作品', '不用保护'].entries())
    await write(wang, `option-${at}-zh`, option)
  await write(wang, 'explanation-zh', '配方不公开、有价值、采取了保密措施，就是商业秘密。')
  await wang.getByRole('heading', { name: '检查' }).waitFor()
  await wang.getByRole('link', { name: '没有英文，英文页面会显示中文。' }).waitFor()
  await well(wang)
  // The preview is what citizens will see.
  expect(await wang.getByRole('group', { name: stem }).count()).toBe(1)
  await press(wang, 'button', '深色')
  await press(wang, 'button', '大字')
  await well(wang)
  await wang.waitForTimeout(700)
  await wang.reload()
  await press(wang, 'button', '接着写')
  expect(await wang.locator('#stem-zh').inputValue()).toBe(stem)
  await wang.locator('#set').selectOption({ label: '宣传周新题' })
  await press(wang, 'button', '保存为草稿')
  await wang.getByText('已保存为草稿').waitFor()
  await well(wang)
  expect(await drawn('13900000001')).toBe(false)
})

it('sends it for review, and cannot approve it herself', async () => {
  await act(wang, '送审')
  expect(await wang.getByRole('button', { name: '审核通过' }).count()).toBe(0)
  await reach(wang, wang.getByText('现在不能做的'))
  await wang.keyboard.press('Enter')
  await wang.getByText('这一稿是您写的，要由另一个人审核。').waitFor()
})

it('Another person finds it in the tray, returns it with a note, and lets the mended one through', async () => {
  await li.goto(`${site.url}/zh/staff/questions`)
  await press(li, 'link', /^待审核 1/)
  await press(li, 'link', stem)
  await li.getByRole('heading', { name: '题目 1' }).waitFor()
  await well(li)
  await act(li, '退回修改', '请把“最合适”改得更确切')

  await wang.reload()
  await wang.getByText('请把“最合适”改得更确切').waitFor()
  await press(wang, 'link', '修改')
  await wang.waitForURL('**/edit')
  await write(wang, 'explanation-zh', '配方一旦公开就不再受保护。')
  await press(wang, 'button', '保存为草稿')
  await wang.getByText('已保存为草稿').waitFor()
  await act(wang, '送审')

  await li.reload()
  const second = li.locator('details', { hasText: '第 2 稿' })
  await second.locator('summary').focus()
  await li.keyboard.press('Enter')
  await second.locator('ins', { hasText: '配方一旦公开就不再受保护。' }).waitFor()
  await well(li)
  await act(li, '审核通过')
  expect(await drawn('13900000002')).toBe(false)
  await act(li, '发布')
})

it('Now contests draw it; retired it is drawn no more; undone it is again', async () => {
  expect(await drawn('13900000003')).toBe(true)
  await wang.goto(`${site.url}/zh/staff/questions?q=${encodeURIComponent('怎样保护最合适')}`)
  await wang.getByText('1 道题').first().waitFor()
  await tabTo(wang, 'checkbox', '选中本页')
  await wang.keyboard.press('Space')
  await wang.getByText('已选 1 道题').waitFor()
  await tabTo(wang, 'combobox', '要做什么')
  await wang.getByRole('combobox', { name: '要做什么' }).selectOption({ label: '停用' })
  await press(wang, 'button', '下一步')
  await wang.getByRole('heading', { name: '停用：1 道题' }).waitFor()
  await well(wang)
  await press(wang, 'button', '停用 1 道题')
  await wang.getByText('已停用：1 道题').waitFor()
  expect(await drawn('13900000004')).toBe(false)
  await press(wang, 'button', '撤销')
  await wang.getByText('已撤销，1 道题回到原来的状态。').waitFor()
  await well(wang)
  expect(await drawn('13900000005')).toBe(true)
})

it('Filters are words in the address, and each page of the bank is well on a phone too', async () => {
  await wang.setViewportSize({ width: 390, height: 844 })
  await wang.goto(`${site.url}/zh/staff/questions`)
  await wang.locator('summary', { hasText: '题型' }).focus()
  await wang.keyboard.press('Enter')
  await press(wang, 'link', /^判断/)
  await wang.waitForURL('**/questions?kind=truefalse')
  await press(wang, 'link', '去掉 判断')
  await wang.waitForURL('**/questions')
  for (const path of ['', '/sets', `/sets/${set}`, `/sets/${set}/edit`, '/new']) {
    await wang.goto(`${site.url}/zh/staff/questions${path}`)
    await well(wang)
    expect(
      await wang.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true)
  }
  // What was refused on purpose: an empty question.
  expect(complaints.filter(complaint => !complaint.includes('status of 422'))).toEqual([])
})
