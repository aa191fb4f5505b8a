/** The checks of a bank, each on a bank that has just that fault. */
import { describe, expect, it, test } from 'vitest'
import type { QuestionDraft } from '../question/question.ts'
import { bankFindings, equalOptions, longestKeys } from './check.ts'
import { chineseNumber, figuresInChinese, figuresInEnglish, figuresThatDiffer } from './figures.ts'
import { letterPairs, similarity } from './similar.ts'
import { articlesOf, sourceProblem } from './statutes.ts'

const stems = [
  '谁可以申请专利',
  '商标注册后怎样续展',
  '作品什么时候产生著作权',
  '商业秘密靠什么成立',
  '地理标志由谁使用',
  '软件登记证明什么',
  '品种命名看什么',
  '布图设计何时登记',
]

/** A bank without a fault: keys spread over the positions, lengths equal, every stem its own. */
function soundBank(size = 32): QuestionDraft[] {
  return Array.from({ length: size }, (_, i) => ({
    externalId: `1.01-${i}`,
    kind: 'single',
    chapter: 1,
    entryId: '1.01',
    level: 1,
    seconds: 20,
    validFrom: '2021-06-01',
    validTo: null,
    face: {
      scenario: null,
      stem: {
        zh: `${stems[i % 8]}${String.fromCodePoint(0x6800 + 97 * i, 0x7200 + 31 * i, 0x5600 + 53 * i)}`,
        en: 'Who may?',
      },
      options: ['甲', '乙', '丙', '丁'].map(zh => ({ zh, en: `${zh}` })),
    },
    right: 1 << (i % 4),
    explanation: { zh: '专利法第九条。', en: 'Article 9 of the Patent Law.' },
    sources: [{ law: 'PatL-2020', article: '9', anchors: ['最先申请'] }],
  }))
}

/** The sound bank with some of its questions changed. */
const changed = (change: (draft: QuestionDraft, i: number) => Partial<QuestionDraft>, size?: number): string[] =>
  bankFindings(soundBank(size).map((draft, i) => ({ ...draft, ...change(draft, i) }))).map(f => `${f.id}: ${f.message}`)
const faceWith = (draft: QuestionDraft, face: Partial<QuestionDraft['face']>) => ({ face: { ...draft.face, ...face } })

describe('a bank', () => {
  it('without a fault gives nothing to mend', () => {
    expect(changed(() => ({}))).toEqual([])
  })

  it('whose longest option is the key more often than chance would have it is found, in either language', () => {
    const longer = (locale: 'zh' | 'en', times: number) =>
      changed((draft, i) => {
        const options = draft.face.options.map((option, k) =>
          i < times && draft.right === 1 << k ? { ...option, [locale]: `${option[locale]}以及更多` } : option,
        )
        return faceWith(draft, { options })
      })
    expect(longer('zh', 8)).toEqual([])
    expect(longer('zh', 9)).toEqual([
      expect.stringMatching(/longest option \(zh\) in 9 of 32 questions, by chance in 8/),
    ])
    expect(longer('en', 9)).toEqual([expect.stringMatching(/longest option \(en\)/)])
  })

  it('counts a key as longest only when no other option is as long', () => {
    const { asked, longest, expected } = longestKeys(soundBank(), 'zh')
    expect([asked, longest.length, expected]).toEqual([32, 0, 8])
  })

  it('whose keys crowd at one position, or whose statements are mostly true, is found', () => {
    expect(changed(() => ({ right: 0b0001 }))).toContainEqual(expect.stringMatching(/the key stands at A in 32 of 32/))
    expect(changed(() => ({ kind: 'truefalse', right: 0b01 }))).toEqual([
      expect.stringMatching(/32 of 32 statements are true/),
    ])
  })

  it('that asks nearly the same twice is found, but not when the two are never valid together', () => {
    const stem = { zh: '注册商标的有效期是几年，从哪一天起算？', en: 'How long?' }
    const again = { zh: '注册商标的有效期为几年，从哪一天起算？', en: 'How long?' }
    const twice = (more: Partial<QuestionDraft>) =>
      changed((draft, i) =>
        i === 4
          ? { ...faceWith(draft, { stem }), validTo: '2026-12-31' }
          : i === 8
            ? { ...faceWith(draft, { stem: again }), ...more }
            : {},
      )
    expect(twice({})).toEqual(['1.01-8: asks nearly the same as 1.01-4'])
    expect(twice({ validFrom: '2027-01-01' })).toEqual([])
    expect(twice({ validFrom: '2027-01-01', right: 0b0010 })).toEqual([
      '1.01-8: has another answer than 1.01-4: the stem needs a date',
    ])
  })

  it('with two equal options, a date that is none, or figures in one language only is found', () => {
    const first = (face: (draft: QuestionDraft) => Partial<QuestionDraft['face']>) =>
      changed((draft, i) => (i === 0 ? faceWith(draft, face(draft)) : {}))
    const options = [
      { zh: '三个月', en: 'Three months' },
      { zh: '三个月。', en: 'six months' },
      { zh: '九天', en: 'nine days' },
    ]
    expect(first(() => ({ options }))).toEqual([
      '1.01-0: 3 stands in one language only: “三个月。”',
      '1.01-0: two options are equal: “三个月。”',
    ])
    expect(first(() => ({ stem: { zh: '按照现行商标法，谁可以异议？', en: 'Who may oppose?' } }))).toEqual([
      '1.01-0: “现行” needs a date in the stem',
    ])
    expect(
      first(() => ({
        stem: { zh: '2027年1月1日起，按照新商标法，谁可以异议？', en: 'From 1 January 2027, who may oppose?' },
      })),
    ).toEqual([])
  })
})

test('equal options are equal whatever their punctuation, in either language', () => {
  expect(
    equalOptions([
      { zh: '甲', en: 'A one' },
      { zh: '乙', en: 'a-one' },
    ]),
  ).toEqual(['a-one'])
})

test.each([
  ['三', 3],
  ['十二', 12],
  ['二十', 20],
  ['三百五十万', 3_500_000],
  ['一千零一十九', 1019],
  ['一亿二千万', 120_000_000],
])('%s is %i', (text, number) => expect(chineseNumber(text)).toBe(number))

describe('figures', () => {
  it.each([
    ['二十年，自申请日起', 'twenty years from filing', []],
    ['二十年，自申请日起', 'ten years from filing', [20]],
    ['五百元以上五百万元以下', 'from 500 to 5 million yuan', []],
    ['三万元', '30,000 yuan', []],
    ['2027年1月1日起二个月', 'two months from 1 January 2027', []],
    ['到第五十年的12月31日', 'until 31 December of the fiftieth year', []],
    ['扩大到十倍', 'tenfold', []],
    ['两人共同创作', 'they wrote it together', []],
    ['两年', 'a long time', [2]],
    ['半年', '6 months', [6]],
    ['百姓万一不懂，四川人也一样', 'people anywhere', []],
    ['数万次', 'tens of thousands', []],
    ['许可第三人使用', 'license others to use it', []],
  ])('%s | %s', (zh, en, differ) => expect(figuresThatDiffer({ zh, en })).toEqual(differ))

  it('are read from digits and words alike', () => {
    expect([...figuresInChinese('5,000元、五千元、3.5%')]).toEqual([5000, 3.5])
    expect([...figuresInEnglish('one hundred and twenty-five, 7').all]).toEqual([125, 7])
  })
})

describe('statutes', () => {
  const statute = articlesOf(
    '# 法\n\n第一条 为了公平。\n\n**第二条**　期限为二十年。\n第一条的规定不变。\n\n第二条之一　为三\n个月。\n\n第四条 第三条、第二条所规定的，无效。\n',
  )
  const source = (article: string, ...anchors: string[]) => ({ law: 'L', article, anchors })

  it('are cut into articles, also those inserted later; a reference at the start of a line begins none', () => {
    expect([...statute.keys()]).toEqual(['1', '2', '2-1', '4'])
    expect(statute.get('2')).toContain('规定不变')
  })

  it('say what is cited, or what is missing is named', () => {
    expect(sourceProblem(statute, source('2', '二十年'))).toBeNull()
    expect(sourceProblem(statute, source('2-1', '三个月'))).toBeNull()
    expect(sourceProblem(statute, source('2', '十五年'))).toBe('Article 2 of L does not say “十五年”')
    expect(sourceProblem(statute, source('3', '无效'))).toBe('L has no Article 3')
    expect(sourceProblem(undefined, source('1'))).toBe('the text of L is not there')
  })
})

test('texts are as alike as the pairs of letters they share', () => {
  const alike = (a: string, b: string) => similarity(letterPairs(a), letterPairs(b))
  expect(alike('商标续展', '商标，续展！')).toBe(1)
  expect(alike('商标续展', '作品登记')).toBe(0)
  expect(alike('注册商标的续展', '注册商标的转让')).toBeCloseTo(8 / 12)
})
