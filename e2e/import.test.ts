/** An administrator brings questions in and takes them back, with the keyboard alone. */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Runtime } from '#services/runtime'
import { staffWith } from '#services/testing-staff'
import { complaintsOf, findings, openBrowser, windowWith } from './browser.ts'
import { prepareData, type RunningSite, startSite } from './site.ts'

let site: RunningSite
let browser: Browser
let page: Page
let complaints: string[]
let session = ''

beforeAll(async () => {
  const makeStaff = async (rt: Runtime) => {
    session = (await staffWith(rt, ['administrator'], { login: 'wang', name: '王芳' })).token
  }
  site = await startSite(await prepareData(makeStaff))
  browser = await openBrowser()
  const viewport = { width: 1280, height: 800 }
  page = await (await windowWith(browser, site.url, [['__Host-session', session]], { viewport })).newPage()
  complaints = complaintsOf(page)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** Tabs until something with this name has the focus, as somebody without a mouse does. */
async function tabTo(name: string | RegExp): Promise<void> {
  for (let pressed = 0; pressed < 150; pressed++) {
    await page.keyboard.press('Tab')
    const said = await page.evaluate(() => {
      const here = document.activeElement as HTMLInputElement | null
      return here?.getAttribute('aria-label') ?? here?.labels?.[0]?.textContent ?? here?.textContent ?? ''
    })
    if (typeof name === 'string' ? said.trim().startsWith(name) : name.test(said)) return
  }
  throw new Error(`The keyboard never reached ${name}`)
}

const well = async () => expect(await findings(page)).toEqual([])

async function paste(text: string): Promise<void> {
  await page.goto(`${site.url}/zh/staff/questions/import`)
  await well()
  await tabTo('或者粘贴文字')
  await page.keyboard.insertText(text)
  await tabTo('上传并检查')
  await page.keyboard.press('Enter')
}

/** Says what the four columns of such a table hold, and reads it: one row is right, one wrong. */
async function nameColumns(): Promise<void> {
  for (const [column, choice] of [
    ['A', '题干'],
    ['B', '选项 A'],
    ['C', '选项 B'],
    ['D', '答案'],
  ] as const) {
    await tabTo(new RegExp(`^是什么 ${column} `))
    // Typing in a list chooses by name.
    await page.locator(':focus').selectOption({ label: choice })
  }
  await tabTo('按这样读取')
  await page.keyboard.press('Enter')
  await page.getByText('1 行有错误，不会入库').waitFor()
}

const foreign = ['甲栏,乙栏,丙栏,丁栏', '谁可以申请专利？,发明人,路人,A', '谁可以申请商标？,任何人,外星人,E'].join('\n')

it('A foreign table is pasted, its columns are named, its problems are walked through, the good row is stored', async () => {
  await paste(foreign)
  await page.getByRole('heading', { name: '这张表的列分别是什么？' }).waitFor()
  await well()
  await nameColumns()
  await page.getByText('这样的表您以前说明过').waitFor()
  await well()
  await tabTo('下一处')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.textContent === '粘贴的题目.txt!D3')
  await page.keyboard.press('j')
  await page.waitForFunction(() => document.activeElement?.textContent !== '粘贴的题目.txt!D3')
  await tabTo('名称')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText('键盘题')
  await tabTo('把 1 道题存为新题集')
  await page.keyboard.press('Enter')
  await page.getByText('共 2 行：新题 1，修订 0，没有变化 0，未入库 1。').waitFor()
  await page.getByRole('heading', { name: '键盘题' }).waitFor()
  await well()
})

it('A table without headings is read from its first row; where it leaves a doubt, a tick says so', async () => {
  await paste('谁可以申请专利？,发明人,路人,A\n谁可以申请商标？,任何人,外星人,A')
  await page.getByText('这张表没有表头，第一行就按题目读取').waitFor()
  await page.getByRole('button', { name: '把 2 道题存为新题集' }).waitFor()
  await well()

  await paste('谁可以申请专利？,发明人,路人,甲\n谁可以申请商标？,任何人,外星人,A')
  await page.getByRole('heading', { name: '这张表的列分别是什么？' }).waitFor()
  await tabTo('第一行就是题目')
  await page.keyboard.press('Space')
  await page.getByRole('cell', { name: '谁可以申请专利？ · 谁可以申请商标？' }).waitFor()
  await well()
  await nameColumns()
  await page.getByText('答案“甲”').waitFor()
  await page.getByRole('link', { name: '修改列的对应' }).click()
  expect(await page.getByRole('checkbox', { name: /第一行就是题目/ }).isChecked()).toBe(true)
})

it('The batch is taken back from the list of imports', async () => {
  await page.goto(`${site.url}/zh/staff/questions/batches`)
  await well()
  await tabTo('撤销 键盘题')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '确定撤销整批 键盘题' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(/已于 .* 撤销/).waitFor()
  await page.goto(`${site.url}/zh/staff/questions/sets`)
  expect(await page.getByText('键盘题').count()).toBe(0)
  expect(complaints).toEqual([])
})
