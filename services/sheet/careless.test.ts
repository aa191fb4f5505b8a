/** Tables that somebody made in a hurry: read as any reader would, or refused at the cell. */
import { describe, expect, it } from 'vitest'
import { readUpload } from './reading.ts'
import { jobOf, rowsOf, workbookOf } from './testing.ts'
import { told } from './told.fixture.ts'

const term = ['single', '商标有效期几年？', '五年', '十年', 2] as const
const row = '商标有效期几年？,五年,十年,B'
const csv = (...lines: string[]) => told(lines.join('\n'), 'a.csv')
const good = { read: [term], errors: [] }
const warnings = async (bytes: Buffer | string) => {
  const found = await readUpload(jobOf(Buffer.from(bytes as Buffer), 'a.xlsx'))
  if (!('read' in found)) throw new Error('The columns were not known')
  return found.read.problems
    .filter(one => /hidden|unread|shown/.test(one.code))
    .map(({ cell, code, data }) => [cell, code, data])
}

describe('Rows that are no questions', () => {
  it('are numbers filled in down the column, notes beside the table, and sums', () =>
    expect(
      csv('编号,题干,选项A,选项B,答案,,备注', `1,${row},,改过`, '2,,,,,,', '3,,,,,,待补', '合计,,,,,,'),
    ).resolves.toEqual(good))

  it('are headings that come again', () =>
    expect(csv('题干,选项A,选项B,答案', row, '题干,选项A,选项B,答案')).resolves.toEqual(good))

  it('are headings of sections: they say the kind where no cell does', () =>
    expect(
      csv(
        '题干,选项A,选项B,选项C,答案',
        '一、单选题（每题 2 分）,,,,',
        '商标有效期几年？,五年,十年,,B',
        '二、多项选择题,,,,',
        '哪些是？,甲,乙,丙,C',
      ),
    ).resolves.toEqual({ read: [term], errors: ['E5 answer-one'] }))

  it('have formulas in columns that nobody reads', async () => {
    const cells = ['商标有效期几年？', '五年', '十年', 'B'].map(text => `<c t="inlineStr"><is><t>${text}</t></is></c>`)
    const count = '<c><f>ROW()-1</f><v>1</v></c>'
    const sheet = (first: string) =>
      workbookOf(
        `${rowsOf([[first, '题干', '选项A', '选项B', '答案']])}<row r="2">${count}${cells.join('')}</row><row r="3">${count}</row>`,
      )
    expect(await told(sheet('序'), 'a.xlsx')).toEqual(good)
    expect(await told(sheet('编号'), 'a.xlsx')).toEqual({
      read: [],
      errors: ['A2 formula', 'B3 stem-missing', 'E3 answer-missing', 'A3 formula'].sort(),
    })
  })
})

describe('What is not seen in the program', () => {
  it('is said of hidden rows, which are read', async () => {
    const rows = rowsOf([['题干', '选项A', '选项B', '答案'], row.split(','), ['另一题？', '甲', '乙', 'A']])
    const bytes = workbookOf(rows.replace('<row r="3">', '<row r="3" hidden="1">'))
    expect(await warnings(bytes)).toEqual([['A3', 'rows-hidden', { rows: 1 }]])
  })

  it('is said of a sheet whose headings are unknown while another is read', async () => {
    const found = await readUpload(
      jobOf(await twoSheets(['题目描述', '甲项', '乙项', '正确的是'], row.split(',')), 'a.xlsx'),
    )
    expect('read' in found && found.read.problems.map(({ sheet, code, data }) => [sheet, code, data])).toContainEqual([
      '更多',
      'sheet-unread',
      { rows: 1 },
    ])
  })

  it('is not said of a sheet with notes', async () =>
    expect(await warnings(await twoSheets(['说明', '每题二分'], ['填表人', '王']))).toEqual([]))
})

async function twoSheets(...more: string[][]): Promise<Buffer> {
  const { workbookBytes } = await import('./spreadsheet.ts')
  const rows = [['题干', '选项A', '选项B', '答案'], row.split(',')]
  return workbookBytes([
    { name: '题库', rows, widths: [] },
    { name: '更多', rows: more, widths: [] },
  ])
}

describe('Options without columns of their own', () => {
  it.each([
    ['letters, a line each', '"A.五年\nB.十年"'],
    ['lines', '"五年\n十年"'],
    ['letters in one line', 'A、五年 B、十年'],
    ['letters and semicolons', 'A.五年;B.十年'],
    ['bars', '五年|十年'],
    ['circles', '①五年②十年'],
  ])('stand in one cell: %s', (_, cell) =>
    expect(csv('题目,选项,答案', `商标有效期几年？,${cell},B`)).resolves.toEqual(good),
  )

  it('stand below the question', () =>
    expect(csv('题目,答案', '"商标有效期几年？\nA. 五年\nB. 十年",B')).resolves.toEqual(good))

  it('are too few when nothing parts them', () =>
    expect(csv('题目,选项,答案', '商标有效期几年？,五年和十年,B')).resolves.toEqual({
      read: [],
      errors: ['A2 options-few'],
    }))

  it('are never left out because they are too many', () => {
    const many = Array.from({ length: 9 }, (_, at) => `第${at}个`)
    const head = many.map((_, at) => `选项${String.fromCharCode(65 + at)}`)
    const json = JSON.stringify([{ 题干: '哪个？', 选项: many, 答案: 'B' }])
    return Promise.all([
      expect(csv(`题干,${head},答案`, `哪个？,${many},B`)).resolves.toEqual({ read: [], errors: ['J2 options-many'] }),
      expect(told(json, 'a.json')).resolves.toEqual({ read: [], errors: ['1 options-many'] }),
    ])
  })
})

describe('Answers', () => {
  it.each(['√', '✔️', '✅', '对', '正确。', 'T', 'A', 'A. 正确'])('%s is true', said =>
    expect(csv('题型,题干,选项A,选项B,答案', `判断,可以。,正确,错误,${said}`)).resolves.toEqual({
      read: [['truefalse', '可以。', 1]],
      errors: [],
    }),
  )
  it.each(['×', '❌', '✖️', '错', 'F', 'B', 'B.错误'])('%s is false', said =>
    expect(csv('题型,题干,选项A,选项B,答案', `判断,可以。,正确,错误,${said}`)).resolves.toEqual({
      read: [['truefalse', '可以。', 2]],
      errors: [],
    }),
  )

  it('may be numbers where the headings of the options are', async () => {
    const head = '题干,选项1,选项2,选项3,答案'
    expect(await csv(head, '商标有效期几年？,五年,十年,,2', '哪些？,甲,乙,丙,"1,3"', '几个？,3,2,1,2')).toEqual({
      read: [term, ['multiple', '哪些？', '甲', '乙', '丙', 5], ['single', '几个？', '3', '2', '1', 2]],
      errors: [],
    })
    expect(await csv('题干,选项A,选项B,答案', '商标有效期几年？,五年,十年,2')).toEqual({
      read: [],
      errors: ['D2 answer-unreadable'],
    })
  })

  it('that say a letter twice are refused: one of them is a slip', () =>
    expect(csv('题干,A,B,C,答案', '哪些？,甲,乙,丙,AAC')).resolves.toEqual({
      read: [],
      errors: ['E2 answer-unreadable'],
    }))

  it('in the brackets of the question are not shown to those who answer', () =>
    expect(csv('题干,A,B,答案', '商标有效期（B）年？,五,十,B', '专利有效期（ A ）年？,十,百,')).resolves.toEqual({
      read: [
        ['single', '商标有效期（　）年？', '五', '十', 2],
        ['single', '专利有效期（　）年？', '十', '百', 1],
      ],
      errors: [],
    }))

  it('that brackets contradict are said', async () => {
    const table = (stem: string, said: string) => `题干,A,B,答案\n${stem},五,十,${said}`
    expect(await warnings(table('有效期（A）年？', 'B'))).toEqual([['A2', 'answer-shown', { text: '（A）' }]])
    expect(await warnings(table('（A）公司诉（B）公司，谁胜？', 'B'))).toEqual([
      ['A2', 'answer-shown', { text: '（B）' }],
    ])
    expect(await warnings(table('下列说法（正确）的是？', 'B'))).toEqual([])
  })
})

it('Pictures that are joined of several signs stay whole; signs that nobody sees go', () =>
  expect(csv('题\u200b干,选项A,选项B,答\ufeff案', '商\u200b标\u00ad👩‍🎓？,五\u200b年,十年,\u200bB')).resolves.toEqual({
    read: [['single', '商标👩‍🎓？', '五年', '十年', 2]],
    errors: [],
  }))

describe('A workbook with pictures', () => {
  const drawing = (...rows: number[]) =>
    `<xdr:wsDr xmlns:xdr="x">${rows.map(row => `<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>${row}</xdr:row></xdr:from><xdr:pic/></xdr:twoCellAnchor>`).join('')}</xdr:wsDr>`
  const parts = (...rows: number[]) => [
    {
      name: 'xl/worksheets/_rels/sheet1.xml.rels',
      body: '<Relationships><Relationship Id="rId1" Target="../drawings/drawing1.xml"/></Relationships>',
    },
    { name: 'xl/drawings/drawing1.xml', body: drawing(...rows) },
    { name: 'xl/drawings/_rels/drawing1.xml.rels', body: '<Relationships/>' },
    { name: 'xl/media/image1.png', body: 'x' },
    { name: 'docMetadata/LabelInfo.xml', body: '<x/>' },
  ]
  const rows = rowsOf([['题干', '选项A', '选项B', '答案'], row.split(','), ['图中是什么？', '甲', '乙', 'A']])

  it('loses the questions beside them, and none for a sign above the headings', async () =>
    expect(await told(workbookOf(rows, ...parts(0, 2)), 'a.xlsx')).toEqual({ read: [term], errors: ['A3 media'] }))

  it('or errors in its cells loses these', async () => {
    const broken =
      '<row r="4"><c t="inlineStr"><is><t>哪个？</t></is></c><c t="e"><v>#VALUE!</v></c><c t="inlineStr"><is><t>乙</t></is></c><c t="inlineStr"><is><t>B</t></is></c></row>'
    expect(
      await told(workbookOf(`${rowsOf([['题干', '选项A', '选项B', '答案'], row.split(',')])}${broken}`), 'a.xlsx'),
    ).toEqual({
      read: [term],
      errors: ['B4 formula', 'B4 option-gap'],
    })
  })
})

describe('What cannot be read says why', () => {
  it('a password', () =>
    expect(
      told(
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
        'a.xlsx',
      ),
    ).resolves.toEqual({ refused: 'file-locked' }))
  it('a text that is no question, at its place', () =>
    expect(csv('题干,选项A,选项B,答案', `${'长'.repeat(8001)},甲,乙,A`)).resolves.toEqual({
      refused: 'file-text-long',
      sheet: 'a.csv',
      cell: 'A2',
    }))
})
