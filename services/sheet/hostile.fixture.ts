/** Files that try to make a reader slow, large or wrong: each with what must become of it. */
import { gzipSync } from 'node:zlib'
import { file, type Hostile, many, megabyte, text } from './hostile-file.fixture.ts'
import { documents, slowLines, texts } from './hostile-texts.fixture.ts'
import { goodRow, headings, type Part, rowsOf, workbookOf, zipOf } from './testing.ts'

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
