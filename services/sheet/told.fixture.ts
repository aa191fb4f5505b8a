/** A file as the product reads it, in short; and documents of Word made of paragraphs. */
import { strToU8, zipSync } from 'fflate'
import { readUpload } from './reading.ts'
import { Refused } from './refused.ts'
import { jobOf } from './testing.ts'

/** Kinds, stems, options and keys of what is read; places and codes of errors; or the refusal. */
export async function told(file: string | Buffer | Uint8Array, name: string) {
  try {
    const found = await readUpload(jobOf(Buffer.from(file as Buffer), name))
    if ('foreign' in found) return { columns: found.foreign.columns.length }
    const { drafts, problems, rowsIn } = found.read
    const errors = problems.filter(one => one.severity === 'error')
    const refused = new Set(errors.map(one => `${one.sheet} ${one.row}`)).size
    if (drafts.length + refused !== rowsIn) throw new Error(`${rowsIn} rows in, but ${drafts.length} + ${refused}`)
    return {
      read: drafts.map(({ draft: { kind, face, right } }) => {
        const options = kind === 'truefalse' ? [] : face.options.map(one => one.zh)
        return [kind, face.stem.zh, ...options, right] as const
      }),
      errors: errors.map(({ cell, code }) => `${cell} ${code}`),
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { refused: error.refusal, ...error.detail }
  }
}

/** @param parts beside the document itself, by name */
export const docxOf = (body: string, parts: Record<string, string> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  })

/** A paragraph of Word. @param before its properties */
export const par = (text: string, before = ''): string =>
  `<w:p>${before && `<w:pPr>${before}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`
