/** Reading: somebody looks for a rule, as people type, with a keyboard, without scripts, on paper. */
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { complaintsOf, findings, openBrowser, phone } from './browser.ts'
import { type RunningSite, startSite } from './site.ts'

let site: RunningSite
let browser: Browser

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const open = async (path: string, options: Parameters<Browser['newContext']>[0] = {}) => {
  const page = await (await browser.newContext({ viewport: phone, locale: 'zh-CN', ...options })).newPage()
  await page.goto(site.url + path)
  return page
}

describe('a reader', () => {
  it('types pinyin, sees the hits marked, and opens one with the keyboard', async () => {
    const page = await open('/zh/handbook')
    const complaints = complaintsOf(page)
    const box = page.getByRole('searchbox', { name: '搜索手册' })
    await box.fill('xuzhan')
    const mark = page.locator('mark').first()
    await mark.waitFor()
    expect(await mark.textContent()).toBe('续展')
    expect(await page.getByRole('status').textContent()).toMatch(/^找到 \d+ 条$/)
    expect(await findings(page)).toEqual([])
    await box.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('续展')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/zh\/handbook\/5\.11-/)
    expect(complaints).toEqual([])
  })

  it('finds by a single character, by initials and in English, and is offered what comes near', async () => {
    const page = await open('/zh/handbook')
    const box = page.getByRole('searchbox')
    for (const [typed, marked] of [
      ['画', '画'],
      ['sbzc', '商标注册'],
    ] as const) {
      await box.fill(typed)
      await expect.poll(async () => (await page.locator('mark').allTextContents()).join('|')).toContain(marked)
    }
    await box.fill('我的商标快要到期了该怎么续展才好')
    await page.getByText('没有完全符合的').waitFor()
    await box.fill('火星火锅店')
    await page.getByText('没有找到“火星火锅店”').or(page.getByText('没有完全符合的')).waitFor()
    await box.fill('')
    await expect.poll(() => page.locator('mark').count()).toBe(0)
    const english = await open('/en/handbook')
    await english.getByRole('searchbox').fill('trade sec')
    await expect
      .poll(async () => (await english.locator('mark').allTextContents())[0]?.toLowerCase())
      .toContain('trade')
  })

  it('gets the same answers from an address, without scripts, whatever stands in it', async () => {
    const page = await open('/zh/handbook', { javaScriptEnabled: false })
    await page.getByRole('searchbox').fill('异议')
    await page.getByRole('button', { name: '搜索' }).click()
    await page.waitForURL(/\/zh\/handbook\/search\?q=/)
    expect(await page.locator('mark').first().textContent()).toBe('异议')
    for (const q of ['"', "' OR 1=1 --", '<script>alert(1)</script>', '商标'.repeat(5000), '\\', '%']) {
      const answer = await page.goto(`${site.url}/zh/handbook/search?q=${encodeURIComponent(q)}`)
      expect([q.slice(0, 10), answer?.status()]).toEqual([q.slice(0, 10), 200])
    }
  })

  it('looks a term up by its letter, and reads on in the entry', async () => {
    const page = await open('/zh/handbook')
    await page.getByRole('link', { name: '术语表' }).click()
    await page.getByRole('heading', { name: '术语表' }).waitFor()
    expect(await findings(page)).toEqual([])
    const letters = await page.locator('nav[aria-label="术语表"] a').allTextContents()
    expect(letters).toEqual(letters.toSorted())
    await page.locator('#trade-secret').getByRole('link').first().click()
    await page.waitForURL(/\/zh\/handbook\/8\.01-/)
  })

  it('takes the booklet along', async () => {
    const page = await open('/zh/handbook')
    const address = await page.getByRole('link', { name: /下载手册/ }).getAttribute('href')
    const answer = await fetch(site.url + address)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(200_000)
  })

  it('prints an entry without what only a screen needs', async () => {
    const page = await open('/zh/handbook/5.09-opposition', { viewport: { width: 800, height: 1100 } })
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
    expect(await page.getByText('二个月').first().isVisible()).toBe(true)
    const colours = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(colours).toBe('rgb(255, 255, 255)')
  })
})
