/** A citizen's whole way: sign in, choose a district, answer, lose the line, change the device, finish, see why, find the board. */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionCookie } from '#core/account/cookies'
import { memoryOutbox } from '#services/outbox'
import { anotherDevice, citizen, contestWith } from '#services/testing'
import { staffWith } from '#services/testing-staff'
import { codeFor, complaintsOf, findings, openBrowser, phone, windowOf, windowWith } from './browser.ts'
import { clientOf } from './client.ts'
import { prepareData, type RunningSite, startSite } from './site.ts'

let site: RunningSite
let browser: Browser
/** Sessions of one person on two devices. */
let devices: string[]
let organizer = ''

beforeAll(async () => {
  const now = Date.now()
  const data = await prepareData(async bare => {
    const rt = { ...bare, outbox: memoryOutbox() }
    const { token, who } = await citizen(rt, '13912340004')
    devices = [token, (await anotherDevice(rt, who.account.id)).token]
    organizer = (await staffWith(bare, ['organizer'])).token
    const window = { opensAt: now - 3_600_000, closesAt: now + 3_600_000, publishedAt: now - 3_600_000 }
    await contestWith(rt, { slug: 'ten-seconds', ...window, rules: { clock: { seconds: 10, graceSeconds: 1 } } })
  })
  site = await startSite(data)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const contest = '/zh/contests/chongqing-2026'
const heading = (page: Page, n: number) => page.getByRole('heading', { name: `第 ${n} 题，共 20 题` })
const saved = (page: Page) => page.getByText('已保存', { exact: true }).waitFor()
const options = (page: Page) => page.locator('fieldset label')

async function begin(context: BrowserContext, path = contest): Promise<Page> {
  const page = await context.newPage()
  await page.goto(site.url + path)
  await page.getByRole('button', { name: '开始答题' }).click()
  await heading(page, 1).waitFor()
  return page
}

const deviceOf = (i: number): Promise<BrowserContext> =>
  windowWith(browser, site.url, [[`__Host-${sessionCookie}`, devices[i] ?? '']])

/** How many of the twenty the page counts as answered. */
const answered = async (page: Page): Promise<string | null> =>
  page.getByRole('img', { name: /答题进度/ }).getAttribute('aria-label')

describe('a citizen', () => {
  it('goes from the contest to the board without help', async () => {
    const context = await browser.newContext({ viewport: phone, hasTouch: true, locale: 'zh-CN' })
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    const number = '13912340001'
    await page.goto(site.url + contest)
    await page.getByText('限时 10 分钟，按下即开始计时').waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: '开始答题' }).tap()

    await page.getByLabel('手机号').fill(number)
    await page.getByRole('button', { name: '获取验证码' }).tap()
    await page.getByRole('heading', { name: '输入验证码' }).waitFor()
    await page.getByLabel('验证码').fill(await codeFor(site.url, number))
    await page.getByRole('button', { name: '登录' }).tap()
    await page.getByLabel('查找区县').fill('yz')
    await page.getByText('渝中区').tap()
    await page.getByRole('button', { name: '保存' }).tap()

    await page.waitForURL(`**${contest}`)
    await page.getByText('代表渝中区参赛').waitFor()
    complaints.length = 0
    await page.getByRole('button', { name: '开始答题' }).tap()
    await heading(page, 1).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('第 1 题')
    expect(await findings(page)).toEqual([])

    // By tap, then by keyboard.
    await options(page).nth(1).tap()
    await saved(page)
    await page.getByRole('button', { name: '下一题' }).tap()
    await heading(page, 2).waitFor()
    for (let n = 2; n <= 18; n++) {
      await heading(page, n).waitFor()
      await page.keyboard.press(n % 2 ? 'a' : '2')
      if (n === 3) await page.keyboard.press('f')
      await page.keyboard.press(n % 2 ? 'Enter' : 'ArrowRight')
    }
    await heading(page, 19).waitFor()
    await page.goBack()
    await heading(page, 18).waitFor()
    await saved(page)

    // All questions at a glance, in words and shapes.
    await page.getByRole('button', { name: '题目一览，已答 18 / 20' }).tap()
    await page.getByRole('button', { name: '第 3 题 已答 已标记' }).waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: '检查答案' }).tap()

    await page.getByRole('heading', { name: '检查答案' }).waitFor()
    await page.getByText('还有 2 题没有答。未答的题不得分').waitFor()
    expect(await page.getByRole('link', { name: /第 \d+ 题/ }).allTextContents()).toEqual(
      ['去答第 19 题', '去答第 20 题', '看第 3 题'].concat(
        [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18].map(n => `看第 ${n} 题`),
      ),
    )
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: '交卷', exact: true }).tap()
    await page.getByText('交卷后不能再改。').waitFor()
    await page.getByRole('button', { name: '确认交卷' }).tap()

    await page.waitForURL('**/result')
    await page.getByText('目前在渝中区排第 1 名').waitFor()
    expect(await page.getByRole('heading', { level: 3, name: /第 \d+ 题/ }).count()).toBe(20)
    expect(await page.getByText('法律依据').count()).toBeGreaterThan(15)
    expect(await findings(page)).toEqual([])
    await page.reload()
    await page.getByText('目前在渝中区排第 1 名').waitFor()

    // The page of the paper leads to the result now, and a second attempt is not offered.
    await page.goto(page.url().replace('/result', ''))
    await page.waitForURL('**/result')
    await page.getByRole('link', { name: '第 1 名，共 1 人' }).first().tap()
    await page.getByRole('heading', { name: '渝中区的个人榜' }).waitFor()
    await page.getByText('您：第 1 名').waitFor()
    await page.getByRole('link', { name: '区县', exact: true }).tap()
    await page.getByRole('row', { name: /渝中区 .*<5/ }).waitFor()
    await page.locator('title', { hasText: '您的区县：渝中区' }).waitFor({ state: 'attached' })
    expect(await findings(page)).toEqual([])
    await page.goto(site.url + contest)
    await page.getByText('您已答完本场竞赛。').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })

  it('loses the line, answers on, and everything arrives when it is back', async () => {
    const context = await windowOf(browser, site.url, '13912340002')
    const page = await begin(context)
    await context.setOffline(true)
    for (const n of [1, 2, 3]) {
      await heading(page, n).waitFor()
      await options(page).first().click()
      await page.getByRole('button', { name: '下一题' }).click()
    }
    await page.getByText('未联网，已存本机，恢复后自动提交').first().waitFor()
    await context.setOffline(false)
    await saved(page)

    // Everything is there after a reload, on the same question.
    await page.reload()
    await heading(page, 4).waitFor()
    expect(await answered(page)).toContain('已答 3 题')
    await context.close()
  })

  it('closes the page while offline, and the answers go out from the next one', async () => {
    const context = await windowOf(browser, site.url, '13912340003')
    const page = await begin(context)
    const address = page.url()
    await page.route('**/answers/**', route => route.abort())
    await options(page).nth(1).click()
    await page.getByText('未联网，已存本机，恢复后自动提交').first().waitFor()
    page.on('dialog', dialog => void dialog.accept())
    await page.close({ runBeforeUnload: true })
    const again = await context.newPage()
    await again.goto(address)
    await saved(again)
    expect(await answered(again)).toContain('已答 1 题')
    await again.reload()
    await heading(again, 1).waitFor()
    expect(
      await options(again).nth(1).getByRole('radio').or(options(again).nth(1).getByRole('checkbox')).isChecked(),
    ).toBe(true)
    await context.close()
  })

  it('goes on with another device, and the first one says so', async () => {
    const [first, second] = await Promise.all([deviceOf(0), deviceOf(1)])
    const page = await begin(first)
    await options(page).first().click()
    await saved(page)

    const other = await second.newPage()
    await other.goto(site.url + contest)
    await other.getByRole('link', { name: '继续作答' }).click()
    await heading(other, 1).waitFor()
    expect(await answered(other)).toContain('已答 1 题')
    await other.keyboard.press('ArrowRight')
    await heading(other, 2).waitFor()
    await other.keyboard.press('a')
    await saved(other)

    await options(page).nth(1).click()
    await page.getByText('已在其他设备继续').first().waitFor()
    expect(await page.locator('article input').first().isDisabled()).toBe(true)
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: '在此设备继续' }).click()
    await expect.poll(() => answered(page)).toContain('已答 2 题')
    await saved(page)
    await first.close()
    await second.close()
  })

  it('is handed in when the time is up, and sees the result without a touch', async () => {
    const context = await windowOf(browser, site.url, '13912340005')
    const page = await begin(context, '/zh/contests/ten-seconds')
    await options(page).first().click()
    await saved(page)
    await page.waitForURL('**/result', { timeout: 20_000 })
    await page.getByText('10 秒', { exact: true }).waitFor()
    await context.close()
  })

  it('is given more time at the paper, and is not handed in when the old time is up', async () => {
    const number = '13912340008'
    const context = await windowOf(browser, site.url, number)
    const page = await begin(context, '/zh/contests/ten-seconds')
    const chen = clientOf(site.url)
    chen.cookies.set('__Host-session', organizer)
    const extra = { phone: number, percent: 400, reason: '视障，使用读屏软件' }
    expect((await chen.send('POST', '/api/v1/staff/contests/ten-seconds/extra-times', extra)).status).toBe(200)
    const seconds = async () => Number(/^0:(\d+)/.exec((await page.getByRole('timer').textContent()) ?? '')?.[1])
    expect(await seconds()).toBeLessThanOrEqual(10)
    await expect.poll(seconds, { timeout: 20_000 }).toBeGreaterThan(20)
    await options(page).first().click()
    await saved(page)
    await context.close()
  })

  it('with the time up and no line is told so, and sees the result when it is back', async () => {
    const context = await windowOf(browser, site.url, '13912340006')
    const page = await begin(context, '/zh/contests/ten-seconds')
    await context.setOffline(true)
    await page.getByText('时间到了。网络断开').waitFor({ timeout: 20_000 })
    expect(await page.locator('article input').first().isDisabled()).toBe(true)
    await context.setOffline(false)
    await page.waitForURL('**/result', { timeout: 20_000 })
    await page.getByText('时间到时由服务器交卷').waitFor()
    await context.close()
  })

  it('comes while the server is busy, and the paper comes by itself as soon as there is room', async () => {
    const context = await windowOf(browser, site.url, '13912340009')
    let refused = 0
    await context.route(/\/api\/v1\/attempts\/[\w-]+\?/, route =>
      route.request().method() === 'GET' && ++refused <= 2
        ? route.fulfill({ status: 503, json: { code: 'busy', title: '现在人很多', detail: '请稍等。' } })
        : route.fallback(),
    )
    const page = await context.newPage()
    await page.goto(site.url + contest)
    await page.getByRole('button', { name: '开始答题' }).click()
    await page.getByText('页面会自己再试').waitFor()
    expect(await findings(page)).toEqual([])
    await heading(page, 1).waitFor()
    expect(refused).toBe(3)
    await context.close()
  })

  it('sets the clock of the phone, and nothing changes', async () => {
    const context = await windowOf(browser, site.url, '13912340007')
    await context.addInitScript(() => {
      const real = Date.now
      Date.now = () => real() - 3_600_000
    })
    const page = await begin(context)
    const left = await page.getByRole('timer').textContent()
    expect(left).toMatch(/还剩 (10 分 0|9 分 5\d) 秒/)
    await context.close()
  })
})

describe('the paper and its boards', () => {
  const modes = { 'large text': 'text=large', dark: 'theme=dark', contrast: 'contrast=high' }
  it.each(Object.entries(modes))('read well in %s', async (_name, mode) => {
    const [name = '', value = ''] = mode.split('=')
    const number = `1391234${String(1000 + Object.values(modes).indexOf(mode))}`
    const context = await windowOf(browser, site.url, number, { viewport: { width: 320, height: 640 } })
    await context.addInitScript(
      ([key, on]) =>
        addEventListener('DOMContentLoaded', () => document.documentElement.setAttribute(`data-${key}`, on ?? '')),
      [name, value],
    )
    const page = await begin(context)
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
    await page.goto(page.url().replace('/zh/', '/en/'))
    await page.getByRole('heading', { name: 'Question 1 of 20' }).waitFor()
    expect([await findings(page), await fits()]).toEqual([[], true])
    await page.evaluate(() => (location.hash = 'check'))
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    expect([await findings(page), await fits()]).toEqual([[], true])
    await page.goto(page.url().replace('/en/', '/zh/').replace('#check', '#q1'))
    await heading(page, 1).waitFor()
    await options(page).first().click()
    expect([await findings(page), await fits()]).toEqual([[], true])
    await page.evaluate(() => (location.hash = 'check'))
    await page.getByRole('heading', { name: '检查答案' }).waitFor()
    expect([await findings(page), await fits()]).toEqual([[], true])
    await page.getByRole('button', { name: '交卷', exact: true }).click()
    await page.getByRole('button', { name: '确认交卷' }).click()
    await page.waitForURL('**/result')
    expect([await findings(page), await fits()]).toEqual([[], true])
    for (const path of [contest, '/en/contests/chongqing-2021', '/zh/standings']) {
      await page.goto(site.url + path)
      expect([path, await findings(page), await fits()]).toEqual([path, [], true])
    }
    for (const by of ['person', 'region', 'organisation']) {
      await page.goto(`${site.url}/zh/contests/chongqing-2021/standings?by=${by}`)
      expect([by, await findings(page), await fits()]).toEqual([by, [], true])
    }
    await context.close()
  })

  it('pages through 420 people, and filters them by district without a script', async () => {
    const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${site.url}/zh/contests/chongqing-2021/standings`)
    expect(await page.getByRole('row').count()).toBe(51)
    await page.getByRole('link', { name: /下一页/ }).click()
    expect(await page.getByRole('row').nth(1).textContent()).toMatch(/^51/)
    await page.getByRole('combobox', { name: '区县' }).selectOption({ label: '渝北区' })
    await page.getByRole('button', { name: '查看' }).click()
    await page.getByRole('heading', { name: '渝北区的个人榜' }).waitFor()
    expect(await page.getByRole('row').count()).toBe(35)
    await context.close()
  })
})
