/** Files as offices really have them: read right, or refused with the place. Rows in are rows stored and rows refused. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readUpload } from './reading.ts'
import { jobOf, rowsOf, workbookOf, zipOf } from './testing.ts'
import { told } from './told.fixture.ts'

const term = ['single', '商标有效期几年？', '五年', '十年', 2] as const
const patent = ['single', '发明专利几年？', '十年', '二十年', 2] as const

describe('Text from Word', () => {
  it.each([
    [
      'full-width digits',
      '１．商标有效期几年？\nＡ．五年\nＢ．十年\n答案：Ｂ\n２．发明专利几年？\nA、十年\nB、二十年\n答案：Ｂ',
    ],
    [
      'digits with their stop in one sign',
      '⒈商标有效期几年？\nA．五年\nB．十年\n答案：B\n⒉发明专利几年？\nA、十年\nB、二十年\n答案：B',
    ],
    [
      'brackets of both widths',
      '（1）商标有效期几年？\n（A）五年（B）十年\n答案：B\n(2) 发明专利几年？\n(A) 十年；(B) 二十年\n答案：b',
    ],
    [
      'numbers that begin anew and jump',
      '1.商标有效期几年？\nA.五年 B.十年\n答案：B\n7.发明专利几年？\nA.十年 B.二十年\n答案：B',
    ],
    [
      'line ends of three systems',
      '1.商标有效期几年？\r\nA.五年\rB.十年\n答案：B\r\n2.发明专利几年？\r\nA.十年\rB.二十年\n答案：B',
    ],
  ])('with %s', async (_, text) => expect(await told(text, 'a.txt')).toEqual({ read: [term, patent], errors: [] }))

  it('without any number before its questions is refused', async () =>
    expect(await told('商标有效期几年？\n五年\n十年\n选十年', 'a.txt')).toEqual({ refused: 'file-columns' }))
})

describe('A Word document', () => {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const list = (id: number, look: number, more = '') =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${look}"/>${more}</w:num>`
  const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
  const look = (id: number, ...levels: string[]) =>
    `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
  const numbering = `<w:numbering xmlns:w="w">${[
    look(0, level(0, 'decimal', '%1.'), level(1, 'upperLetter', '%2．')),
    look(1, level(0, 'chineseCounting', '%1、')),
    look(2, level(0, 'upperLetter', '%1)')),
    ...[list(1, 0), list(2, 1), list(3, 2), list(4, 2, anew)],
  ].join('')}</w:numbering>`
  const paragraph = (text: string, numbered?: [number, number]) => {
    const [id, at] = numbered ?? []
    const mark = numbered ? `<w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>` : ''
    return `<w:p>${mark}<w:r><w:t>${text}</w:t></w:r></w:p>`
  }
  const docx = (...paragraphs: string[]) =>
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/numbering.xml': strToU8(numbering),
      'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${paragraphs.join('')}</w:body></w:document>`),
    })

  it('whose questions, options and sections Word itself has numbered', async () => {
    const bytes = docx(
      paragraph('单选题', [2, 0]),
      ...[
        paragraph('商标有效期几年？', [1, 0]),
        paragraph('五年', [1, 1]),
        paragraph('十年', [1, 1]),
        paragraph('答案：B'),
      ],
      ...[
        paragraph('发明专利几年？', [1, 0]),
        paragraph('十年', [1, 1]),
        paragraph('二十年', [1, 1]),
        paragraph('答案：B'),
      ],
      paragraph('判断题', [2, 0]),
      ...[paragraph('商标可以续展。', [1, 0]), paragraph('答案：对')],
    )
    expect(await told(bytes, 'a.docx')).toEqual({
      read: [term, patent, ['truefalse', '商标可以续展。', 1]],
      errors: [],
    })
  })

  it('whose options are lists of their own, each beginning with A', async () => {
    const bytes = docx(
      ...[paragraph('1. 商标有效期几年？'), paragraph('五年', [3, 0]), paragraph('十年', [3, 0]), paragraph('答案：B')],
      ...[paragraph('2. 发明专利几年？'), paragraph('十年', [4, 0]), paragraph('二十年', [4, 0]), paragraph('答案：B')],
    )
    expect(await told(bytes, 'a.docx')).toEqual({ read: [term, patent], errors: [] })
  })
})

describe('A table of text', () => {
  const csv = '题干,选项A,选项B,答案\n商标有效期几年？,五年,十年,B\n'
  it.each([
    ['UTF-16, most significant byte first', Buffer.from(`\ufeff${csv}`, 'utf16le').swap16()],
    ['UTF-16, least significant byte first', Buffer.from(`\ufeff${csv}`, 'utf16le')],
    ['lines that end in a carriage return', Buffer.from(csv.replaceAll('\n', '\r'))],
  ])('in %s', async (_, bytes) => expect(await told(bytes, 'a.csv')).toEqual({ read: [term], errors: [] }))

  it('in GB18030 with a byte order mark and characters of four bytes', async () => {
    const 题干 = [0xcc, 0xe2, 0xb8, 0xc9]
    const [选项, 答案] = [
      [0xd1, 0xa1, 0xcf, 0xee],
      [0xb4, 0xf0, 0xb0, 0xb8],
    ]
    const [㐀, 𠀀] = [
      [0x81, 0x39, 0xee, 0x39],
      [0x95, 0x32, 0x82, 0x36],
    ]
    const signs = (text: string) => [...Buffer.from(text)]
    const head = [...题干, ...signs(','), ...选项, ...signs('A,'), ...选项, ...signs('B,'), ...答案, ...signs('\n')]
    const row = [...㐀, ...𠀀, ...signs(','), ...㐀, ...signs(','), ...𠀀, ...signs(',A\n')]
    const bytes = Buffer.from([0x84, 0x31, 0x95, 0x33, ...head, ...row])
    expect(await told(bytes, 'a.csv')).toEqual({ read: [['single', '㐀𠀀', '㐀', '𠀀', 1]], errors: [] })
  })

  it('whose options bear their letters: none is kept, options are shuffled', async () =>
    expect(
      await told('题干,选项A,选项B,答案\n商标有效期几年？,A．五年,B．十年,B\n第二题？,A.甲,乙,A\n', 'a.csv'),
    ).toEqual({ read: [term, ['single', '第二题？', 'A.甲', '乙', 1]], errors: [] }))

  it('whose answers are letter and text; another text than the letter’s is refused', async () =>
    expect(
      await told('题干,选项A,选项B,答案\n商标有效期几年？,五年,十年,B.十年\n第二题？,甲,乙,B.甲\n', 'a.csv'),
    ).toEqual({ read: [term], errors: ['D3 answer-unreadable'] }))

  it('without a kind: letters without options, and truths beside options, are no true or false', async () =>
    expect(await told('题干,选项A,选项B,答案\n一？,,,B\n二？,甲,乙,1\n三。,,,对\n四。,错,对,对\n', 'a.csv')).toEqual({
      read: [
        ['truefalse', '三。', 1],
        ['truefalse', '四。', 1],
      ],
      errors: ['B2 options-few', 'D3 answer-unreadable'],
    }))
})

describe('JSON of others', () => {
  const json = (text: string) => told(text, 'a.json')
  it.each([
    ['options by letter', '[{"question":"商标有效期几年？","options":{"A":"五年","B":"十年"},"answer":"B"}]'],
    ['options that are lists of one', '[{"题干":"商标有效期几年？","选项":[["五年"],["十年"]],"答案":["B"]}]'],
    [
      'options that say whether they are right',
      '{"data":[{"question":"商标有效期几年？","options":[{"text":"五年"},{"text":"十年","isCorrect":true}]}]}',
    ],
    [
      'other lists beside',
      '{"pages":[1,2],"questions":[{"题干":"商标有效期几年？","选项A":"五年","选项B":"十年","答案":"B"}]}',
    ],
  ])('with %s', async (_, text) => expect(await json(text)).toEqual({ read: [term], errors: [] }))

  it('in lists by kind loses none', async () =>
    expect(
      await json(
        '{"单选":[{"题干":"商标有效期几年？","选项":["五年","十年"],"答案":"B"}],"判断":[{"题干":"可以续展。","答案":"对"}]}',
      ),
    ).toEqual({ read: [term, ['truefalse', '可以续展。', 1]], errors: [] }))

  it('with what is no question: it is a row that is refused', async () =>
    expect(await json('["一",{"题干":"商标有效期几年？","选项":["五年","十年"],"答案":"B"},null]')).toEqual({
      read: [term],
      errors: ['1 question-broken', '3 question-broken'],
    }))

  it('with a key twice in one object is refused with its line', async () => {
    expect(await json('[\n{"题干":"一？","答案":"A",\n"答案":"B"}]')).toEqual({
      refused: 'file-key-twice',
      row: 3,
      key: '答案',
    })
    expect(await json('[{"a":"\\"答案\\":","答案":"A","b":{"答案":"B"}},{"答案":"C"}]')).not.toHaveProperty('key')
  })

  it('with numbers that no program could hold keeps them as they are written', async () =>
    expect(await json('[{"题干":"哪个？","选项":[12345678901234567890,1e400,0.10,-3],"答案":"A"}]')).toEqual({
      read: [['single', '哪个？', '12345678901234567890', '1e400', '0.10', '-3', 1]],
      errors: [],
    }))
})

describe('A workbook', () => {
  const heads = ['案例', '题干', '选项A', '选项B', '答案', '有效期起']
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const formats = '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>'
  const styles = {
    name: 'xl/styles.xml',
    body: `<styleSheet xmlns="${main}">${formats}<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="10"/></cellXfs></styleSheet>`,
  }
  const text = (cell: string, said: string) => `<c r="${cell}" t="inlineStr"><is><t>${said}</t></is></c>`
  const number = (cell: string, value: number, style: number) => `<c r="${cell}" s="${style}"><v>${value}</v></c>`
  const book = (...rows: string[]) =>
    workbookOf(`${rowsOf([heads])}${rows.map((cells, at) => `<row r="${at + 2}">${cells}</row>`).join('')}`, styles)

  it('in which 3-4 became a day is refused there; a day in a column of days is one', async () => {
    const cells = [text('B2', '第几条？'), number('C2', 46085, 1), number('D2', 46085.5, 2), text('E2', 'A')]
    expect(await told(book(cells.join('')), 'a.xlsx')).toEqual({
      read: [],
      errors: ['C2 cell-day', 'D2 cell-day'],
    })
    const good = [text('B2', '商标有效期几年？'), text('C2', '五年'), text('D2', '十年'), text('E2', 'B')]
    const found = await readUpload(jobOf(book(`${good.join('')}${number('F2', 46085, 2)}`), 'a.xlsx'))
    expect('read' in found && found.read.drafts[0]?.draft.validFrom).toBe('2026-03-04')
  })

  it('whose days count from 1904 has the days that it shows, typed as such or as a number', async () => {
    const good = [text('B2', '商标有效期几年？'), text('C2', '五年'), text('D2', '十年'), text('E2', 'B')]
    for (const style of [1, 0]) {
      const parts = unzipSync(book(`${good.join('')}${number('F2', 44623, style)}`))
      const workbook = strFromU8(parts['xl/workbook.xml'] as Uint8Array)
      const since1904 = strToU8(workbook.replace('<sheets>', '<workbookPr date1904="1"/><sheets>'))
      const bytes = Buffer.from(zipSync({ ...parts, 'xl/workbook.xml': since1904 }))
      const found = await readUpload(jobOf(bytes, 'a.xlsx'))
      expect('read' in found && found.read.drafts[0]?.draft.validFrom).toBe('2026-03-04')
    }
  })

  it('shows per cent as its program does', async () => {
    const cells = [text('B2', '多少？'), number('C2', 0.5, 3), number('D2', 0.125, 4), text('E2', 'A')]
    expect(await told(book(cells.join('')), 'a.xlsx')).toEqual({
      read: [['single', '多少？', '50%', '12.5%', 1]],
      errors: [],
    })
  })

  it('with a case over several questions in one cell gives it to each of them, and a title over all columns to none', async () => {
    const rows = [
      ['宣传周题库'],
      heads,
      ['小陈开了一家面馆。', '一？', '甲', '乙', 'A'],
      ['', '二？', '甲', '乙', 'B'],
      ['', '三？', '甲', '乙', 'B'],
    ]
    const merged = '</sheetData><mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="A3:A4"/></mergeCells><sheetData>'
    const found = await readUpload(jobOf(workbookOf(`${rowsOf(rows)}${merged}`), 'a.xlsx'))
    if (!('read' in found)) throw new Error('The columns were not known')
    expect(found.read.drafts.map(({ draft }) => [draft.kind, draft.face.scenario?.zh ?? null])).toEqual([
      ['case', '小陈开了一家面馆。'],
      ['case', '小陈开了一家面馆。'],
      ['single', null],
    ])
  })

  it('with questions in a hidden sheet says so, and that they were not read', async () => {
    const rows = [
      ['题干', '选项A', '选项B', '答案'],
      ['商标有效期几年？', '五年', '十年', 'B'],
    ]
    const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const sheet = (name: string) => ({
      name,
      body: `<worksheet xmlns="${main}"><sheetData>${rowsOf(rows)}</sheetData></worksheet>`,
    })
    const bytes = zipOf([
      { name: '[Content_Types].xml', body: '<Types/>' },
      {
        name: 'xl/workbook.xml',
        body: `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="题库" r:id="a"/><sheet name="旧题" state="veryHidden" r:id="b"/></sheets></workbook>`,
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        body: '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="worksheets/sheet2.xml"/></Relationships>',
      },
      sheet('xl/worksheets/sheet1.xml'),
      sheet('xl/worksheets/sheet2.xml'),
    ])
    const found = await readUpload(jobOf(bytes, 'a.xlsx'))
    if (!('read' in found)) throw new Error('The columns were not known')
    expect(found.read.rowsIn).toBe(1)
    expect(found.read.problems).toContainEqual(
      expect.objectContaining({ sheet: '旧题', code: 'sheet-hidden', severity: 'warning', data: { rows: 1 } }),
    )
  })
})

describe('Files of other programs', () => {
  it('Moodle XML in one line: a picture costs its own question only', async () => {
    const question = (text: string) =>
      `<question type="multichoice"><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext><single>true</single><answer fraction="0"><text>五年</text></answer><answer fraction="100"><text>十年</text></answer></question>`
    const picture = '<p>看图：<img src="@@PLUGINFILE@@/a.png"/></p>'
    expect(await told(`<quiz>${question(picture)}${question('<p>商标有效期几年？</p>')}</quiz>`, 'm.xml')).toEqual({
      read: [term],
      errors: ['1 media'],
    })
  })

  it('QTI with a prefix before every name', async () => {
    const item = `<q:qti-assessment-item xmlns:q="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i1" title="t"><q:qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"><q:qti-correct-response><q:qti-value>B</q:qti-value></q:qti-correct-response></q:qti-response-declaration><q:qti-item-body><q:qti-choice-interaction response-identifier="RESPONSE" max-choices="1"><q:qti-prompt>商标有效期几年？</q:qti-prompt><q:qti-simple-choice identifier="A">五年</q:qti-simple-choice><q:qti-simple-choice identifier="B">十年</q:qti-simple-choice></q:qti-choice-interaction></q:qti-item-body></q:qti-assessment-item>`
    expect(await told(item, 'i.xml')).toEqual({ read: [term], errors: [] })
  })

  it('GIFT with escaped signs, feedback and line ends of Windows; a blank line within braces is named', async () =>
    expect(
      await told(
        '::a\\:b::商标有效期几年？{\r\n~五年#不对 \\=\r\n=十年#好\r\n}\r\n\r\n::c::断了{\r\n=甲\r\n\r\n~乙\r\n}\r\n',
        'g.txt',
      ),
    ).toEqual({ read: [term], errors: ['6 question-broken', '9 kind-foreign'] }))

  it('a table of LibreOffice’s own format is refused by its kind, not taken for a text', async () => {
    const bytes = zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': strToU8('<office:document-content><text:p>1. 题</text:p></office:document-content>'),
    })
    expect(await told(bytes, 'a.ods')).toEqual({ refused: 'file-type' })
  })
})
