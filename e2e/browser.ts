/** A browser for the journeys: phones and desks, signed-in people, and axe. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { clientOf, signIn } from './client.ts'

export const phone = { width: 390, height: 844 }

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export function openBrowser(): Promise<Browser> {
  const executablePath = places.find(place => place && existsSync(place))
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-background-networking'],
  })
}

/** A window of a person who is signed in already, by the same requests as the sign-in page. */
export async function windowOf(
  browser: Browser,
  url: string,
  number: string,
  options: BrowserContextOptions & { region?: string | null } = {},
): Promise<BrowserContext> {
  const { region = 'yuzhong', ...more } = options
  const client = clientOf(url)
  await signIn(client, number, region)
  return windowWith(browser, url, client.cookies, more)
}

/** A window that holds these cookies: with a session of one's own, another device of the same person. */
export async function windowWith(
  browser: Browser,
  url: string,
  cookies: Iterable<[string, string]>,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: phone, locale: 'zh-CN', ...options })
  // Cookies with the __Host- prefix are secure ones; browsers send those to http://localhost too.
  const secure = url.replace('http:', 'https:')
  const kept = [...cookies].map(([name, value]) => ({ name, value, url: secure, secure: true }))
  await context.addCookies([...kept, { name: 'known', value: '1', url }])
  return context
}

/** The newest code that was sent to a number. */
export async function codeFor(url: string, number: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/outbox?phone=${number}`)
  const { messages } = (await answer.json()) as { messages: { code: string }[] }
  return messages[0]?.code ?? ''
}

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** @returns one line for each finding of axe on the page as it stands; none when it is well */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axeSource, 'utf8'))
  return page.evaluate(async () => {
    // A seal that is still being pressed has no colour of its own yet.
    const moving = document
      .getAnimations()
      .filter(one => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(moving.map(one => one.finished))
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 160)}`))
  })
}

/** What a page complained about in its console; the policy's refusals stand there too. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('console', message => {
    // On a busy machine the server may say that it is busy; the page asks again.
    if (message.type() === 'error' && !message.text().includes('status of 503'))
      complaints.push(`${message.text()} ${message.location().url}`.trim())
  })
  return complaints
}
