/** Documents of Word and Writer as people leave them: lists by style, changes that are tracked, text boxes, tables. */
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { docxOf, par, told } from './told.fixture.ts'

const term = ['single', '商标有效期几年？', '五年', '十年', 2] as const
const patent = ['single', '发明专利几年？', '十年', '二十年', 2] as const
const both = { read: [term, patent], errors: [] }

const docx = (body: string, parts?: Record<string, string>) => told(docxOf(body, parts), 'a.docx')
const rest = [par('A. 五年'), par('B. 十年'), par('答案：B')].join('')
const second = [par('2. 发明专利几年？'), par('A. 十年'), par('B. 二十年'), par('答案：B')].join('')

describe('Numbers that a style brings', () => {
  const level = (at: number, format: string, text: string, style = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${style && `<w:pStyle w:val="${style}"/>`}<w:lvlText w:val="${text}"/></w:lvl>`
  const look = (id: number, ...levels: string[]) =>
    `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
  const num = (id: number, of = id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/></w:num>`
  const style = (id: string, inside: string, type = 'paragraph') =>
    `<w:style w:type="${type}" w:styleId="${id}">${inside}</w:style>`
  const listed = (id: number | null, at: number | null) =>
    `<w:pPr><w:numPr>${at === null ? '' : `<w:ilvl w:val="${at}"/>`}${id === null ? '' : `<w:numId w:val="${id}"/>`}</w:numPr></w:pPr>`
  const of = (name: string) => `<w:pStyle w:val="${name}"/>`
  const parts = (numbering: string, styles: string) => ({
    'word/numbering.xml': `<w:numbering xmlns:w="w">${numbering}</w:numbering>`,
    'word/styles.xml': `<w:styles xmlns:w="w">${styles}</w:styles>`,
  })
  const questions = (question: string, option: string) =>
    [
      ...[par('商标有效期几年？', of(question)), par('五年', of(option)), par('十年', of(option)), par('答案：B')],
      ...[par('发明专利几年？', of(question)), par('十年', of(option)), par('二十年', of(option)), par('答案：B')],
    ].join('')
  const lists = look(1, level(0, 'decimal', '%1.'), level(1, 'upperLetter', '%2．'))

  it('are read, with the level the style says', async () => {
    const styles = style('Q', listed(1, null)) + style('O', listed(1, 1))
    expect(await docx(questions('Q', 'O'), parts(lists + num(1), styles))).toEqual(both)
  })

  it('are read through the styles that a style is based on', async () => {
    const based = (on: string, more = '') => `<w:basedOn w:val="${on}"/>${more}`
    const styles = [
      style('base', listed(1, null)),
      style('Q', based('base')),
      style('middle', based('base', listed(null, 1))),
      style('O', based('middle')),
      style('loop', based('loop')),
    ]
    expect(await docx(questions('Q', 'O'), parts(lists + num(1), styles.join('')))).toEqual(both)
  })

  it('stand at the level whose list names the style', async () => {
    const named = look(1, level(0, 'decimal', '%1、', 'Q'), level(1, 'upperLetter', '%2)', 'O'))
    expect(
      await docx(questions('Q', 'O'), parts(named + num(1), style('Q', listed(1, null)) + style('O', listed(1, null)))),
    ).toEqual(both)
  })

  it('come from a style for lists', async () => {
    const linked = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum>'
    const styles = style('L', listed(1, null), 'numbering') + style('Q', listed(2, null)) + style('O', listed(2, 1))
    expect(await docx(questions('Q', 'O'), parts(lists + linked + num(1) + num(2), styles))).toEqual(both)
  })

  it('give way to what a paragraph says itself: another list, or none', async () => {
    const none = '<w:pStyle w:val="Q"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    const inside = '<w:pStyle w:val="Q"/><w:numPr><w:ilvl w:val="1"/></w:numPr>'
    const body = [
      ...[
        par('商标有效期', of('Q')),
        par('几年？', none),
        par('五年', inside),
        par('十年', inside),
        par('答案：B', none),
      ],
    ].join('')
    expect(await docx(body, parts(lists + num(1), style('Q', listed(1, 0))))).toEqual({
      read: [['single', '商标有效期\n几年？', '五年', '十年', 2]],
      errors: [],
    })
  })

  it('in circles are options, in Roman figures sections', async () => {
    const styles = style('Q', listed(1, null)) + style('O', listed(1, 1)) + style('S', listed(2, null))
    const circles = look(1, level(0, 'decimal', '%1.'), level(1, 'decimalEnclosedCircle', '%2'))
    const body = `${par('单选题', of('S'))}${questions('Q', 'O').replaceAll('答案：B', '答案：②')}`
    const roman = look(2, level(0, 'upperRoman', '%1.'))
    expect(await docx(body, parts(circles + roman + num(1) + num(2), styles))).toEqual(both)
  })
})

describe('What is no text of the document', () => {
  const run = (text: string, name = 't') => `<w:r><w:${name}>${text}</w:${name}></w:r>`

  it('is what was deleted, moved away or numbered otherwise before', async () => {
    const body = [
      `<w:p>${run('1. 商标')}<w:del>${run('权', 'delText')}</w:del><w:ins>${run('有效期')}</w:ins>${run('几年？')}</w:p>`,
      `<w:p><w:moveFrom>${run('A. 十年')}</w:moveFrom></w:p>`,
      `<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>${run('A. 五年')}</w:p>`,
      `<w:p><w:moveTo>${run('B. 十年')}</w:moveTo></w:p>`,
      `<w:p><w:pPr><w:rPr><w:ins/><w:del/></w:rPr></w:pPr>${run('答案：')}</w:p>`,
      `<w:p><w:pPr><w:rPr><w:rPrChange><w:rPr/></w:rPrChange></w:rPr></w:pPr>${run('B')}</w:p>`,
    ].join('')
    const lists = {
      'word/numbering.xml':
        '<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    }
    expect(await docx(body, lists)).toEqual({ read: [term], errors: [] })
  })

  it('is what a text box says a second time for older programs, and readings beside characters', async () => {
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${rest}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${rest}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`
    const ruby = `<w:r><w:ruby><w:rt>${run('shāng')}</w:rt><w:rubyBase>${run('商')}</w:rubyBase></w:ruby></w:r>`
    const body = `${box}${run('1. ')}${ruby}${run('标有效期几年？')}</w:p>${second}`
    expect(await docx(body)).toEqual(both)
  })

  it('is what Writer keeps beside it: deleted lines, footnotes, comments', async () => {
    const p = (text: string) => `<text:p>${text}</text:p>`
    const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('见商标法')}</text:note-body></text:note>`
    const comment = `<office:annotation>${p('改过')}</office:annotation>`
    const body = [
      `<text:tracked-changes><text:changed-region><text:deletion>${p('1. 旧题')}</text:deletion></text:changed-region></text:tracked-changes>`,
      ...[p(`1. 商标有效期${note}几年？`), p(`A. 五年${comment}`), p('B. 十年'), p('答案：B')],
    ].join('')
    const odt = zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': strToU8(`<office:document-content><office:text>${body}</office:text></office:document-content>`),
    })
    expect(await told(odt, 'a.odt')).toEqual({ read: [term], errors: [] })
  })
})

it('Numbers that Writer writes itself are read, from styles of the document and of the file', async () => {
  const level = (at: number, format: string) =>
    `<text:list-level-style-number text:level="${at}" style:num-format="${format}" style:num-suffix="."/>`
  const look = (name: string, ...levels: string[]) =>
    `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`
  const item = (text: string, inside = '') => `<text:list-item><text:p>${text}</text:p>${inside}</text:list-item>`
  const list = (style: string, items: string, more = '') =>
    `<text:list${style && ` text:style-name="${style}"`}${more}>${items}</text:list>`
  const on = ' text:continue-numbering="true"'
  const body = [
    list('S', item('单选题')),
    list('L', item('商标有效期几年？', list('', item('五年') + item('十年')))),
    '<text:p>答案：B</text:p>',
    list('L', item('发明专利几年？', list('', item('十年') + item('二十年'))), on),
    '<text:p>答案：B</text:p>',
  ].join('')
  const odt = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'styles.xml': strToU8(
      `<office:document-styles>${look('L', level(1, '1'), level(2, 'A'))}</office:document-styles>`,
    ),
    'content.xml': strToU8(
      `<office:document-content><office:automatic-styles>${look('S', level(1, '一, 二, 三, ...'))}</office:automatic-styles><office:text>${body}</office:text></office:document-content>`,
    ),
  })
  expect(await told(odt, 'a.odt')).toEqual(both)
})

describe('What is no letter', () => {
  it('is a tick or a cross when its font says so', async () => {
    const sign = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`
    const body = `${par('1. 商标可以续展。')}<w:p><w:r><w:t>答案：</w:t></w:r>${sign('Wingdings 2', 'F050')}</w:p>${par('2. 专利可以续展。')}<w:p><w:r><w:t>答案：</w:t></w:r>${sign('Wingdings', 'F0FB')}</w:p>`
    expect(await docx(body)).toEqual({
      read: [
        ['truefalse', '商标可以续展。', 1],
        ['truefalse', '专利可以续展。', 2],
      ],
      errors: [],
    })
  })

  it('costs the question: a picture, a formula, a sign nobody knows', async () => {
    const with_ = (inside: string) =>
      `<w:p><w:r><w:t>1. 商标</w:t></w:r>${inside}<w:r><w:t>有效期几年？</w:t></w:r></w:p>${rest}${second}`
    for (const inside of [
      '<w:r><w:drawing><pic:pic/></w:drawing></w:r>',
      '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>',
      '<w:r><w:sym w:font="Webdings" w:char="F020"/></w:r>',
    ])
      expect(await docx(with_(inside))).toEqual({ read: [patent], errors: ['1 media'] })
  })
})

describe('A table in a document', () => {
  const cell = (text: string, before = '') =>
    `<w:tc>${before && `<w:tcPr>${before}</w:tcPr>`}${text
      .split('\n')
      .map(line => par(line))
      .join('')}</w:tc>`
  const table = (...rows: string[][]) =>
    `<w:tbl>${rows.map(cells => `<w:tr>${cells.map(one => (one.startsWith('<') ? one : cell(one))).join('')}</w:tr>`).join('')}</w:tbl>`
  const heads = ['题干', '选项A', '选项B', '答案']

  it('with headings is a sheet, questions around it are read too', async () => {
    const body = table(heads, ['商标有效期几年？', '五年', '十年', 'B'], ['第二题？', '甲', '乙', 'C'])
    expect(await docx(body)).toEqual({ read: [term], errors: ['D3 answer-not-option'] })
    expect(await docx(`${body}${second}`)).toEqual({ read: [patent, term], errors: ['D3 answer-not-option'] })
  })

  it('with joined cells gives what stands in them to each row', async () => {
    const [from, on] = ['<w:vMerge w:val="restart"/>', '<w:vMerge/>']
    const rows = [
      [cell('题库', '<w:gridSpan w:val="5"/>')],
      ['案例', ...heads],
      [cell('小陈开店。', from), '商标有效期几年？', '五年', '十年', 'B'],
      [cell('', on), '发明专利几年？', '十年', '二十年', 'B'],
    ]
    expect(await docx(table(...rows))).toEqual({
      read: [
        ['case', ...term.slice(1)],
        ['case', ...patent.slice(1)],
      ],
      errors: [],
    })
  })

  it('that only lays options or a key out is lines', async () => {
    const options = table(['A. 五年', 'B. 十年'])
    const key = table(['题号', '1', '2'], ['答案', 'B', 'B'])
    const body = `${par('1. 商标有效期几年？')}${options}${par('2. 发明专利几年？')}${par('A. 十年')}${par('B. 二十年')}${key}`
    expect(await docx(body)).toEqual(both)
    expect(await docx(table([`1. 商标有效期几年？\nA. 五年\nB. 十年\n答案：B`]) + second)).toEqual(both)
  })
})
