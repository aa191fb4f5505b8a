/** Files that try to make a reader slow, large or wrong: each with what must become of it. */
import { gzipSync } from 'node:zlib'
import type { Refusal } from '#core/refusal'
import { goodRow, headings, type Part, rowsOf, workbookOf, zipOf } from './testing.ts'

export interface Hostile {
  what: string
  fileName: string
  bytes: () => Buffer
  /** `read`: it is harmless, and read with whatever problems its rows have. */
  becomes: Refusal | 'read'
}

const megabyte = 1024 * 1024
const many = (n: number, one: (at: number) => string): string => Array.from({ length: n }, (_, at) => one(at)).join('')
const file = (what: string, fileName: string, becomes: Hostile['becomes'], bytes: () => Buffer): Hostile => {
  return { what, fileName, becomes, bytes }
}
const text = (what: string, name: string, becomes: Hostile['becomes'], made: () => string): Hostile =>
  file(what, name, becomes, () => Buffer.from(made()))
const xlsx = (what: string, becomes: Hostile['becomes'], rows: () => string, ...added: (() => Part)[]): Hostile =>
  file(what, '题库.xlsx', becomes, () => workbookOf(rows(), ...added.map(part => part())))
const strings = (body: () => string | Buffer, claimedSize?: number) => (): Part => {
  return { name: 'xl/sharedStrings.xml', body: body(), ...(claimedSize && { claimedSize }) }
}
const quiz = (inside: string, doctype = ''): string => `<?xml version="1.0"?>${doctype}<quiz>${inside}</quiz>`
const item = (inside: string, doctype = ''): string =>
  `<?xml version="1.0"?>${doctype}<assessmentItem identifier="a"><itemBody>${inside}</itemBody></assessmentItem>`
const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${many(9, at => `<!ENTITY lol${at + 1} "${`&lol${at || ''};`.repeat(10)}">`)}]>`
const good = (): string => rowsOf([headings, goodRow])
const csv = (cell: string): string => `${headings.join(',')}\n单选,${cell},一,二,三,四,A,因为。`

const archives: Hostile[] = [
  xlsx('zip bomb: 29 MB of spaces', 'file-too-complex', good, () => ({
    name: 'xl/styles.xml',
    body: Buffer.alloc(29 * megabyte, 32),
  })),
  xlsx('zip bomb: a part of 400 MB', 'file-too-complex', good, () => ({
    name: 'xl/styles.xml',
    body: Buffer.alloc(400 * megabyte),
  })),
  xlsx(
    'lying size: 40 MB said to be 1,000 bytes',
    'file-broken',
    () => '',
    strings(() => Buffer.alloc(40 * megabyte, 32), 1000),
  ),
  xlsx('zip within a zip', 'file-too-complex', good, () => ({
    name: 'xl/embeddings/inner.zip',
    body: workbookOf(good()),
  })),
  file('zip within a zip alone', '题库.zip', 'file-type', () =>
    zipOf([{ name: 'inner.zip', body: workbookOf(good()) }]),
  ),
  xlsx('macros', 'file-too-complex', good, () => ({ name: 'xl/vbaProject.bin', body: 'x' })),
  xlsx('a path upwards', 'file-broken', good, () => ({ name: '../../etc/passwd', body: 'x' })),
  xlsx('an absolute path', 'file-broken', good, () => ({ name: '/etc/passwd', body: 'x' })),
  file('truncated archive', '题库.xlsx', 'file-broken', () => workbookOf(good()).subarray(0, -200)),
  file('20,101 parts', '题库.zip', 'file-too-complex', () =>
    zipOf(Array.from({ length: 20_101 }, (_, at) => ({ name: `q${at}.xml`, body: '<a/>' }))),
  ),
  file('gzip', '题库.xlsx', 'file-type', () => gzipSync('x')),
  file('old Excel', '题库.xlsx', 'file-type', () => Buffer.from('d0cf11e0a1b11ae1', 'hex')),
]

const sheets: Hostile[] = [
  xlsx('a million rows', 'file-too-complex', () => '<row><c><v>1</v></c></row>'.repeat(1_000_000)),
  xlsx('700,000 empty rows', 'file-too-complex', () => many(700_000, at => `<row r="${at + 1}"/>`)),
  xlsx('a million empty cells in a row', 'file-too-complex', () => `<row r="1">${'<c/>'.repeat(1_000_000)}</row>`),
  xlsx('cell XFD1048576', 'file-too-complex', () => `${good()}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
  xlsx('20,000 rows of 64 cells', 'file-too-complex', () =>
    many(20_000, at => `<row r="${at + 1}">${'<c><v>1</v></c>'.repeat(64)}</row>`),
  ),
  xlsx(
    'a cell of 25 MB',
    'file-too-complex',
    () => `<row r="1"><c t="str"><v>${`${'字'.repeat(99)}${Math.PI}`.repeat(80_000)}</v></c></row>`,
  ),
  xlsx(
    '1.5 million shared strings',
    'file-too-complex',
    good,
    strings(() => `<sst>${'<si><t>a</t></si>'.repeat(1_500_000)}</sst>`),
  ),
  xlsx(
    'a shared string of 18 MB',
    'file-too-complex',
    good,
    strings(() => `<sst><si><t>${many(900_000, at => `${at} 行字 `)}</t></si></sst>`),
  ),
  xlsx(
    'one string shown in every cell',
    'file-too-complex',
    () => many(20_000, at => `<row r="${at + 1}">${'<c t="s"><v>0</v></c>'.repeat(20)}</row>`),
    strings(() => `<sst><si><t>${'长'.repeat(8000)}</t></si></sst>`),
  ),
  xlsx('100,000 elements, each within the last', 'file-too-complex', () => '<a>'.repeat(100_000)),
  xlsx(
    'entities in a sheet',
    'file-too-complex',
    () => '',
    strings(() => `${laughs}<sst><si><t>&lol9;</t></si></sst>`),
  ),
  xlsx(
    'a formula in every cell',
    'read',
    () =>
      `${good()}${many(2000, at => `<row r="${at + 3}"><c r="B${at + 3}"><f>HYPERLINK("http://x")</f><v>7</v></c></row>`)}`,
  ),
  xlsx(
    'invalid UTF-8',
    'file-encoding',
    good,
    strings(() =>
      Buffer.concat([Buffer.from('<sst><si><t>'), Buffer.from([0xc3, 0x28]), Buffer.from('</t></si></sst>')]),
    ),
  ),
]

const trees: Hostile[] = [
  text('entities in Moodle XML', 'a.xml', 'file-too-complex', () =>
    quiz('<question type="multichoice"><questiontext><text>&lol9;</text></questiontext></question>', laughs),
  ),
  text('entities in QTI', 'a.xml', 'file-too-complex', () => item('<p>&lol9;</p>', laughs)),
  file('entities in a QTI package', 'a.zip', 'file-too-complex', () =>
    zipOf([{ name: 'q.xml', body: item('<p>&lol9;</p>', laughs) }]),
  ),
  text('100,000 nested elements', 'a.xml', 'file-too-complex', () =>
    quiz('<a>'.repeat(100_000) + '</a>'.repeat(100_000)),
  ),
  text('a million elements', 'a.xml', 'file-too-complex', () => quiz('<a/>'.repeat(1_100_000))),
  text('900,000 elements', 'a.xml', 'file-too-complex', () => quiz('<a/>'.repeat(900_000))),
  text('a million attributes', 'a.xml', 'file-too-complex', () => quiz(`<a ${many(400_000, at => `b${at}="" `)}/>`)),
  text(
    '60,000 choices, all of them right',
    'a.xml',
    'read',
    () =>
      `<assessmentItem identifier="a"><responseDeclaration identifier="RESPONSE" cardinality="multiple"><correctResponse>${many(60_000, at => `<value>c${at}</value>`)}</correctResponse></responseDeclaration><itemBody><choiceInteraction responseIdentifier="RESPONSE">${many(60_000, at => `<simpleChoice identifier="d${at}">x</simpleChoice>`)}</choiceInteraction></itemBody></assessmentItem>`,
  ),
  file('a QTI package of 2.4 million elements', 'a.zip', 'file-too-complex', () =>
    zipOf(Array.from({ length: 12 }, (_, at) => ({ name: `q${at}.xml`, body: item('<a/>'.repeat(200_000)) }))),
  ),
]

const texts: Hostile[] = [
  file('invalid UTF-8 and no GB18030', 'a.csv', 'file-encoding', () =>
    Buffer.concat([Buffer.from(csv('问')), Buffer.from([0xff, 0xfe, 0xff])]),
  ),
  file('100 MB in one line', 'a.csv', 'file-too-large', () => Buffer.alloc(100 * megabyte, 97)),
  file('5 MB in one line', 'a.csv', 'file-too-complex', () => Buffer.alloc(5 * megabyte, 97)),
  text(
    '5 MB of separators',
    'a.csv',
    'file-too-complex',
    () => `${headings.join(',')}\n${','.repeat(5 * megabyte - 200)}`,
  ),
  text(
    '5 MB of quotation marks',
    'a.csv',
    'file-too-complex',
    () => `${headings.join(',')}\n${'"'.repeat(5 * megabyte - 200)}`,
  ),
  text('2.5 million lines', 'a.csv', 'file-too-complex', () => `${headings.join(',')}\n${'a\n'.repeat(2_500_000)}`),
  text(
    'a field that never ends',
    'a.csv',
    'file-too-complex',
    () => `${headings.join(',')}\n单选,"${'长'.repeat(600_000)}`,
  ),
  text('formulas', 'a.csv', 'read', () => csv('=HYPERLINK("http://x")')),
  text(
    'keys called __proto__',
    'a.json',
    'read',
    () => `[{"题干":"谁？","选项A":"甲","选项B":"乙","答案":"A","__proto__":{"admin":true},"constructor":"x"}]`,
  ),
  text('JSON a million deep', 'a.json', 'file-too-complex', () => '['.repeat(2_000_000)),
  text('a million objects', 'a.json', 'file-too-complex', () => `[${many(1_000_000, at => (at ? ',{}' : '{}'))}]`),
  text(
    '19,000 objects, each with keys of its own',
    'a.json',
    'file-too-complex',
    () => `[${many(19_000, at => `${at ? ',' : ''}{"k${at}":"x","题干":1}`)}]`,
  ),
  text(
    'a million options',
    'a.json',
    'file-too-complex',
    () => `[{"题干":"谁？","答案":"A","options":[${many(1_000_000, at => (at ? ',1' : '1'))}]}]`,
  ),
  text('GIFT of a million braces', 'a.txt', 'file-text-long', () => `::a::b{=${'{'.repeat(1_000_000)}`),
  text('GIFT of a million answers', 'a.txt', 'file-text-long', () => `::a::b{=x ${'~y '.repeat(1_000_000)}}`),
  text('GIFT of 400,000 questions', 'a.txt', 'file-too-complex', () => '::a::b{T}\n\n'.repeat(400_000)),
  text('GIFT without an end', 'a.txt', 'file-text-long', () => `::${'a:'.repeat(2_000_000)}{=`),
  text('400,000 questions pasted', 'a.txt', 'file-too-complex', () => many(400_000, at => `${at + 1}.问\n`)),
  text(
    '10,000 questions and keys for each',
    'a.txt',
    'read',
    () =>
      many(10_000, at => `${at + 1}.问题${at}\nA.甲\nB.乙\n`) + many(9_990, at => `答案：${at + 1}.A ${at + 2}.B\n`),
  ),
]

/** Lines on which an expression could go back and forth, 600 times below the same question. */
const slowLines: Hostile[] = (
  [
    ['blanks before a label', `1. 问\nA. 甲\n答案：A${' '.repeat(7000)}解`, 'read'],
    ['blanks between letters', `答案：1-9${' '.repeat(7000)}x`, 'read'],
    ['letters of a key', `答案：1-9${'A '.repeat(3500)}x`, 'file-text-long'],
    ['semicolons before options', `A. 甲${';'.repeat(7500)}x`, 'read'],
    ['open brackets', '（ A'.repeat(1500), 'file-columns'],
    ['blanks in a section', `一${' '.repeat(7000)}x`, 'file-columns'],
    ['marks of options', 'A. 甲 B）'.repeat(700), 'file-text-long'],
    ['numbers of a table', `题号 ${'1 '.repeat(3500)}x`, 'file-columns'],
    ['ranges of a key', `答案：${'1-2 AB '.repeat(1000)}x`, 'file-text-long'],
    ['circles', '①②'.repeat(1300), 'file-columns'],
    ['equal numbers', '1. 问\nA. 甲 B. 乙\n答案：1.A 1.B', 'read'],
  ] as const
).map(([what, line, becomes]) => text(`pasted: ${what}`, 'a.txt', becomes, () => `1. 问\n${`${line}\n`.repeat(600)}`))

const documents: Hostile[] = [
  file('a document of 300,000 tables', 'a.docx', 'file-too-complex', () =>
    zipOf([
      {
        name: 'word/document.xml',
        body: `<w:document>${many(300_000, at => `<w:tbl><w:tr><w:tc/><w:tc>${at}</w:tc></w:tr><w:tr/></w:tbl>`)}</w:document>`,
      },
    ]),
  ),
  file('a document of tables within tables', 'a.docx', 'file-too-complex', () =>
    zipOf([
      {
        name: 'word/document.xml',
        body: `<w:document>${many(10_000, at => `<w:tbl><w:tr><w:tc>${at}`)}${'</w:tc></w:tr></w:tbl>'.repeat(10_000)}</w:document>`,
      },
    ]),
  ),
  file('styles that are based on each other', 'a.docx', 'file-too-complex', () =>
    zipOf([
      {
        name: 'word/styles.xml',
        body: `<w:styles>${many(60_000, at => `<w:style w:styleId="${at}"><w:basedOn w:val="${(at + 1) % 60_000}"/></w:style>`)}</w:styles>`,
      },
      {
        name: 'word/document.xml',
        body: `<w:document>${many(200_000, at => `<w:p><w:pStyle w:val="${at}"/></w:p>`)}</w:document>`,
      },
    ]),
  ),
  text(
    'a table whose questions are marks of options',
    'a.csv',
    'read',
    () => `题干,答案\n${many(1_200, at => `${at}${'A. B. A. '.repeat(430)},B\n`)}`,
  ),
]

export const hostileFiles: readonly Hostile[] = [
  ...archives,
  ...documents,
  ...sheets,
  ...trees,
  ...texts,
  ...slowLines,
  text('pasted: a line of 5 MB', 'a.txt', 'file-text-long', () => `1. 问\n答案：A${' '.repeat(4 * megabyte)}解`),
  text('Moodle: 64 KB of open tags', 'a.xml', 'file-text-long', () =>
    quiz(
      many(
        20,
        () =>
          `<question type="multichoice"><questiontext format="html"><text><![CDATA[${'<a '.repeat(20_000)}]]></text></questiontext><single>true</single><answer fraction="100"><text>甲</text></answer><answer fraction="0"><text>乙</text></answer></question>`,
      ),
    ),
  ),
]
