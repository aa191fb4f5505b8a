/** Files as programs write them, broken byte by byte and in their structure: what the fuzz tests of imports are made of. */
import { join } from 'node:path'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import type { QuestionDraft } from '#core/question/question'
import { readBankFiles } from '../bank-files.ts'
import { exportFile, exportFormats } from './export-file.ts'

export interface Original {
  name: string
  bytes: Buffer
}

/** Some of the bank's questions in every format that is written, and as people have them. @param every of how many one is taken */
export async function originals(every: number): Promise<Original[]> {
  const read = await readBankFiles(join(import.meta.dirname, '../../questions'))
  if (!read.ok) throw new Error(read.problems[0]?.message)
  const drafts = read.bank.drafts.filter((_, at) => at % every === 0)
  const files: Original[] = []
  for (const format of exportFormats) {
    const set = { head: { name: '题', owner: '', licence: '', source: '' }, drafts, titles: new Map() }
    files.push(await exportFile(format, set))
  }
  files.push({
    name: 'b.csv',
    bytes: Buffer.from('1,谁可以申请？,发明人,路人,A,见法。\n2,何时可以续展？,期满前,期满后,B,见法。\n'),
  })
  files.push({ name: 'a.txt', bytes: Buffer.from(pastedFrom(drafts)) })
  return files
}

const pastedFrom = (drafts: QuestionDraft[]): string =>
  drafts.map(({ face }, at) => `${at + 1}. ${face.stem.zh}\nA. 甲 B. 乙\n答案：A\n解析：见法。`).join('\n')

const signs = [
  '<',
  '>',
  '&',
  '"',
  '{',
  '}',
  '[',
  ']',
  '=',
  '~',
  '#',
  '\\',
  '\n',
  ',',
  ';',
  '\t',
  '\0',
  '\ufeff',
  '::',
  '//',
  '////',
]
const pieces = [
  ...signs,
  ...[
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '&a;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '__proto__',
    '"__proto__":{"x":1}',
    'constructor',
  ],
  ...[
    '答案：',
    '1. ',
    'A. ',
    '%100%',
    '$CATEGORY:',
    'XFD1048576',
    '1e999',
    '-1',
    '\ud800',
    '中'.repeat(9000),
    '['.repeat(99),
  ],
]

/** Something done to a file's bytes; numbers are parts of its length. */
const change = fc.oneof(
  fc.record({ do: fc.constant('flip' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), bit: fc.nat(7) }),
  fc.record({ do: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(200) }),
  fc.record({
    do: fc.constant('double' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(2000),
  }),
  fc.record({
    do: fc.constant('put' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    what: fc.constantFrom(...pieces),
  }),
)
type Change = typeof change extends fc.Arbitrary<infer V> ? V : never

function changed(bytes: Buffer, how: Change): Buffer {
  const at = Math.floor(how.at * bytes.length)
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  if (how.do === 'cut') return Buffer.concat([before, after.subarray(how.length)])
  if (how.do === 'double') return Buffer.concat([before, after.subarray(0, how.length), after])
  if (how.do === 'put') return Buffer.concat([before, Buffer.from(how.what), after])
  const copy = Buffer.from(bytes)
  if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ (1 << how.bit)
  return copy
}

/** In an archive, one of its parts is changed and the rest stays whole: what reads the part is reached. */
function changedWithin(bytes: Buffer, which: number, changes: Change[]): Buffer {
  const parts = bytes.subarray(0, 2).toString() === 'PK' ? unzipSync(bytes) : null
  if (!parts) return changes.reduce(changed, bytes)
  const names = Object.keys(parts)
  const name = names[which % names.length] ?? ''
  parts[name] = Uint8Array.from(changes.reduce(changed, Buffer.from(parts[name] ?? [])))
  return Buffer.from(zipSync(parts, { level: 1 }))
}

export const mutant = fc.record({
  file: fc.nat(),
  which: fc.nat(),
  within: fc.boolean(),
  changes: fc.array(change, { minLength: 1, maxLength: 4 }),
})

type Mutant = typeof mutant extends fc.Arbitrary<infer V> ? V : never

/** @returns a file of the originals with one to four changes; in an archive maybe within one of its parts */
export function broken(files: readonly Original[], { file, which, within, changes }: Mutant): Original {
  const { name, bytes } = files[file % files.length] as Original
  return { name, bytes: within ? changedWithin(bytes, which, changes) : changes.reduce(changed, bytes) }
}
