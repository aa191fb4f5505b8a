/** Hostile texts and documents. */
import { file, type Hostile, many, megabyte, text } from './hostile-file.fixture.ts'
import { headings, zipOf } from './testing.ts'

const csv = (cell: string): string => `${headings.join(',')}\n单选,${cell},一,二,三,四,A,因为。`

export const texts: Hostile[] = [
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
export const slowLines: Hostile[] = (
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

export const documents: Hostile[] = [
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
