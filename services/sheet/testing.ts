/** Zips by hand for the tests, what no honest program would write; and files read as the product reads them. */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import type { Problem } from '#core/bank/problem'
import { readFile } from './read.ts'
import type { Job } from './reading.ts'
import { draftsName, type Prepared, problemsName } from './summary.ts'

export interface Part {
  name: string
  body: string | Buffer
  /** What the directory says instead of the truth. */
  claimedSize?: number
}

export function zipOf(parts: Part[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const body = Buffer.from(part.body)
    const packed = deflateRawSync(body, { level: 9 })
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(body), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(part.claimedSize ?? body.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, name]))
    files.push(file)
    offset += file.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, list, end])
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of one sheet 题库 with the given sheet data, and whatever is added to it. */
export const workbookOf = (sheetData: string, ...added: Part[]): Buffer =>
  zipOf([
    { name: '[Content_Types].xml', body: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      body: `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="题库" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      body: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      body: `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
    },
    ...added,
  ])

/** Rows of inline strings from row 1, column A. */
export const rowsOf = (rows: string[][]): string =>
  rows.map((cells, r) => `<row r="${r + 1}">${cells.map((cell, c) => inline(c, r + 1, cell)).join('')}</row>`).join('')

const inline = (column: number, row: number, text: string): string =>
  `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t>${text.replace(/[<&]/g, sign => (sign === '<' ? '&lt;' : '&amp;'))}</t></is></c>`

export const headings = ['题型', '题干', '选项A', '选项B', '选项C', '选项D', '答案', '解析']
export const goodRow = [
  '单选',
  '注册商标的有效期是几年？',
  '五年',
  '十年',
  '二十年',
  '五十年',
  'B',
  '自核准注册之日起十年。',
]

/** A file as the product reads it, in a worker, with what it left behind. */
export async function readInWorker(bytes: Buffer, fileName: string, more: Partial<Job> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ip-contest-read-'))
  const outcome = await readFile({ ...jobOf(bytes, fileName), ...more, folder })
  if (!outcome.ok) return outcome
  const part = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T
  if ('foreign' in outcome.value) return { ok: true as const, value: outcome.value }
  const { summary } = outcome.value
  return {
    ok: true as const,
    value: {
      ...summary,
      problems: summary.errors + summary.warnings > 0 ? part<Problem[]>(problemsName(0)) : [],
      questions: summary.good > 0 ? part<Prepared[]>(draftsName(0)) : [],
    },
  }
}

/** Nothing known, nothing to compare with. */
export const jobOf = (bytes: Buffer, fileName: string): Job => ({
  bytes: Uint8Array.from(bytes),
  fileName,
  chapters: [],
  entries: [],
  mappings: [],
  target: null,
  bank: [],
})
