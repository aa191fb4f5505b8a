/** People without a mouse: they go by Tab, and press Enter. */
import type { Locator, Page } from 'playwright'

type Role = 'link' | 'button' | 'textbox' | 'checkbox' | 'radio' | 'combobox'

/** More stops than any page has. */
const most = 250

/** Tab until something has the focus. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let i = 0; i < most; i++) {
    if (await target.evaluate(node => node === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${target}`)
}

export const tabTo = (page: Page, role: Role, name: string | RegExp): Promise<void> =>
  reach(page, page.getByRole(role, { name }).first())

export async function press(page: Page, role: 'link' | 'button', name: string | RegExp): Promise<void> {
  await tabTo(page, role, name)
  await page.keyboard.press('Enter')
}

/** Types into the field of this id, behind what stands in it. */
export async function write(page: Page, id: string, words: string): Promise<void> {
  await reach(page, page.locator(`#${id}`))
  const isText = await page.evaluate(() => 'selectionStart' in (document.activeElement ?? {}))
  if (isText) await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(words)
}

/** Types into the field of this id in place of what stands in it. */
export async function rewrite(page: Page, id: string, words: string): Promise<void> {
  await reach(page, page.locator(`#${id}`))
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(words)
}
