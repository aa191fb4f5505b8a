import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProblemCode } from './problem.ts'
import { type Known, readSheets } from './rows.ts'
import type { Sheet } from './sheet.ts'

const known: Known = {
  chapters: [
    { number: 1, name: { zh: '认识知识产权', en: 'Meeting IP' } },
    { number: 5, name: { zh: '商标', en: 'Trademarks' } },
  ],
  entries: new Map([['5.09', { chapter: 5 }]]),
}
const headings = ['题型', '题干', '选项A', '选项B', '选项C', '选项D', '答案', '解析']
const sheetOf = (...rows: string[][]): Sheet => ({
  name: '题库',
  rows: rows.map((cells, at) => ({ number: at + 1, cells })),
  formulas: [],
})
const read = (...rows: string[][]) => readSheets([sheetOf(headings, ...rows)], known)
const question = (answer: string, kind = '单选', options = ['五年', '十年', '二十年', '五十年']) => [
  kind,
  '注册商标的有效期是几年？',
  ...Array.from({ length: 4 }, (_, i) => options[i] ?? ''),
  answer,
  '十年。',
]
const problems = (reading: ReturnType<typeof read>) => reading?.problems.map(({ code, cell }) => [code, cell])

describe('A row becomes a question', () => {
  it('with kind, options, key, explanation and what is usual for the rest', () =>
    expect(read(question('B'))).toMatchObject({
      rowsIn: 1,
      problems: [],
      drafts: [
        {
          row: 2,
          draft: {
            externalId: '#2',
            kind: 'single',
            right: 0b10,
            level: 3,
            seconds: 25,
            chapter: null,
            face: { stem: { zh: '注册商标的有效期是几年？', en: '' }, scenario: null },
            explanation: { zh: '十年。', en: '' },
          },
        },
      ],
    }))

  it.each([
    ['B', 0b10],
    ['b', 0b10],
    ['Ｂ', 0b10],
    [' B. ', 0b10],
    ['十年', 0b10],
  ])('whose answer may be written %s', (answer, right) =>
    expect(read(question(answer))?.drafts[0]?.draft.right).toBe(right),
  )

  it.each(['AC', 'A,C', 'A、C', 'a c', 'Ａ；Ｃ', 'C/A', 'A和C'])('with several right options as %s', answer =>
    expect(read(question(answer, '多选'))?.drafts[0]?.draft).toMatchObject({ kind: 'multiple', right: 0b101 }),
  )

  it.each([
    ['对', 1],
    ['√', 1],
    ['正确', 1],
    ['T', 1],
    ['true', 1],
    ['是', 1],
    ['Y', 1],
    ['错', 2],
    ['×', 2],
    ['错误', 2],
    ['F', 2],
    ['FALSE', 2],
    ['否', 2],
    ['x', 2],
    ['A', 1],
    ['B', 2],
  ])('true or false as %s', (answer, right) =>
    expect(read(question(answer, '判断', []))?.drafts[0]?.draft).toMatchObject({ kind: 'truefalse', right }),
  )

  it('true or false by letter means the option of that letter, also when 错误 comes first', () =>
    expect(read(question('A', '判断题', ['错误', '正确']))?.drafts[0]?.draft).toMatchObject({
      right: 2,
      face: { options: [{ zh: '正确' }, { zh: '错误' }] },
    }))

  it('of a kind that its answer tells when the sheet does not', () => {
    expect(read(question('AC', ''))?.drafts[0]?.draft.kind).toBe('multiple')
    expect(read(question('对', '', []))?.drafts[0]?.draft.kind).toBe('truefalse')
    expect(read(question('D', ''))?.drafts[0]?.draft.kind).toBe('single')
  })
})

describe('A problem names its place and what to do', () => {
  it.each<[ProblemCode, string, string[]]>([
    ['answer-not-option', 'G2', question('E')],
    ['answer-missing', 'G2', question('')],
    ['answer-unreadable', 'G2', question('第二个')],
    ['answer-several', 'G2', question('AB')],
    ['answer-one', 'G2', question('A', '多选')],
    ['answer-unreadable', 'G2', question('也许', '判断', [])],
    ['kind-unknown', 'A2', question('A', '填空')],
    ['options-few', 'D2', question('A', '单选', ['五年'])],
    ['option-gap', 'D2', question('A', '单选', ['五年', '', '十年'])],
    ['options-equal', 'E2', question('A', '单选', ['五 年', '十年', '五年。'])],
    ['stem-missing', 'B2', ['单选', '', '五年', '十年', '', '', 'A', '是']],
    ['text-long', 'B2', ['单选', '长'.repeat(1001), '五年', '十年', '', '', 'A', '是']],
    ['scenario-missing', 'A2', question('A', '案例')],
  ])('%s at %s', (code, cell, row) => {
    const reading = read(row)
    expect(problems(reading)).toContainEqual([code, cell])
    expect(reading?.drafts).toEqual([])
    expect(reading?.rowsIn).toBe(1)
  })

  it.each<[ProblemCode, string, string[]]>([
    ['option-refers', 'F2', question('A', '单选', ['五年', '十年', '二十年', '以上都对'])],
    ['option-refers', 'E2', question('A', '单选', ['五年', '十年', 'A和B'])],
    ['explanation-missing', 'H2', question('A').with(7, '')],
    ['answer-all', 'G2', question('ABCD', '多选')],
  ])('%s at %s is a warning: the question is stored', (code, cell, row) => {
    const reading = read(row)
    expect(problems(reading)).toEqual([[code, cell]])
    expect(reading?.drafts).toHaveLength(1)
  })

  it('the same question twice, whatever the spaces, width and order of options', () => {
    const twin = question('A', '单选', ['十年', '五年', '二十年', '五十年']).with(1, '注册商标的 有效期是几年?')
    const reading = read(question('B'), twin)
    expect(reading?.problems).toMatchObject([{ code: 'duplicate', cell: 'B3', data: { row: '2' } }])
    expect(reading?.drafts).toHaveLength(1)
  })

  it('but a question with the same words and other options is another question', () =>
    expect(read(question('B'), question('B', '单选', ['一年', '两年']))?.drafts).toHaveLength(2))
})

describe('Other columns', () => {
  const wide = [
    '编号',
    ...headings,
    '难度',
    '章节',
    '条目编号',
    '有效期起',
    '有效期止',
    '用时',
    '题干（英文）',
    'Option A (English)',
  ]
  const row = (...rest: string[]) => readSheets([sheetOf(wide, ['t1', ...question('B'), ...rest])], known)

  it('are taken as people write them', () =>
    expect(
      row('较难', '第5章 商标', '5.09', '2026/1/5', '46387', '30秒', 'How long?', 'Five')?.drafts[0]?.draft,
    ).toMatchObject({
      externalId: 't1',
      level: 4,
      chapter: 5,
      entryId: '5.09',
      validFrom: '2026-01-05',
      validTo: '2026-12-31',
      seconds: 30,
      face: { stem: { en: 'How long?' }, options: [{ en: 'Five' }, { en: '' }, {}, {}] },
    }))

  it('refuse dates that are none, and ends before beginnings', () => {
    expect(problems(row('', '', '', '2026-02-30', '', ''))).toContainEqual(['date-unreadable', 'M2'])
    expect(problems(row('', '', '', '2026-03-01', '2026-01-01', ''))).toContainEqual(['dates-reversed', 'N2'])
  })

  it('warn of levels, chapters and entries that nobody knows, and go on without', () => {
    const reading = row('7', '第99章', '9.99', '', '', 'lang')
    expect(reading?.problems.map(problem => problem.severity)).toEqual(['warning', 'warning', 'warning', 'warning'])
    expect(reading?.drafts[0]?.draft).toMatchObject({ level: 3, chapter: null, entryId: null, seconds: 25 })
  })

  it('are found in English too, below a title, and only in sheets that have them', () => {
    const english = sheetOf(
      ['Our questions'],
      [],
      ['Question', 'Option A', 'Option B', 'Correct answer', 'Explanation', 'Level'],
      ['How long?', 'Five years', 'Ten years', 'B', 'Ten.', '1'],
    )
    const notes = { ...sheetOf(['说明']), name: '说明' }
    expect(readSheets([notes, english], known)?.drafts[0]?.draft).toMatchObject({ right: 2, level: 1 })
    expect(readSheets([notes], known)).toBeNull()
  })
})

it('Whatever is in the cells, rows stored and rows refused add up', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('A', 'AC', '单选', '多选', '判断', '对', '十年', ''),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 12 }), rows => {
      const reading = read(...rows)
      const refused = new Set(reading?.problems.filter(one => one.severity === 'error').map(one => one.row))
      expect((reading?.drafts.length ?? 0) + refused.size).toBe(reading?.rowsIn)
      const ids = reading?.drafts.map(placed => placed.draft.externalId) ?? []
      expect(new Set(ids).size).toBe(ids.length)
      for (const { draft } of reading?.drafts ?? []) {
        expect(draft.right).toBeGreaterThan(0)
        expect(draft.right).toBeLessThan(1 << draft.face.options.length)
        expect(JSON.stringify(draft)).not.toMatch(/\\u0000|\\ud[89a-f]/)
      }
    }),
    { numRuns: 500 },
  )
})
