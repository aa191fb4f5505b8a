/** Keeping the bank true: a reader reports an error, administrators answer it; an article is amended and two people see to it. */

import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Allowed } from '#core/account/roles'
import { citedLawsOf, touchedBy } from '#services/amendment'
import { practisableWith } from '#services/practice-questions'
import type { Runtime } from '#services/runtime'
import { staffWith } from '#services/testing-staff'
import { complaintsOf, findings, openBrowser, phone, windowOf, windowWith } from './browser.ts'
import { prepareData, type RunningSite, startSite } from './site.ts'

let site: RunningSite
let browser: Browser
const tokens = { wang: '', li: '' }
/** An article that one entry rests on with all its questions, and nothing else does. */
let amended: { code: string; article: string; entry: { id: string; address: string }; questions: number }

beforeAll(async () => {
  const data = await prepareData(async rt => {
    const wang = await administrator(rt, '王芳', 'wang')
    await administrator(rt, '李强', 'li')
    amended = await narrowArticle(rt, wang)
  })
  site = await startSite(data)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

async function administrator(rt: Runtime, name: string, login: keyof typeof tokens) {
  const staff = await staffWith(rt, ['administrator'], { name, login })
  tokens[login] = staff.token
  return staff.may('questions.write')
}

async function narrowArticle(rt: Runtime, allowed: Allowed<'questions.write'>): Promise<typeof amended> {
  for (const { code, articles, until } of await citedLawsOf(rt, allowed))
    for (const { article, entries, questions } of articles) {
      if (until !== null || entries !== 1 || questions < 3 || questions > 8) continue
      const found = await touchedBy(rt, allowed, { law: code, article })
      const [entry, ...rest] = found.ok ? found.value.touched : []
      const only = entry && rest.every(({ number }) => number.startsWith(`${entry.id}-`))
      if (only && (await practisableWith(rt, entry.id)) === questions) return { code, article, entry, questions }
    }
  throw new Error('No article that only one entry and its questions cite')
}

async function guest(): Promise<Page> {
  return (await browser.newContext({ viewport: phone, locale: 'zh-CN' })).newPage()
}
async function staff(who: keyof typeof tokens, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const cookies: [string, string][] = [['__Host-session', tokens[who]]]
  return (await windowWith(browser, site.url, cookies, { viewport })).newPage()
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const well = async (page: Page) => expect(await findings(page)).toEqual([])
/** The whole width is there: nothing is cut off at the side. */
const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

const wrong = '<img src=x onerror="alert(1)"> 期限写错了，应当是二个月。'
const ofQuestion = '第二个选项也说得通，请再看看。'

describe('an error', () => {
  it('is reported on an entry, without an account', async () => {
    const page = await guest()
    const complaints = complaintsOf(page)
    await page.goto(`${site.url}/zh/handbook/${amended.entry.address}`)
    await button(page, '报告错误').click()
    const area = page.getByRole('textbox', { name: '哪里有错？应当是什么？' })
    expect(await area.evaluate(node => node === document.activeElement)).toBe(true)
    await well(page)
    expect(await fits(page)).toBe(true)

    await button(page, '取消').click()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('报告错误')
    await page.keyboard.press('Enter')
    await area.fill('错了')
    await button(page, '发送').click()
    await page.getByText('请用 10 到 1000 个字写明').waitFor()
    expect(await area.evaluate(node => node === document.activeElement)).toBe(true)
    expect(await area.inputValue()).toBe('错了')
    await well(page)
    await area.fill(wrong)
    await button(page, '发送').click()
    const thanks = page.getByText('收到了，谢谢。')
    await thanks.waitFor()
    expect(await thanks.evaluate(node => node === document.activeElement)).toBe(true)
    await well(page)
    // The one refusal that was met on purpose: too few words.
    expect(complaints.filter(complaint => !complaint.includes('status of 422'))).toEqual([])
  })

  it('is reported beside an explanation while practising; what is typed chooses nothing', async () => {
    const page = await guest()
    await page.goto(`${site.url}/zh/practice?mode=entry&entry=${amended.entry.id}`)
    await button(page, '不知道，看解析').click()
    await button(page, '报告错误').click()
    const area = page.getByRole('textbox', { name: '哪里有错？应当是什么？' })
    await area.pressSequentially('abc 12?\n')
    expect(await area.inputValue()).toBe('abc 12?\n')
    await area.fill(ofQuestion)
    await well(page)
    await button(page, '发送').click()
    await page.getByText('收到了，谢谢。').waitFor()
  })

  it('stands in the queue of administrators, newest first, and is handled once with a note', async () => {
    const page = await staff('wang')
    const late = await staff('li', phone)
    await page.goto(`${site.url}/zh/staff`)
    await page.getByText('2 条待处理').waitFor()
    await well(page)
    await late.goto(`${site.url}/en/staff/reports`)
    await page.getByRole('link', { name: '错误报告' }).first().click()
    await page.getByRole('heading', { name: '错误报告', level: 1 }).waitFor()
    expect(await page.locator('blockquote').allTextContents()).toEqual([ofQuestion, wrong])
    expect(await page.locator('blockquote img').count()).toBe(0)
    await well(page)
    expect(await fits(late)).toBe(true)
    await well(late)

    await page.getByRole('listitem').filter({ hasText: ofQuestion }).getByRole('link').click()
    await page.getByRole('heading', { name: /^题目 / }).waitFor()
    await page.getByText(ofQuestion).waitFor()
    await well(page)
    await page.goBack()

    const report = page.getByRole('listitem').filter({ hasText: '期限写错了' })
    await report.getByRole('button', { name: '标记为已处理' }).click()
    await page.getByText('请写明做了什么。').first().waitFor()
    await well(page)
    await report.getByLabel('做了什么').fill('已改为二个月')
    await report.getByRole('button', { name: '标记为已处理' }).click()
    await report.waitFor({ state: 'detached' })
    const same = late.getByRole('listitem').filter({ hasText: '期限写错了' })
    await same.getByLabel('What was done').fill('Corrected')
    await same.getByRole('button', { name: 'Mark as handled' }).click()
    await late.getByText('王芳 handled this report first').waitFor()

    await page.getByRole('link', { name: '已处理' }).click()
    await page.getByText('已改为二个月').waitFor()
    await page.getByText(/^王芳，/).waitFor()
    await well(page)
  })
})

describe('whoever reported an error while signed in', () => {
  const words = '例子里的日子和条文对不上，请核对。'
  const mine = async () => {
    const page = await reporter.newPage()
    await page.goto(`${site.url}/zh/me`)
    return page.getByRole('listitem').filter({ hasText: words })
  }
  let reporter: BrowserContext

  it('sees it waiting under “my page”', async () => {
    reporter = await windowOf(browser, site.url, '13800201234')
    const page = await reporter.newPage()
    const complaints = complaintsOf(page)
    await page.goto(`${site.url}/zh/handbook/${amended.entry.address}`)
    await button(page, '报告错误').click()
    await page.getByRole('textbox', { name: '哪里有错？应当是什么？' }).fill(words)
    await button(page, '发送').click()
    await page.getByText('收到了，谢谢。').waitFor()
    const report = await mine()
    await report.getByText('待处理').waitFor()
    expect(await report.getByRole('link').getAttribute('href')).toContain(amended.entry.address)
    await well(report.page())
    expect(complaints).toEqual([])
  })

  it('reads there what was done about it, in large text too, and not by whom', async () => {
    const page = await staff('li')
    await page.goto(`${site.url}/zh/staff/reports`)
    const queued = page.getByRole('listitem').filter({ hasText: words })
    await queued.getByLabel('做了什么').fill('例子的日期已改为 2026 年 3 月')
    await button(page, '标记为已处理').and(queued.getByRole('button')).click()
    await queued.waitFor({ state: 'detached' })

    const report = await mine()
    await report.getByText('您报告的问题已处理：例子的日期已改为 2026 年 3 月').waitFor()
    expect(await report.getByText('待处理').count()).toBe(0)
    expect(await report.page().getByText('李强').count()).toBe(0)
    await report.page().evaluate(() => {
      document.documentElement.dataset.text = 'large'
    })
    await well(report.page())
    expect(await fits(report.page())).toBe(true)
  })

  it('is the only one who does', async () => {
    const other = await windowOf(browser, site.url, '13800201235')
    const page = await other.newPage()
    await page.goto(`${site.url}/zh/me`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByText(words).count()).toBe(0)
  })
})

describe('an amended article', () => {
  const reader = { page: undefined as unknown as Page }
  const notice = () => reader.page.getByText('正在复核，内容可能需要更新')
  const offer = () => reader.page.getByRole('link', { name: '开始', exact: true })
  const entryPage = () => reader.page.goto(`${site.url}/zh/handbook/${amended.entry.address}`)

  it('says what it touches and what contests would lose, for the day that is chosen', async () => {
    reader.page = await guest()
    const page = await staff('wang')
    await page.goto(`${site.url}/zh/staff/laws`)
    await well(page)
    await page.goto(`${site.url}/zh/staff/laws/${amended.code}?article=${amended.article}`)
    await page.getByText(`1 个条目，${amended.questions} 道题`).first().waitFor()
    const touched = page.getByRole('link', { name: new RegExp(`^${amended.entry.id.replace('.', '\\.')}(-\\d+)? `) })
    expect(await touched.count()).toBe(1 + amended.questions)
    const lost = page.getByText(new RegExp(`少 ${amended.questions} 道题，剩 \\d+ 道`))
    await lost.first().waitFor()
    await page.getByLabel('新条文施行的第一天').fill('2999-01-01')
    await page.getByText('进行中和已公布的竞赛都不受影响。').waitFor()
    expect(await lost.count()).toBe(0)
    await well(page)
    expect(await fits(page)).toBe(true)
  })

  it('holds its entry and questions back at once; a mistaken mark is taken back', async () => {
    const page = await staff('wang')
    await entryPage()
    expect(await notice().count()).toBe(0)
    expect(await offer().count()).toBe(1)
    await mark(page)
    await page.getByText('这是您标记的，要由另一个人复核。').waitFor()
    await well(page)
    await entryPage()
    await notice().waitFor()
    expect(await offer().count()).toBe(0)
    await well(reader.page)

    await button(page, '撤回标记').click()
    await button(page, '确认撤回').click()
    await page.getByText('没有标记过的条文。').waitFor()
    await entryPage()
    expect(await notice().count()).toBe(0)
    expect(await offer().count()).toBe(1)
    await mark(page)
  })

  it('is reviewed by somebody else, one by one or several at once, and then used again', async () => {
    const page = await staff('li', phone)
    await page.goto(`${site.url}/zh/staff/laws`)
    await page.getByText(`还有 ${1 + amended.questions} 项待复核`).waitFor()
    await well(page)
    expect(await fits(page)).toBe(true)
    await button(page, '对照新条文核对过，仍然正确').click()
    await page.getByText('请至少勾选一项。').first().waitFor()
    await page.getByRole('checkbox', { name: new RegExp(`^${amended.entry.id.replace('.', '\\.')} `) }).check()
    await button(page, '对照新条文核对过，仍然正确').click()
    await page.getByText(`还有 ${amended.questions} 项待复核`).waitFor()
    await page.getByText(/^李强于 .* 复核$/).waitFor()
    await entryPage()
    expect(await notice().count()).toBe(0)
    expect(await offer().count()).toBe(0)

    await page.getByRole('checkbox', { name: '全选' }).check()
    await button(page, '对照新条文核对过，仍然正确').click()
    await page.getByText('标记过的条文都已复核完毕。').waitFor()
    await page.getByText('复核完毕的条文（1）').click()
    await page.getByText('全部复核完毕').waitFor()
    expect(await button(page, '撤回标记').count()).toBe(0)
    await well(page)
    await entryPage()
    expect(await offer().count()).toBe(1)
  })

  async function mark(page: Page): Promise<void> {
    await page.goto(`${site.url}/zh/staff/laws/${amended.code}?article=${amended.article}`)
    await page.getByLabel('依据和说明').fill('2026年修正，期限改为二个月')
    await button(page, '标记，并暂停使用这些内容').click()
    await page.getByText('2026年修正，期限改为二个月').waitFor()
  }
})
