import { describe, expect, it } from 'vitest'
import type { Refusal } from '#core/refusal'
import { hostileFiles } from './hostile.fixture.ts'
import { goodRow, headings, readInWorker, rowsOf, workbookOf, zipOf } from './testing.ts'

const csv = [headings.join(','), goodRow.join(',')].join('\n')
const good = workbookOf(rowsOf([headings, goodRow]))
const read = (bytes: Buffer, fileName = '题库.xlsx') => readInWorker(bytes, fileName)

/** The file is refused, for the stated reason, in the time a person waits. */
async function expectRefused(bytes: Buffer, refusal: Refusal, fileName?: string) {
  const { outcome, ms } = await timed(bytes, fileName)
  expect(outcome).toMatchObject({ ok: false, refusal })
  expect(ms).toBeLessThan(2000)
  return outcome
}

/** In processor time of the whole process: what a person waits for on a machine that does nothing else. */
async function timed(bytes: Buffer, fileName?: string) {
  const before = process.cpuUsage()
  const outcome = await read(bytes, fileName)
  const { user, system } = process.cpuUsage(before)
  return { outcome, ms: (user + system) / 1000 }
}

describe('A hostile file is refused', () => {
  it('unless it is a plain workbook', async () =>
    expect(await read(good)).toMatchObject({ ok: true, value: { rowsIn: 1, good: 1, errors: 0 } }))

  it('when it unpacks to a hundred times its size and more', async () => {
    const bomb = workbookOf(rowsOf([headings]), { name: 'xl/styles.xml', body: Buffer.alloc(29 * 1024 * 1024, 32) })
    await expectRefused(bomb, 'file-too-complex')
  })

  it('when a part is larger than 30 MB, whatever the directory says', async () => {
    const body = Buffer.alloc(40 * 1024 * 1024, 32)
    await expectRefused(workbookOf('', { name: 'xl/sharedStrings.xml', body }), 'file-too-complex')
    await expectRefused(workbookOf('', { name: 'xl/sharedStrings.xml', body, claimedSize: 1000 }), 'file-broken')
  })

  it('when it has a million rows', async () => {
    const cells = '<row><c><v>1</v></c></row>'
    await expectRefused(workbookOf(cells.repeat(1_000_000)), 'file-too-complex')
  })

  it('when a million rows are empty', async () => {
    const rows = Array.from({ length: 700_000 }, (_, i) => `<row r="${i + 1}"/>`).join('')
    await expectRefused(workbookOf(rows), 'file-too-complex')
  })

  it('when a cell lies at the far end of the sheet', async () => {
    const far = `${rowsOf([headings, goodRow])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`
    expect(await expectRefused(workbookOf(far), 'file-too-complex')).toMatchObject({ detail: { cell: 'XFD1048576' } })
  })

  it('when a cell is a book', async () => {
    const long = [...goodRow.slice(0, 1), '长'.repeat(8001), ...goodRow.slice(2)]
    expect(await expectRefused(workbookOf(rowsOf([headings, long])), 'file-text-long')).toMatchObject({
      detail: { cell: 'B2' },
    })
  })

  it('when it declares entities', async () => {
    const body = '<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'
    await expectRefused(workbookOf('', { name: 'xl/sharedStrings.xml', body }), 'file-too-complex')
    await expectRefused(workbookOf('<row><c t="str"><v>&b;</v></c></row>'), 'file-broken')
  })

  it.each([
    'xl/vbaProject.bin',
    'xl/externalLinks/externalLink1.xml',
    'xl/embeddings/oleObject1.bin',
    'xl/media/image1.exe',
    'xl/connections.xml',
    'xl/activeX/activeX1.xml',
  ])('when it carries %s', async name => {
    const outcome = await expectRefused(
      workbookOf(rowsOf([headings, goodRow]), { name, body: 'x' }),
      'file-too-complex',
    )
    expect(outcome).toMatchObject({ detail: { part: name } })
  })

  it.each(['../../etc/passwd', '/etc/passwd', 'C:/x', 'xl\\workbook.xml'])('when a part is called %s', async name => {
    const outcome = await read(workbookOf('', { name, body: 'x' }))
    expect(outcome).toMatchObject({ ok: false })
  })

  it('when it has too many parts', async () => {
    const parts = Array.from({ length: 65 }, (_, i) => ({ name: `xl/worksheets/sheet${i}.xml`, body: '<worksheet/>' }))
    await expectRefused(zipOf(parts), 'file-too-complex')
  })

  it('when its bytes are not what its name says', async () => {
    await expectRefused(Buffer.from('%PDF-1.7 …'), 'file-type')
    await expectRefused(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file-type', '题库.xls')
    await expectRefused(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'file-type', '题库.csv')
    await expectRefused(Buffer.from([0x61, 0, 0x62, 0]), 'file-type', '题库.csv')
  })

  it('when it is cut off anywhere', async () => {
    for (const part of [0.1, 0.5, 0.9, 0.99])
      await expectRefused(good.subarray(0, Math.floor(good.length * part)), 'file-broken')
  })

  it('when its text is in no encoding', async () => {
    await expectRefused(Buffer.concat([Buffer.from(csv), Buffer.from([0xff, 0xfe, 0xff])]), 'file-encoding', 'a.csv')
    const body = Buffer.concat([Buffer.from('<sst><si><t>'), Buffer.from([0xc3, 0x28]), Buffer.from('</t></si></sst>')])
    await expectRefused(workbookOf('', { name: 'xl/sharedStrings.xml', body }), 'file-encoding')
  })

  it('when it is larger than 5 MB, or empty, or without questions', async () => {
    await expectRefused(Buffer.alloc(5 * 1024 * 1024 + 1, 97), 'file-too-large')
    await expectRefused(Buffer.alloc(0), 'file-empty')
    await expectRefused(workbookOf(rowsOf([headings])), 'file-empty')
    await expectRefused(workbookOf(rowsOf([['姓名'], ['电话']])), 'file-columns')
  })

  it('when one field never ends', async () =>
    await expectRefused(
      Buffer.from(`${headings.join(',')}\n单选,"${'长'.repeat(600_000)}`),
      'file-too-complex',
      'a.csv',
    ))

  it('but headings like __proto__ and constructor are just headings', async () => {
    const odd = [...headings, '__proto__', 'constructor', 'toString']
    const row = [...goodRow, '{"admin":true}', 'x', 'y']
    expect(await read(workbookOf(rowsOf([odd, row])))).toMatchObject({ ok: true, value: { good: 1 } })
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  it('but a formula only costs its row', async () => {
    const rows = `${rowsOf([headings, goodRow])}<row r="3"><c r="A3" t="inlineStr"><is><t>单选</t></is></c><c r="B3"><f>HYPERLINK("http://x")</f><v>7</v></c></row>`
    const outcome = await read(workbookOf(rows))
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        rowsIn: 2,
        good: 1,
        problems: expect.arrayContaining([expect.objectContaining({ code: 'formula', cell: 'B3' })]),
      },
    })
  })
})

describe('Whatever it does to be slow or large', () => {
  it.each(hostileFiles.map(one => [one.what, one] as const))('%s', async (_, { bytes, fileName, becomes }) => {
    const { outcome, ms } = await timed(bytes(), fileName)
    expect(outcome.ok ? 'read' : outcome.refusal).toBe(becomes)
    expect(ms).toBeLessThan(2000)
  })
})

describe('A table of text is read', () => {
  const lines = [headings, goodRow, ['判断', '商标可以续展。', '', '', '', '', '√', '可以。']]
  const written = (delimiter: string, end = '\r\n') => lines.map(line => line.join(delimiter)).join(end)
  const gb18030 = Buffer.from('CCE2B8C92CB4F0B0B82CCCE2D0CD0D0AC9CCB1EABFC9D2D4D0F8D5B9A1A32CB6D42CC5D0B6CF0D0A', 'hex')

  it.each([
    ['comma', Buffer.from(written(','))],
    ['semicolon', Buffer.from(written(';'))],
    ['tab', Buffer.from(written('\t', '\n'))],
    ['byte order mark', Buffer.from(`\ufeff${written(',')}`)],
    ['sep=', Buffer.from(`sep=;\r\n${written(';')}`)],
    ['UTF-16 as Excel saves Unicode text', Buffer.from(`\ufeff${written('\t')}`, 'utf16le')],
    [
      'no headings',
      Buffer.from(
        lines
          .slice(1)
          .map(line => line.join(','))
          .join('\r\n'),
      ),
    ],
  ])('with %s', async (_, bytes) => {
    const outcome = await read(bytes, '题库.csv')
    expect(outcome).toMatchObject({ ok: true, value: { rowsIn: 2, good: 2, errors: 0 } })
  })

  it('in GB18030, as Chinese spreadsheet programs save CSV', async () => {
    const outcome = await read(gb18030, '题库.csv')
    const questions = [{ draft: { face: { stem: { zh: '商标可以续展。' } } } }]
    expect(outcome).toMatchObject({ ok: true, value: { good: 1, questions } })
  })
})
