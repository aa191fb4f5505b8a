/** The printed handbook, read back: pages, letters, fonts, links. */
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Entry } from '#core/bank/entry'
import { bookletOf } from './pages.ts'

const both = (zh: string, en: string) => ({ zh, en })
const entry = (i: number): Entry => ({
  id: `1.${String(i).padStart(2, '0')}`,
  slug: `entry-${i}`,
  chapter: 1,
  core: true,
  status: i % 5 === 0 ? 'verify' : 'verified',
  level: 1,
  checkedOn: '2026-11-24',
  title: both(`商标续展之${i}`, `Renewal ${i}`),
  versions: [
    {
      validFrom: '2019-11-01',
      validTo: i % 2 ? '2026-12-31' : null,
      sources: [{ law: 'TmL-2019', article: '40', anchors: ['十二个月'] }],
      text: both('期满前十二个月内办理续展。'.repeat(12), 'Renew within twelve months. '.repeat(12)),
      example: both('老张在朝天门卖茶叶。', 'Lao Zhang sells tea at Chaotianmen.'),
    },
    ...(i % 2
      ? [
          {
            validFrom: '2027-01-01',
            validTo: null,
            sources: [{ law: 'TmL-2026', article: '44', anchors: ['十二个月'] }],
            text: both('从2027年起的说法。', 'As from 2027.'),
            example: both('老李。', 'Lao Li.'),
          },
        ]
      : []),
  ],
  related: [],
})
const parts = (locale: 'zh' | 'en', entries = 157) => ({
  locale,
  day: '2026-11-24',
  chapters: [
    {
      number: 1,
      name: both('认识知识产权', 'Meeting IP'),
      entries: Array.from({ length: entries }, (_, i) => entry(i + 1)),
    },
  ],
  laws: {
    'TmL-2019': both('商标法（2019年修正）', 'Trademark Law (2019)'),
    'TmL-2026': both('商标法（2026年修订）', 'Trademark Law (2026)'),
  },
  terms: [
    {
      name: both('商业秘密', 'trade secret'),
      meaning: both('不为公众所知悉的商业信息。', 'Information unknown to the public.'),
    },
  ],
})

/** All objects and unpacked streams of a PDF, as text. */
function opened(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  const streams = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...streams].join('\n')
}

describe.each(['zh', 'en'] as const)('the booklet in %s', locale => {
  it('is A5, a multiple of four pages, with both fonts embedded as the letters it uses', async () => {
    const bytes = await bookletOf(parts(locale))
    const text = opened(bytes)
    const pages = text.match(/\/Type \/Page\b/g)?.length ?? 0
    expect(pages).toBeGreaterThan(60)
    expect(pages % 4).toBe(0)
    expect(text).toContain('/MediaBox [0 0 419.53 595.28]')
    for (const font of ['NotoSansCJKsc-Regular', 'NotoSerifCJKsc-Bold'])
      expect(text).toMatch(new RegExp(`/BaseFont /[A-Z]{6}\\+${font}`))
    expect(text.match(/\/FontFile3/g)?.length).toBe(2)
    expect(bytes.length).toBeLessThan(2_000_000)
  })

  it('names its language and title, and has contents that lead to each entry and an outline of the chapters', async () => {
    const text = opened(await bookletOf(parts(locale, 30)))
    expect(text).toContain(`/Lang (${locale === 'zh' ? 'zh-CN' : 'en'})`)
    expect(text).toContain('/DisplayDocTitle true')
    // The chapter, thirty entries and the glossary.
    expect(text.match(/\/Subtype \/Link/g)?.length).toBe(32)
    expect(text.match(/\/Type \/Outlines/g)?.length ?? text.match(/\/Outlines/g)?.length).toBeGreaterThan(0)
  })

  it('is the same for the same handbook on the same day', async () => {
    const [a, b] = await Promise.all([bookletOf(parts(locale, 5)), bookletOf(parts(locale, 5))])
    const bare = (bytes: Buffer) =>
      bytes.toString('latin1').replaceAll(/\/ID \[.*?\]|\/(Mod|Creation)Date \(.*?\)|<xmp:.*?>|[A-Z]{6}\+/gs, '')
    expect(bare(a)).toBe(bare(b))
  })
})
