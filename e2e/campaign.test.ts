/** A publicity week in a browser: read, filtered without a script, reported on, and shown on a screen for days. */
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveArea } from '#services/reporter'
import { staffWith } from '#services/testing-staff'
import { complaintsOf, findings, openBrowser, phone, windowWith } from './browser.ts'
import { prepareData, type RunningSite, startSite } from './site.ts'

let site: RunningSite
let browser: Browser
let organizer = ''
/** Reports for Yuzhong; another one for Nan'an, and one for nobody yet. */
const reporters = { yuzhong: '', nanan: '', nobody: '' }

beforeAll(async () => {
  const data = await prepareData(async rt => {
    organizer = (await staffWith(rt, ['organizer'], { login: 'organizer', name: '李强' })).token
    const people = (await staffWith(rt, ['system'])).may('people.write')
    for (const login of ['yuzhong', 'nanan', 'nobody'] as const) {
      reporters[login] = (await staffWith(rt, ['reporter'], { login })).token
      if (login !== 'nobody') await giveArea(rt, people, login, { region: login, department: null })
    }
  })
  site = await startSite(data)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const open = async (
  path: string,
  options: { javaScriptEnabled?: boolean; viewport?: typeof phone } = {},
): Promise<Page> => {
  const page = await (await browser.newContext({ viewport: phone, locale: 'zh-CN', ...options })).newPage()
  await page.goto(site.url + path)
  return page
}

describe('The week of 2021', () => {
  it('is found from the front page and read to the end, in both languages', async () => {
    const page = await open('/zh')
    const complaints = complaintsOf(page)
    await page.getByRole('link', { name: '2021年重庆知识产权宣传周' }).click()
    await page.getByRole('link', { name: '口号上了轨道交通1号线、3号线' }).click()
    expect(await page.getByRole('blockquote').textContent()).toContain('应当受到尊重和保护')
    expect(await page.getByRole('img', { name: /示意图/ }).count()).toBe(1)
    expect(await findings(page)).toEqual([])
    await page.goto(page.url().replace('/zh/', '/en/'))
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('The slogan on metro Lines 1 and 3')
    expect(complaints).toEqual([])
  })

  it('is filtered without a script, and the address keeps the filter', async () => {
    const page = await open('/zh/campaigns/chongqing-2021', { javaScriptEnabled: false })
    await page.getByLabel('部门').selectOption({ value: 'ip-office' })
    await page.getByRole('button', { name: '筛选' }).click()
    expect(new URL(page.url()).searchParams.get('department')).toBe('ip-office')
    expect(await page.getByRole('status').textContent()).toContain('共 10 篇')
    await page.goto(`${site.url}/zh/campaigns/chongqing-2021?region=yuzhong`)
    expect(await page.getByRole('status').textContent()).toContain('没有符合条件的报道')
  })
})

describe('A reporter', () => {
  const desk = { width: 1280, height: 800 }
  const as = async (token: string, path: string, viewport = phone) => {
    const context = await windowWith(browser, site.url, [['__Host-session', token]], { viewport })
    const page = await context.newPage()
    await page.goto(`${site.url}/zh/staff${path}`)
    return page
  }
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  const well = async (page: Page) => expect(await findings(page)).toEqual([])
  const title = '解放碑的商标课'

  it('writes for the own district with a picture, is sent back, mends it, and is published by an organizer', async () => {
    const page = await as(reporters.yuzhong, '')
    await page.getByRole('link', { name: '宣传活动' }).last().click()
    await page.getByText('您为渝中区写报道。').waitFor()
    await page.getByRole('link', { name: '2021年重庆知识产权宣传周' }).click()
    await page.getByText('还没有报道。').waitFor()
    await well(page)
    await page.getByRole('link', { name: '写一篇报道' }).click()
    expect(await page.getByLabel('区县').first().locator('option').allTextContents()).toEqual(['渝中区'])
    await page.getByLabel('标题').first().fill(title)
    await press(page, '保存草稿')
    await page.getByRole('alert').getByRole('link').first().waitFor()
    await well(page)
    await page.getByLabel('摘要').first().fill('居民带着问题来，带着答案走。')
    await press(page, '保存草稿')
    await page.getByText('只有您和组织者看得到。').waitFor()

    await page.getByLabel('图片文件').setInputFiles('public/share.png')
    await page.getByLabel('图片说明（中文）').fill('街边的摊位上摆着几样带数字的东西')
    await page.getByLabel('图片说明（英文）').fill('Things with numerals on a stall in the street')
    await press(page, '添加图片')
    await page.getByRole('img', { name: '街边的摊位上摆着几样带数字的东西' }).waitFor()
    await page.getByLabel('正文').first().fill('上午九点开始。')
    await press(page, '提交审核')
    await page.getByText('有改动还没有保存').waitFor()
    await well(page)
    await press(page, '保存草稿')
    await page.getByText('已保存', { exact: true }).waitFor()
    await press(page, '提交审核')
    await page.getByText('等待组织者审核').waitFor()
    await well(page)

    const chief = await as(organizer, '', desk)
    await chief.getByText('1 篇报道等待审核').waitFor()
    await chief.goto(`${site.url}/zh/staff/campaigns/chongqing-2021`)
    expect(await chief.locator('tbody tr').first().textContent()).toContain(title)
    await chief.getByRole('link', { name: title }).click()
    await press(chief, '退回修改')
    await press(chief, '退回修改')
    await chief.getByText('请写明理由。').first().waitFor()
    await chief.getByLabel('理由').fill('请写上是哪一天。')
    await press(chief, '退回修改')
    await chief.getByText('李强退回了这篇报道：请写上是哪一天。').waitFor()

    await page.goto(`${site.url}/zh/staff`)
    await page.getByText('1 篇报道退回来了，请修改').waitFor()
    await page.goto(`${site.url}/zh/staff/campaigns/chongqing-2021`)
    await page.getByText('退回修改', { exact: true }).waitFor()
    await well(page)
    await page.getByRole('link', { name: title }).click()
    await page.getByText('李强退回了这篇报道：请写上是哪一天。').waitFor()
    await well(page)
    await page.getByLabel('日期').fill('2021-04-22')
    await press(page, '保存草稿')
    await page.getByText('已保存', { exact: true }).waitFor()
    await press(page, '提交审核')
    await page.getByText('等待组织者审核').waitFor()
    await chief.reload()
    await press(chief, '发布')
    await chief.getByText('已发布', { exact: true }).waitFor()

    const reader = await open('/zh/campaigns/chongqing-2021?region=yuzhong')
    await reader.getByRole('link', { name: title }).click()
    await reader.getByRole('img', { name: '街边的摊位上摆着几样带数字的东西' }).waitFor()
    await well(reader)
    for (const one of [page, chief, reader]) await one.context().close()
  })

  it('sees nothing of another district, and writes nothing before one is given', async () => {
    const own = await as(reporters.yuzhong, '/campaigns/chongqing-2021')
    const address = await own.getByRole('link', { name: title }).getAttribute('href')
    const other = await as(reporters.nanan, '/campaigns/chongqing-2021')
    await other.getByText('还没有报道。').waitFor()
    expect((await other.goto(site.url + address))?.status()).toBe(404)
    const nobody = await as(reporters.nobody, '/campaigns/chongqing-2021')
    await nobody.getByText('您的账号还没有指定区县或部门').waitFor()
    expect(await nobody.getByRole('link', { name: '写一篇报道' }).count()).toBe(0)
    await well(nobody)
    for (const one of [own, other, nobody]) await one.context().close()
  })
})

describe('The report', () => {
  it('is made by one press as a page and as a PDF, with its queries, and shown to everybody by another', async () => {
    const cookies: [string, string][] = [['__Host-session', organizer]]
    const context = await windowWith(browser, site.url, cookies, { viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    await page.goto(`${site.url}/zh/staff/contests/chongqing-2021`)
    await page.getByRole('link', { name: '总结报告' }).click()
    await page.getByRole('heading', { name: '全市最容易错的知识点' }).waitFor()
    expect(await page.getByRole('row').filter({ hasText: '参赛人数' }).textContent()).toContain('420')
    await page.getByText('查询语句（SQL）').first().click()
    await page.getByText('count(distinct', { exact: false }).first().waitFor()
    expect(await findings(page)).toEqual([])
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 PDF' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('report-chongqing-2021-zh.pdf')
    const bytes = await readFile(await file.path())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    await page.getByRole('button', { name: '公开这份报告' }).click()
    await page.getByText('已公开', { exact: true }).waitFor()
    const reader = await open('/zh/contests/chongqing-2021/report')
    await reader.getByRole('heading', { name: '各区县最容易错的知识点' }).waitFor()
    expect(await findings(reader)).toEqual([])
    await context.close()
  })
})

/** The smallest letters on a screen, in its own pixels: of HTML and of drawings. */
const smallestLetters = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    let smallest = Number.POSITIVE_INFINITY
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement
      if (!parent || !texts.currentNode.textContent?.trim() || parent.getClientRects().length === 0) continue
      const drawn = parent instanceof SVGTextElement ? (parent.getScreenCTM()?.d ?? 1) : 1
      smallest = Math.min(smallest, Number.parseFloat(getComputedStyle(parent).fontSize) * drawn)
    }
    return smallest
  })

describe('A big screen', () => {
  it.each([
    ['zh', 1920, 1080],
    ['zh', 1080, 1920],
    ['en', 1920, 1080],
    ['en', 1080, 1920],
  ])('is read at ten metres: %s, %i × %i', async (locale, width, height) => {
    const page = await open(`/${locale}/screen/contests/chongqing-2021`, { viewport: { width, height } })
    expect(await smallestLetters(page)).toBeGreaterThanOrEqual(29.9)
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('svg text')]
        .filter(text => {
          const [name, tile] = [text.getBoundingClientRect(), text.parentElement?.querySelector('rect')]
          const box = tile?.getBoundingClientRect()
          return box && (name.left < box.left || name.right > box.right)
        })
        .map(text => text.textContent),
    )
    expect(outside).toEqual([])
    expect(await findings(page)).toEqual([])
    await page.context().close()
  })

  it('holds thousands of changes and losses of its line without growing', async () => {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
    // A line that the test itself speaks on, and breaks.
    await context.addInitScript(() => {
      const made: EventTarget[] = []
      class Line extends EventTarget {
        constructor() {
          super()
          made.push(this)
          if (made.length > 1) made.shift()
        }
        close() {}
      }
      Object.assign(window, { EventSource: Line, lineNow: () => made.at(-1) })
    })
    const page = await context.newPage()
    await page.goto(`${site.url}/zh/screen/contests/chongqing-2021`)
    await page.waitForFunction(() => (window as unknown as { lineNow(): EventTarget | undefined }).lineNow())
    const client = await context.newCDPSession(page)
    const state = await (await fetch(`${site.url}/api/v1/contests/chongqing-2021/live`)).body?.getReader().read()
    const data = /data: (.*)/.exec(new TextDecoder().decode(state?.value))?.[1] ?? ''
    const speak = (from: number, times: number) =>
      page.evaluate(
        async ([text, from, times]) => {
          const state = JSON.parse(text) as { participants: number; regions: { perTenThousand: number | null }[] }
          for (let i = from; i < from + times; i++) {
            for (const [at, region] of state.regions.entries()) region.perTenThousand = ((i * 7 + at) % 50) / 10
            state.participants = i
            const line = (window as unknown as { lineNow(): EventTarget }).lineNow()
            line.dispatchEvent(new MessageEvent('state', { data: JSON.stringify(state) }))
            if (i % 20 === 0) await new Promise(requestAnimationFrame)
          }
        },
        [data, from, times] as const,
      )
    const measured = async () => {
      await client.send('HeapProfiler.collectGarbage')
      const { metrics } = await client.send('Performance.getMetrics')
      const of = (name: string) => metrics.find(metric => metric.name === name)?.value ?? 0
      return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') }
    }
    await client.send('Performance.enable')
    await speak(1, 1000)
    const before = await measured()
    await speak(1001, 4000)
    expect(await page.getByText('5,000', { exact: true }).count()).toBe(1)
    const after = await measured()
    expect(after.nodes - before.nodes).toBeLessThan(50)
    // One kept for each change would be four thousand; the browser's own come and go by a dozen.
    expect(after.listeners - before.listeners).toBeLessThan(100)
    expect(after.heap - before.heap).toBeLessThan(2_000_000)
    await page.evaluate(() =>
      (window as unknown as { lineNow(): EventTarget }).lineNow().dispatchEvent(new Event('error')),
    )
    await page.getByText('正在重新连接').waitFor()
    await page.waitForTimeout(2500)
    await speak(5001, 1)
    expect(await page.getByText('正在重新连接').count()).toBe(0)
    expect(await findings(page)).toEqual([])
    await context.close()
  })
})
