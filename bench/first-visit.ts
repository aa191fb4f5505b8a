/** What a first visit to a page transfers, seen from a real browser with an empty cache. */
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

export interface FirstVisit {
  jsKB: number
  totalKB: number
}

/** @returns null where there is no Chromium. Sizes with gzip, as an older phone gets them; 1 KB is 1000 bytes. */
export async function firstVisit(url: string): Promise<FirstVisit | null> {
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', chromium.executablePath()].find(
    place => place && existsSync(place),
  )
  if (!executablePath) return null
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
  const page = await browser.newPage()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Encoding': 'gzip' } })
  const scripts = new Set<string>()
  let js = 0
  let total = 0
  devtools.on('Network.responseReceived', ({ requestId, type }) => void (type === 'Script' && scripts.add(requestId)))
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    total += encodedDataLength
    if (scripts.has(requestId)) js += encodedDataLength
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await browser.close()
  return { jsKB: js / 1000, totalKB: total / 1000 }
}
