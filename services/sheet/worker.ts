/** Reads one uploaded file in a thread of its own, which may be killed at any moment. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Known, readSheets } from '#core/bank/rows'
import { type Sheet, sheetLimits } from '#core/bank/sheet'
import { readCsv } from './csv.ts'
import type { Job, Read } from './read.ts'
import { Refused, refuse } from './refused.ts'
import { readXlsx } from './xlsx.ts'

/** What is shown at once; the rest is counted. */
const shown = { problems: 200, questions: 50 }

async function read(job: Job): Promise<Read> {
  const known: Known = { chapters: job.chapters, entries: new Map(job.entries) }
  const reading = readSheets(await sheetsOf(Buffer.from(job.bytes), job.fileName), known) ?? refuse('file-columns')
  if (reading.rowsIn === 0) refuse('file-empty')
  if (reading.rowsIn > sheetLimits.rows) refuse('file-too-complex', { rows: reading.rowsIn })
  const errors = reading.problems.filter(problem => problem.severity === 'error')
  return {
    rowsIn: reading.rowsIn,
    good: reading.drafts.length,
    errors: errors.length,
    warnings: reading.problems.length - errors.length,
    problems: reading.problems.toSorted((a, b) => a.severity.localeCompare(b.severity)).slice(0, shown.problems),
    questions: reading.drafts.slice(0, shown.questions),
    drafts: JSON.stringify(reading.drafts.map(placed => placed.draft)),
  }
}

/** First bytes of what people take for a table: old Excel, PDF, pictures, archives, programs, web pages, RTF. */
const otherFormats = [
  '\xd0\xcf\x11\xe0',
  '%PDF',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  'PK',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
].concat(['MZ', '\x7fELF', '<?xml', '<html', '<!DOC', '{\\rtf'])

/** By what the file is, not by what it is called. */
async function sheetsOf(bytes: Buffer, fileName: string): Promise<Sheet[]> {
  const start = bytes.subarray(0, 8).toString('latin1')
  if (start.startsWith('PK\x03\x04')) return readXlsx(bytes)
  if (otherFormats.some(magic => start.toLowerCase().startsWith(magic.toLowerCase()))) refuse('file-type')
  return [readCsv(bytes, fileName)]
}

try {
  parentPort?.postMessage({ ok: true, value: await read(workerData as Job) })
} catch (error) {
  // What a library throws on bytes that are no workbook means the same to the person: the file is broken.
  const { refusal, detail } = error instanceof Refused ? error : new Refused('file-broken', {})
  parentPort?.postMessage({ ok: false, refusal, detail })
}
