/** Practising without an account, and with one: the mistake that comes back, the book it stands in, and the paper that comes first. */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionCookie } from '#core/account/cookies'
import type { WirePracticed, WirePracticeQuestion, WirePracticeSession } from '#core/wire-learning'
import { memoryOutbox } from '#services/outbox'
import { anotherDevice, citizen } from '#services/testing'
import { codeFor, complaintsOf, findings, openBrowser, phone, windowOf, windowWith } from './browser.ts'
import { clientOf } from './client.ts'
import { prepareData, type RunningSite, startSite } from './site.ts'

let site: RunningSite
let browser: Browser
/** A person with an account and a district, and a session of theirs on another device. */
const number = '13912350001'
let otherDevice: string

beforeAll(async () => {
  const data = await prepareData(async bare => {
    // Some minutes ago, so that the next code is not too soon after the first.
    const earlier = { now: () => Date.now() - 600_000 }
    const rt = { ...bare, clock: earlier, outbox: memoryOutbox() }
    const { who } = await citizen(rt, number)
    otherDevice = (await anotherDevice(rt, who.account.id)).token
  })
  site = await startSite(data)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const chapter = '/zh/practice?mode=chapter&chapter=1'
const heading = (page: Page, n: number, total: number) =>
  page.getByRole('heading', { name: `第 ${n} 题，共 ${total} 题`, exact: true })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

/** Opens a page of practising. @returns the questions it was given */
async function sessionOf(page: Page, open: () => Promise<unknown>): Promise<WirePracticeQuestion[]> {
  const [answer] = await Promise.all([page.waitForResponse('**/practice/sessions**'), open()])
  return ((await answer.json()) as WirePracticeSession).questions
}

/** Places of the right options as they are shown, as a stranger's request is told them. */
async function rightPlaces({ question, revision, options }: WirePracticeQuestion): Promise<number[]> {
  const asked = { question, revision, choice: [] }
  const { right } = (await clientOf(site.url).send('POST', '/api/v1/practice/answers', asked)).body as WirePracticed
  return options.flatMap((option, place) => (right.includes(option.id) ? [place] : []))
}

async function answerRight(page: Page, question: WirePracticeQuestion): Promise<void> {
  for (const place of await rightPlaces(question)) await page.locator('article label').nth(place).click()
  await button(page, '确定').click()
  await page.getByRole('heading', { name: '答对了' }).waitFor()
}

describe('practising', () => {
  it('goes from an entry of the handbook to the wrong-answer book, and follows a guest into the account', async () => {
    const context = await browser.newContext({ viewport: phone, hasTouch: true, locale: 'zh-CN' })
    const page = await context.newPage()
    const complaints = complaintsOf(page)

    // Three questions below an entry.
    await page.goto(`${site.url}/zh/handbook`)
    await page.getByRole('link', { name: /^认识知识产权/ }).tap()
    await page.getByRole('link', { name: /^1\.01/ }).tap()
    const tried = await sessionOf(page, () => page.getByRole('link', { name: '开始' }).tap())
    expect(tried).toHaveLength(3)
    expect(tried.every(({ question }) => question.startsWith('1.01-'))).toBe(true)

    await page.getByRole('link', { name: '练习', exact: true }).first().tap()
    await page.getByText('今天没有要复习的').waitFor()
    expect(await findings(page)).toEqual([])
    const questions = await sessionOf(page, () => page.goto(site.url + chapter))
    expect(questions).toHaveLength(10)
    await heading(page, 1, 10).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('第 1 题')
    expect(await findings(page)).toEqual([])

    // Nothing chosen: the button says what to do. Not known: one is told all the same.
    await button(page, '确定').tap()
    await page.getByText('请先选一项').waitFor()
    await button(page, '不知道，看解析').tap()
    await page.getByRole('heading', { name: /记下了，过后再来 正确答案：/ }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('正确答案')
    await page.getByText('法律依据').waitFor()
    await page.getByText('这道题明天再来一次。 已记入错题本').waitFor()
    expect(await page.getByRole('link', { name: /^手册：/ }).getAttribute('href')).toMatch(/^\/zh\/handbook\/1\.\d\d-/)
    expect(await findings(page)).toEqual([])
    await button(page, '下一题').tap()

    // Wrong by choice: a single option that is not the key, or all of them.
    await heading(page, 2, 10).waitFor()
    const second = questions[1] as WirePracticeQuestion
    const right = await rightPlaces(second)
    const wrong = second.options.findIndex((_, place) => !right.includes(place))
    await page.locator('article label').nth(wrong).tap()
    await button(page, '确定').tap()
    await page.getByRole('heading', { name: /^答错了/ }).waitFor()
    expect(await page.locator('article label').nth(wrong).textContent()).toContain('您选的')
    expect(await findings(page)).toEqual([])
    await button(page, '下一题').tap()
    for (let n = 3; n <= 10; n++) {
      await heading(page, n, 10).waitFor()
      await answerRight(page, questions[n - 1] as WirePracticeQuestion)
      await button(page, '下一题').tap()
    }

    // What went wrong comes back once, whatever one answers then.
    await page.getByRole('heading', { name: '再来一次：刚才答错的第 1 题，共 2 题' }).waitFor()
    await answerRight(page, questions[0] as WirePracticeQuestion)
    await button(page, '下一题').tap()
    await page.getByRole('heading', { name: '再来一次：刚才答错的第 2 题，共 2 题' }).waitFor()
    await button(page, '不知道，看解析').tap()
    await button(page, '下一题').tap()
    await page.getByRole('heading', { name: '这一组练完了' }).waitFor()
    await page.getByText('10 题里，第一次就答对 8 题。').waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('link', { name: '回到练习' }).tap()

    await row(page, '错题本').getByText('2 题').waitFor()
    await page.getByText(/做过 10 \/ \d+，会 8/).waitFor()
    expect(await findings(page)).toEqual([])
    const book = await sessionOf(page, () => page.getByRole('link', { name: /错题本/ }).tap())
    const mistakes = questions.slice(0, 2).map(({ question }) => question)
    expect(book.map(({ question }) => question).sort()).toEqual([...mistakes].sort())
    await page.goBack()

    // Signing in takes it along, without a question.
    await page.getByRole('link', { name: '登录，把记录存到账号' }).tap()
    await page.getByLabel('手机号').fill(number)
    await button(page, '获取验证码').tap()
    await page.getByRole('heading', { name: '输入验证码' }).waitFor()
    await page.getByLabel('验证码').fill(await codeFor(site.url, number))
    await button(page, '登录').tap()
    await page.waitForURL('**/zh/practice')
    await row(page, '错题本').getByText('2 题').waitFor()
    await page.getByText(/做过 10 \/ \d+，会 8/).waitFor()
    expect(await page.evaluate(() => localStorage.getItem('practice:cards'))).toBeNull()
    expect(complaints).toEqual([])
    await context.close()

    // On another device it is there, and leaves the book after two right answers.
    const other = await windowWith(browser, site.url, [[`__Host-${sessionCookie}`, otherDevice]])
    const elsewhere = await other.newPage()
    await elsewhere.goto(`${site.url}/zh/practice`)
    for (const left of ['2 题', '2 题']) {
      await row(elsewhere, '错题本').getByText(left).waitFor()
      const again = await sessionOf(elsewhere, () => elsewhere.getByRole('link', { name: /错题本/ }).click())
      for (const question of again) {
        await answerRight(elsewhere, question)
        await button(elsewhere, '下一题').click()
      }
      await elsewhere.getByText('2 题全部答对。').waitFor()
      await elsewhere.getByRole('link', { name: '回到练习' }).click()
    }
    await elsewhere.getByText('没有错题').waitFor()
    await elsewhere.getByText(/做过 10 \/ \d+，会 10/).waitFor()
    expect(await elsewhere.evaluate(() => localStorage.length)).toBe(0)

    // Nobody knows whose cards a browser holds when the account has some already: its owner is asked.
    const card = (await clientOf(site.url).send('POST', '/api/v1/practice/answers', {
      ...{ question: questions[9]?.question, revision: questions[9]?.revision, choice: [] },
    })) as { body: WirePracticed }
    await elsewhere.evaluate(
      ([question, kept]) => localStorage.setItem('practice:cards', JSON.stringify({ [question as string]: kept })),
      [questions[9]?.question, card.body.card],
    )
    await elsewhere.reload()
    await elsewhere.getByText('这台设备上还有 1 道题的练习记录').waitFor()
    expect(await findings(elsewhere)).toEqual([])
    await button(elsewhere, '并入我的账号').click()
    await elsewhere.getByText('已并入您的账号。').waitFor()
    await row(elsewhere, '错题本').getByText('1 题').waitFor()
    await other.close()
  })

  it('by keyboard alone', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
    const page = await context.newPage()
    const questions = await sessionOf(page, () => page.goto(`${site.url}/zh/practice?mode=mixed`))
    expect(new Set(questions.map(question => question.chapter)).size).toBeGreaterThan(3)
    await heading(page, 1, 10).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '用键盘练习' }).waitFor()
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Escape')
    const right = await rightPlaces(questions[0] as WirePracticeQuestion)
    for (const place of right) await page.keyboard.press(place % 2 ? String(place + 1) : ('ABCDEFGH'[place] ?? ''))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '答对了' }).waitFor()
    await page.keyboard.press('Enter')
    await heading(page, 2, 10).waitFor()
    await context.close()
  })

  it('says so when the line is down, keeps the choice, and goes on when it is back', async () => {
    const context = await browser.newContext({ viewport: phone, locale: 'zh-CN' })
    const page = await context.newPage()
    const questions = await sessionOf(page, () => page.goto(site.url + chapter))
    await heading(page, 1, 10).waitFor()
    await context.setOffline(true)
    for (const place of await rightPlaces(questions[0] as WirePracticeQuestion))
      await page.locator('article label').nth(place).click()
    await button(page, '确定').click()
    await page.getByText('网络断开了，答案没有送到。').waitFor()
    await context.setOffline(false)
    await button(page, '确定').click()
    await page.getByRole('heading', { name: '答对了' }).waitFor()
    await context.close()
  })

  it('waits while one’s own paper is open, and leads there', async () => {
    const context = await windowOf(browser, site.url, '13912350002')
    const page = await context.newPage()
    await page.goto(`${site.url}/zh/contests/chongqing-${new Date().getFullYear()}`)
    await button(page, '开始答题').click()
    await page.waitForURL('**/attempts/**')
    await page.goto(site.url + chapter)
    await page.getByText('您有一份竞赛试卷正在作答。请先交卷，再来练习。').waitFor()
    expect(await page.locator('article').count()).toBe(0)
    expect(await findings(page)).toEqual([])
    await page.getByRole('link', { name: '去完成试卷' }).click()
    await page.getByRole('heading', { name: '第 1 题，共 20 题' }).waitFor()
    await context.close()
  })

  it('has no page for a chapter or an entry that is not there', async () => {
    for (const query of ['mode=chapter&chapter=99', 'mode=entry&entry=99.99'])
      expect((await fetch(`${site.url}/zh/practice?${query}`)).status).toBe(404)
    expect((await fetch(`${site.url}/practice`, { redirect: 'manual' })).headers.get('location')).toContain(
      '/zh/practice',
    )
  })

  const modes = { 'large text': 'text=large', dark: 'theme=dark', contrast: 'contrast=high' }
  it.each(Object.entries(modes))('reads well on a small phone in %s, in both languages', async (_name, mode) => {
    const [name = '', value = ''] = mode.split('=')
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
    await context.addInitScript(
      ([key, on]) =>
        addEventListener('DOMContentLoaded', () => document.documentElement.setAttribute(`data-${key}`, on ?? '')),
      [name, value],
    )
    const page = await context.newPage()
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
    for (const locale of ['zh', 'en']) {
      await page.goto(`${site.url}/${locale}/practice`)
      await page.locator('main a[href*="mode=chapter"]').first().waitFor()
      expect([locale, await findings(page), await fits()]).toEqual([locale, [], true])
      await sessionOf(page, () => page.goto(`${site.url}/${locale}/practice?mode=chapter&chapter=5`))
      await page.locator('article label').first().click()
      await page.keyboard.press('Enter')
      await page.locator('section h3').waitFor()
      expect([locale, await findings(page), await fits()]).toEqual([locale, [], true])
    }
    await context.close()
  })
})
