/** Lists and certificates of a contest that is over: two people without a mouse, and downloads that break. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { request } from 'node:http'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshFor } from '#core/account/factor'
import { dayMs } from '#core/day'
import { columnsOf } from '#core/prize/export-columns'
import { entrant } from '#services/prize-testing'
import type { Runtime } from '#services/runtime'
import { readXlsx } from '#services/sheet/xlsx'
import { contestWith, noon } from '#services/testing'
import { staffSession, staffWith } from '#services/testing-staff'
import { complaintsOf, findings, openBrowser, windowWith } from './browser.ts'
import { type Client, clientOf } from './client.ts'
import { press, reach, rewrite, tabTo, write } from './keyboard.ts'
import { prepareData, type RunningSite, startSite } from './site.ts'
import { appOf } from './staff-client.ts'

let site: RunningSite
/** Zhao, who asks for lists and issues certificates; her code is older than five minutes. */
const zhao = { token: '', secret: '' }
/** Qian, who reviews. */
let qian = ''

/** A contest that ended yesterday, with three people in it. */
async function endedContest(rt: Runtime): Promise<void> {
  const now = Date.now()
  const window = { opensAt: now - 3 * dayMs, closesAt: now - dayMs, publishedAt: now - 4 * dayMs }
  const id = await contestWith(rt, { slug: 'ended', ...window })
  for (const [i, name] of ['张三丰', '欧阳小敏', '李四光'].entries())
    await entrant({ rt: rt as Parameters<typeof entrant>[0]['rt'] }, id, {
      ...{ phone: `1380013200${i + 1}`, score: 90 - 20 * i, name, at: now - 2 * dayMs - noon },
    })
  const asks = await staffWith(rt, ['organizer'], { login: 'zhao', name: '赵组织' })
  Object.assign(zhao, { secret: asks.secret, token: await staffSession(rt, asks.id, now - freshFor) })
  qian = (await staffWith(rt, ['auditor'], { login: 'qian', name: '钱审计' })).token
}

beforeAll(async () => {
  site = await startSite(await prepareData(endedContest))
})
afterAll(async () => {
  await site?.stop()
})

describe('A download that breaks', () => {
  let client: Client
  let id = ''
  let whole: Buffer

  interface Part {
    status: number
    headers: Record<string, string | string[] | undefined>
    bytes: Buffer
  }

  /** Over a connection of its own, which is cut once so many bytes have come. */
  const fetched = (headers: Record<string, string> = {}, most = Number.POSITIVE_INFINITY): Promise<Part> =>
    new Promise((resolve, reject) => {
      const cookie = `__Host-session=${zhao.token}`
      const path = `${site.url}/api/v1/staff/exports/${id}/file`
      const asking = request(path, { agent: false, headers: { cookie, ...headers } }, answer => {
        const pieces: Buffer[] = []
        let got = 0
        const end = () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(pieces) })
        answer.on('data', (piece: Buffer) => {
          if (got >= most) return
          pieces.push(piece)
          got += piece.length
          if (got >= most) {
            asking.destroy()
            end()
          }
        })
        answer.on('end', end)
        answer.on('error', error => got < most && reject(error))
      })
      asking.on('error', error => most === Number.POSITIVE_INFINITY && reject(error))
      asking.end()
    })

  /** Begins a masked list and waits until its file is there. @returns its id */
  async function listed(): Promise<string> {
    const wish = { kind: 'answers', format: 'csv', masked: true, columns: columnsOf.answers, region: null }
    const path = '/api/v1/staff/contests/chongqing-2021/exports'
    const begun = await client.send('POST', path, { ...wish, reason: '统计各题对错' })
    const { export: made } = begun.body as { export: string }
    const state = async () =>
      ((await client.send('GET', `/api/v1/staff/exports/${made}`)).body as { state: string }).state
    await expect.poll(state, { timeout: 100_000 }).toBe('ready')
    return made
  }

  it('comes whole when nothing breaks', async () => {
    client = clientOf(site.url)
    client.cookies.set('__Host-session', zhao.token)
    id = await listed()
    const answer = await fetched()
    whole = answer.bytes
    expect([answer.status, answer.headers['content-length']]).toEqual([200, String(whole.length)])
    expect(whole.subarray(0, 3).toString('hex')).toBe('efbbbf')
    expect(whole.length).toBeGreaterThan(400_000)
  })

  it('goes on where it was cut, and what was put together is the file', async () => {
    const first = await fetched({}, 40_000)
    expect(first.headers['accept-ranges']).toBe('bytes')
    expect(first.bytes.length).toBeLessThan(whole.length)
    const etag = String(first.headers.etag)
    const rest = await fetched({ range: `bytes=${first.bytes.length}-`, 'if-range': etag })
    expect(rest.status).toBe(206)
    expect(rest.headers['content-range']).toBe(`bytes ${first.bytes.length}-${whole.length - 1}/${whole.length}`)
    expect(rest.headers['content-length']).toBe(String(whole.length - first.bytes.length))
    expect(Buffer.concat([first.bytes, rest.bytes]).equals(whole)).toBe(true)
  })

  it('breaks ten times and comes whole all the same; no file is left open', async () => {
    let got = Buffer.alloc(0)
    for (let broken = 0; broken < 10; broken++)
      got = Buffer.concat([got, (await fetched({ range: `bytes=${got.length}-` }, 20_000)).bytes])
    got = Buffer.concat([got, (await fetched({ range: `bytes=${got.length}-` })).bytes])
    expect(got.equals(whole)).toBe(true)
    const folder = `/proc/${site.process.pid}/fd`
    const open = () => readdirSync(folder).filter(fd => leadsTo(`${folder}/${fd}`).includes(`/exports/${id}`))
    if (process.platform === 'linux') await expect.poll(open, { timeout: 10_000 }).toEqual([])
  })

  it('begins anew when the file is another one', async () => {
    const etag = String((await fetched({}, 1)).headers.etag)
    id = await listed()
    const again = await fetched({ range: 'bytes=40000-', 'if-range': etag })
    expect(again.status).toBe(200)
    expect(again.headers['content-range']).toBeUndefined()
    expect(again.headers.etag).not.toBe(etag)
    expect(again.bytes).toHaveLength(Number(again.headers['content-length']))
    whole = again.bytes
  })

  it.each([
    ['bytes=0-0', (all: Buffer) => all.subarray(0, 1)],
    ['bytes=100-199', (all: Buffer) => all.subarray(100, 200)],
    ['bytes=-50', (all: Buffer) => all.subarray(-50)],
    ['bytes=5-999999999', (all: Buffer) => all.subarray(5)],
  ])('%s is that part', async (range, part) => {
    const answer = await fetched({ range })
    expect([answer.status, answer.bytes.equals(part(whole))]).toEqual([206, true])
  })

  it.each(['bytes=9-5', 'bytes=-', 'bytes=0-1,5-9', 'lines=0-1'])('%s is no part: the whole file', async range => {
    const answer = await fetched({ range })
    expect([answer.status, answer.bytes.equals(whole)]).toEqual([200, true])
  })

  it.each([(size: number) => `bytes=${size}-`, () => 'bytes=-0', () => 'bytes=999999999-1000000000'])(
    'a part behind the end is refused with the size: 416',
    async range => {
      const answer = await fetched({ range: range(whole.length) })
      expect([answer.status, answer.headers['content-range']]).toEqual([416, `bytes */${whole.length}`])
      expect(answer.bytes).toHaveLength(0)
    },
  )

  it('is nobody else’s: without the session, 401', async () => {
    expect((await fetched({ cookie: '', range: 'bytes=1-' })).status).toBe(401)
  })
})

/** Where a link leads; '' for what is gone meanwhile. */
function leadsTo(link: string): string {
  try {
    return readlinkSync(link)
  } catch {
    return ''
  }
}

describe('An organizer without a mouse', () => {
  let browser: Browser
  let page: Page
  let complaints: string[]
  const well = async (on: Page) => expect(await findings(on)).toEqual([])
  const desk = async (token: string) =>
    (
      await windowWith(browser, site.url, [['__Host-session', token]], { viewport: { width: 1280, height: 800 } })
    ).newPage()

  beforeAll(async () => {
    browser = await openBrowser()
    page = await desk(zhao.token)
    complaints = complaintsOf(page)
  })
  afterAll(async () => {
    await browser?.close()
  })

  /** Chooses the full list of winners, as it stays chosen after nothing. */
  async function wishInFull(reason: string): Promise<void> {
    await reach(page, page.getByRole('radio', { name: '公示形式' }))
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { name: '完整姓名和手机号' }).isChecked()).toBe(true)
    await write(page, 'reason', reason)
    await press(page, 'button', '开始导出')
  }

  it('has no full list without a reason, a fresh code and a second person; with them it is downloaded', async () => {
    await page.goto(`${site.url}/zh/staff/contests/ended/exports`)
    await wishInFull('')
    await page.locator('#reason-error').waitFor()
    await well(page)
    await write(page, 'reason', '联系获奖者领奖')
    await press(page, 'button', '开始导出')
    const dialog = page.getByRole('dialog', { name: '请再验证一次身份' })
    await dialog.waitFor()
    await well(page)
    await reach(page, dialog.getByLabel('验证码'))
    await page.keyboard.type(appOf(zhao.secret)())
    await page.keyboard.press('Enter')
    await page.getByText('已提请复核').waitFor()
    await well(page)

    const second = await desk(qian)
    await second.goto(`${site.url}/zh/staff/approvals`)
    await second.getByText('联系获奖者领奖').first().waitFor()
    await second.getByText('导出竞赛“试赛”的“获奖名单”').waitFor()
    await well(second)
    // To refuse, one says why.
    await press(second, 'button', '不同意')
    await second.getByRole('alert').getByText('请写明理由，至少 4 个字。').waitFor()
    await well(second)
    await tabTo(second, 'textbox', '复核意见')
    await second.keyboard.type('用途属实')
    await press(second, 'button', /^同意$/)
    await second.getByText('没有等待复核的事').waitFor()
    await second.context().close()

    await page.reload()
    await wishInFull('联系获奖者领奖')
    await page.getByText('文件已写好').waitFor()
    await well(page)
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'link', '下载')])
    const [list, about] = await readXlsx(readFileSync(await download.path()))
    const shown = list?.rows.slice(1).map(row => row.cells.slice(0, 3))
    expect(shown?.[0]).toEqual(['1', '张三丰', '13800132001'])
    expect(about?.rows.map(row => row.cells[1])).toEqual(expect.arrayContaining(['赵组织', '联系获奖者领奖']))
  })

  it('is in the log with it: approved, made with its reason, fetched, each with who', async () => {
    const auditor = await desk(qian)
    for (const [action, who] of [
      ['export.made', /赵组织.*联系获奖者领奖/],
      ['export.downloaded', /赵组织/],
      ['approval.approved', /钱审计/],
    ] as const) {
      await auditor.goto(`${site.url}/zh/staff/audit?action=${action}`)
      await auditor.getByRole('row').filter({ hasText: 'contest:ended' }).filter({ hasText: who }).waitFor()
    }
    await press(auditor, 'button', '核对全部记录')
    await auditor.getByText(/条记录完好/).waitFor()
    await well(auditor)
    await auditor.context().close()
  })

  it('issues certificates to who reaches the mark, then to all; anybody checks one by its number; revoked, it says so', async () => {
    await page.goto(`${site.url}/zh/staff/contests/ended/certificates`)
    await well(page)
    const issued = async (least: string, issued: number, all: number) => {
      await rewrite(page, 'least', least)
      await press(page, 'button', '开始颁发')
      await page.getByText(`完成：新颁发 ${issued} 张`).waitFor()
      expect(await page.getByRole('progressbar').evaluate(bar => (bar as HTMLProgressElement).value)).toBe(all)
      await page.getByRole('heading', { name: `已颁发的证书（${all}）` }).waitFor()
      await well(page)
    }
    await issued('60', 2, 2)
    await issued('0', 1, 3)
    const row = page.getByRole('row', { name: /张\*\*/ })
    const number = (await row.getByRole('rowheader').textContent()) ?? ''
    expect(number).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)

    const anybody = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
    const check = async (typed: string, answer: string) => {
      await anybody.goto(`${site.url}/zh/verify`)
      await write(anybody, 'number', typed)
      await anybody.keyboard.press('Enter')
      await anybody.getByText(answer).first().waitFor()
      await well(anybody)
    }
    await check(number.toLowerCase().replaceAll('-', ' '), '真实有效')
    expect(await anybody.locator('dl').first().textContent()).toContain('张**')
    expect(await anybody.content()).not.toContain('张三丰')
    await check(`${number.slice(0, -1)}${number.endsWith('7') ? '8' : '7'}`, '编号有误')

    await reach(page, row.getByRole('button', { name: /^撤销/ }))
    await page.keyboard.press('Enter')
    await page.getByLabel('撤销理由').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('请写明理由。核验页面会显示它。').first().waitFor()
    await well(page)
    await tabTo(page, 'textbox', '撤销理由')
    await page.keyboard.type('成绩已取消')
    await page.keyboard.press('Enter')
    await row.getByText('已撤销').waitFor()
    await well(page)
    await check(number, '已撤销')
    await anybody.getByText('成绩已取消').waitFor()
    // What was refused on purpose: a list in full without a fresh code.
    expect(complaints.filter(complaint => !/status of 40[13]/.test(complaint))).toEqual([])
  })

  it('prints the whole batch as one file, a page for each certificate that holds', async () => {
    await page.goto(`${site.url}/zh/staff/contests/ended/certificates`)
    await press(page, 'link', '打印整批证书（一份 PDF）')
    await page.waitForURL('**/ended/exports')
    const batch = page.getByRole('radio', { name: '证书（一份 PDF，供打印）' })
    await reach(page, page.getByRole('radio', { name: '获奖名单' }))
    while (!(await batch.isChecked())) await page.keyboard.press('ArrowDown')
    await well(page)
    await write(page, 'reason', '颁奖典礼打印')
    await press(page, 'button', '开始导出')
    await page.getByText('文件已写好').waitFor()
    await well(page)
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'link', '下载')])
    expect(download.suggestedFilename()).toBe('ended-certificates-masked.pdf')
    const pdf = readFileSync(await download.path()).toString('latin1')
    expect(pdf).toMatch(/^%PDF-1\.\d[\s\S]*%%EOF\s*$/)
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2)
  })
})
