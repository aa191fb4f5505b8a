/** A citizen takes a copy of their data and closes the account, by keyboard, on a phone. */
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertAccount, setName } from '#db/account'
import { chooseRegion } from '#services/account'
import type { Runtime } from '#services/runtime'
import { publicId } from '#services/secrets'
import { openSessionOf } from '#services/session'
import { codeFor, complaintsOf, findings, openBrowser, phone, windowWith } from './browser.ts'
import { press, write } from './keyboard.ts'
import { prepareData, type RunningSite, startSite } from './site.ts'

let site: RunningSite
let browser: Browser
let page: Page
let complaints: string[]
let token = ''
const number = '13800131007'

/** Somebody who is signed in, without having asked for a code within this minute. */
async function person(rt: Runtime): Promise<void> {
  const phoneIndex = rt.secrets.blindIndex(number)
  const phoneCipher = rt.secrets.encrypt(number)
  const account = { publicId: publicId(), phoneIndex, phoneCipher, createdAt: rt.clock.now() }
  const id = await rt.storage.atomically(tx => insertAccount(tx, account))
  await rt.storage.atomically(tx => setName(tx, id, '欧阳小敏', true))
  await chooseRegion(rt, id, { region: 'yuzhong' })
  token = await openSessionOf(rt, id)
}

beforeAll(async () => {
  site = await startSite(await prepareData(person))
  browser = await openBrowser()
  const context = await windowWith(browser, site.url, [['__Host-session', token]], { viewport: phone })
  page = await context.newPage()
  complaints = complaintsOf(page)
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const well = async () => expect(await findings(page)).toEqual([])
/** The whole width is there: nothing is cut off at the side. */
const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

it('“My page” leads to one’s data, and the copy is a file with the full number', async () => {
  await page.goto(`${site.url}/zh/me`)
  await well()
  await press(page, 'link', '我的数据与注销')
  await page.getByRole('heading', { name: '我的数据', level: 1 }).waitFor()
  await well()
  expect(await fits()).toBe(true)
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'link', '下载我的数据（JSON）')])
  expect(file.suggestedFilename()).toBe('my-data.json')
  const copy = JSON.parse(await readFile(await file.path(), 'utf8'))
  expect(copy.account).toMatchObject({ phone: number, name: '欧阳小敏' })
})

it('The account is closed with a code and no mouse, and says so; nobody is signed in any more', async () => {
  await press(page, 'button', '注销账号')
  await page.getByText('请填写验证码。').first().waitFor()
  await well()
  await press(page, 'button', '发送验证码')
  await page.getByText('验证码已发到您登录用的手机。').waitFor()
  await write(page, 'code', await codeFor(site.url, number))
  await press(page, 'button', '注销账号')
  const done = page.getByRole('heading', { name: '账号已注销' })
  await done.waitFor()
  expect(await done.evaluate(node => node === document.activeElement)).toBe(true)
  await well()
  expect(complaints).toEqual([])
  await press(page, 'link', '回到首页')
  await page.waitForURL(`${site.url}/zh`)
  await page.goto(`${site.url}/zh/me`)
  await page.waitForURL(/sign-in/)
})

it('The privacy page says that one can do it oneself, in both languages', async () => {
  for (const [locale, link] of [
    ['zh', '我的数据与注销'],
    ['en', 'My data, closing the account'],
  ] as const) {
    await page.goto(`${site.url}/${locale}/privacy`)
    expect(await page.getByRole('link', { name: link }).getAttribute('href')).toBe(`/${locale}/me/my-data`)
    await well()
  }
})
