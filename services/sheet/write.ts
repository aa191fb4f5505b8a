/** Has a file written by a worker, which gets the questions piece by piece. */
import type { SetHead } from '#core/bank/json'
import type { Locale } from '#core/locale'
import type { QuestionDraft } from '#core/question/question'
import { startThread } from '../thread.ts'
import type { ExportFormat } from './export-file.ts'
import type { Rest } from './reading.ts'
import type { OutgoingFile } from './spreadsheet.ts'

export type WriteJob =
  | { kind: 'set'; format: ExportFormat; head: SetHead; titles: [string, string][] }
  | { kind: 'rest'; rest: Rest[]; fileName: string; locale: Locale }
export type ToWriter = { drafts: QuestionDraft[] } | { end: true }

/** @param pieces for a set: its questions, some at a time; throws when the worker fails */
export async function writeFile(job: WriteJob, pieces: AsyncIterable<QuestionDraft[]> | null): Promise<OutgoingFile> {
  const worker = startThread(new URL('./write-worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: 384 },
  })
  const written = new Promise<OutgoingFile>((resolve, reject) => {
    worker.once('message', ({ name, type, bytes }: Omit<OutgoingFile, 'bytes'> & { bytes: Uint8Array }) =>
      resolve({ name, type, bytes: Buffer.from(bytes.buffer) }),
    )
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The writer ended without a file')))
  })
  // Its failure is told once everything was handed over, not before anybody asks.
  written.catch(() => {})
  try {
    if (pieces) {
      for await (const drafts of pieces) worker.postMessage({ drafts } satisfies ToWriter)
      worker.postMessage({ end: true } satisfies ToWriter)
    }
  } catch (error) {
    // The set could not be read to its end: nobody waits for the file any more.
    void worker.terminate()
    throw error
  }
  // A thread that has handed its file over ends by itself.
  return written
}
