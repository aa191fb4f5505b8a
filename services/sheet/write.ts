/** Has a file written by a worker, which gets the questions piece by piece. */
import { Worker } from 'node:worker_threads'
import type { SetHead } from '#core/bank/json'
import type { Locale } from '#core/locale'
import type { QuestionDraft } from '#core/question/question'
import type { ExportFormat } from './export-file.ts'
import type { Rest } from './reading.ts'
import type { OutgoingFile } from './spreadsheet.ts'

export type WriteJob =
  | { kind: 'set'; format: ExportFormat; head: SetHead; titles: [string, string][] }
  | { kind: 'rest'; rest: Rest[]; fileName: string; locale: Locale }
export type ToWriter = { drafts: QuestionDraft[] } | { end: true }

/** @param pieces for a set: its questions, some at a time; throws when the worker fails */
export async function writeFile(job: WriteJob, pieces: AsyncIterable<QuestionDraft[]> | null): Promise<OutgoingFile> {
  const worker = new Worker(new URL('./write-worker.ts', import.meta.url), {
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
  try {
    if (pieces) {
      for await (const drafts of pieces) worker.postMessage({ drafts } satisfies ToWriter)
      worker.postMessage({ end: true } satisfies ToWriter)
    }
    return await written
  } finally {
    written.catch(() => {})
    void worker.terminate()
  }
}
