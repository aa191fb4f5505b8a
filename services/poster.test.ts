import sharp from 'sharp'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { poster } from './poster.ts'
import { contestWith, openTestSite, type TestSite } from './testing.ts'
import { staffWith } from './testing-staff.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
  await contestWith(site.rt)
})
afterEach(() => site.close())

it('makes a poster to print: a picture of 300 dots an inch, and a page of it', async () => {
  const organizer = (await staffWith(site.rt, ['organizer'])).may('contests.write')
  const wish = { locale: 'zh', origin: 'https://ip.example.cn' } as const
  const png = await poster(site.rt, organizer, 'test', { ...wish, format: 'png' })
  expect(await sharp(png.ok ? png.value : Buffer.alloc(0)).metadata()).toMatchObject({ format: 'png', width: 2480 })
  const pdf = await poster(site.rt, organizer, 'test', { ...wish, format: 'pdf' })
  expect(pdf.ok && pdf.value.subarray(0, 5).toString()).toBe('%PDF-')
  expect(await poster(site.rt, organizer, 'other', { ...wish, format: 'png' })).toMatchObject({ refusal: 'not-found' })
})
