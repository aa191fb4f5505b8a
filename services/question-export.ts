/** Taking a set out whole, to be edited elsewhere or loaded into another installation. */
import type { Allowed } from '#core/account/roles'
import type { Locale } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import { draftsAfter } from '#db/bank-read'
import { allChapters, entryTitles } from '#db/handbook'
import { setByPublicId } from '#db/question-set'
import { restById } from './preview.ts'
import type { Runtime } from './runtime.ts'
import type { ExportFormat } from './sheet/export-file.ts'
import type { OutgoingFile } from './sheet/spreadsheet.ts'
import { templateFile } from './sheet/template.ts'
import { writeFile } from './sheet/write.ts'

/** Newest texts, without retired questions. @returns refusals: not-found */
export async function exportSet(
  rt: Runtime,
  _allowed: Allowed<'questions.read'>,
  id: string,
  format: ExportFormat,
): Promise<Outcome<OutgoingFile>> {
  const set = await setByPublicId(rt.storage.read, id)
  if (!set) return no('not-found')
  const { name, owner, licence, source } = set
  const entries = await entryTitles(rt.storage.read)
  const titles = entries.map((entry): [string, string] => [entry.id, entry.title.zh])
  const job = { kind: 'set' as const, format, head: { name, owner, licence, source }, titles }
  return yes(await writeFile(job, piecesOf(rt, set.id)))
}

/** Questions a read: some milliseconds, then others have their turn. */
const rowsAtOnce = 250

async function* piecesOf(rt: Runtime, setId: number) {
  for (let after = 0; ; ) {
    const rows = await draftsAfter(rt.storage.read, setId, after, rowsAtOnce)
    yield rows.map(row => row.draft)
    if (rows.length < rowsAtOnce) return
    after = rows.at(-1)?.id ?? 0
    await new Promise(resolve => setImmediate(resolve))
  }
}

/** The rows of an upload that are not stored, marked. @returns refusals: not-found */
export async function exportRest(
  rt: Runtime,
  allowed: Allowed<'questions.write'>,
  id: string,
  locale: Locale,
): Promise<Outcome<OutgoingFile>> {
  const found = await restById(rt, allowed, id)
  return found.ok ? yes(await writeFile({ kind: 'rest', ...found.value, locale }, null)) : found
}

/** The template to fill in, with the handbook's chapters to choose from. */
export async function questionTemplate(rt: Runtime, format: 'xlsx' | 'csv', locale: Locale): Promise<OutgoingFile> {
  const chapters = await allChapters(rt.storage.read)
  return templateFile(
    format,
    locale,
    chapters.map(chapter => chapter.name[locale]),
  )
}
