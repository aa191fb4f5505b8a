/** Searching the handbook, as people type. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Piece, type SearchText, search, searchIndex, wordsOf } from './search.ts'

const entry = (id: string, zh: string, pinyin: string, en: string, body: [string, string]): SearchText => ({
  id,
  title: { zh, en },
  syllables: pinyin.split(' ').map(syllable => syllable.replace('_', '')),
  body: { zh: body[0], en: body[1] },
})

const index = searchIndex([
  entry('5.11', '商标续展：每次十年', 'shang biao xu zhan _ mei ci shi nian', 'Renewal: ten years each time', [
    '注册商标期满前可以续展，次数不限。',
    'A registered mark can be renewed before it expires.',
  ]),
  entry('3.09', '专利保护多少年', 'zhuan li bao hu duo shao nian', 'How long patents last', [
    '发明专利二十年，实用新型十年，从申请日起算。和商标不同，不能续展。',
    'Twenty years for an invention, ten for a utility model, counted from the filing date.',
  ]),
  entry('6.13', '买了画就能印画册吗', 'mai le hua jiu neng yin hua ce ma', 'Buying a painting', [
    '原件卖了，著作权还在作者手里。',
    'The copyright stays with the author.',
  ]),
  entry('12.03', 'PCT：一份申请，多国起步', '_ _ _ _ yi fen shen qing _ duo guo qi bu', 'The PCT route', [
    '一份国际申请，可以指定许多国家。',
    'One international application designates many countries.',
  ]),
])
const ids = (query: string, locale: 'zh' | 'en' = 'zh') => search(index, query, locale).found.map(({ id }) => id)
const marked = (pieces: Piece[] | undefined) => pieces?.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

describe('search', () => {
  it.each([
    ['商标', ['5.11', '3.09']],
    ['画', ['6.13']],
    ['续展', ['5.11', '3.09']],
    ['商标 续展', ['5.11', '3.09']],
    ['shangbiao', ['5.11']],
    ['shangb', ['5.11']],
    ['sbxz', ['5.11']],
    ['zhuanli', ['3.09']],
    ['PCT', ['12.03']],
    ['ｐｃｔ申请', ['12.03']],
    ['5.11', ['5.11']],
    ['renew', ['5.11']],
    ['copyright', ['6.13']],
    ['ight', []],
    ['火锅', []],
    ['', []],
    ['  “”！？ ', []],
  ])('%s finds %j', (query, expected) => expect(ids(query)).toEqual(expected))

  it('puts a title before a text, in the reader’s language first', () => {
    expect(ids('商标')[0]).toBe('5.11')
    expect(ids('patents', 'en')).toEqual(['3.09'])
  })

  it('marks what was found, in hanzi, by pinyin and in the sentence around it', () => {
    const [first, second] = search(index, '商标', 'zh').found
    expect(marked(first?.title)).toBe('[商标]续展：每次十年')
    expect(marked(first?.excerpt)).toBe('注册[商标]期满前可以续展，次数不限。')
    expect(marked(second?.excerpt)).toBe('…实用新型十年，从申请日起算。和[商标]不同，不能续展。')
    expect(marked(search(index, 'xuzhan', 'zh').found[0]?.title)).toBe('商标[续展]：每次十年')
    expect(marked(search(index, 'sbxz', 'zh').found[0]?.title)).toBe('[商标续展]：每次十年')
    expect(marked(search(index, 'renewal', 'en').found[0]?.title)).toBe('[Renewal]: ten years each time')
  })

  it('offers what comes near when nothing has all the words', () => {
    const near = search(index, '我的商标快到期了怎么续展', 'zh')
    expect([near.isNear, near.found[0]?.id]).toEqual([true, '5.11'])
  })

  it('parts words at blanks, marks and between hanzi and letters', () => {
    expect(wordsOf('AI生成 内容，"OR" 1=1 5.09')).toEqual(['ai', '生成', '内容', 'or', '1', '5.09'])
  })

  it('never fails and never loses a letter of what it shows, whatever is typed', () => {
    const titles = new Map(index.map(({ text }) => [text.id, text.title.zh]))
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('商', '标续', '%_"\\', '')),
        query => {
          for (const { id, title } of search(index, query, 'zh').found)
            expect(title.map(piece => piece.text).join('')).toBe(titles.get(id))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('answers ten thousand letters at once', () => {
    const before = process.threadCpuUsage()
    search(index, '商标'.repeat(5000), 'zh')
    search(index, '"(*?\\'.repeat(2000), 'zh')
    const { user, system } = process.threadCpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(50)
  })
})
