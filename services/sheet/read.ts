/** Hands an uploaded file to a worker with limits on memory and time. */
import { sheetLimits } from '#core/bank/sheet'
import { no, type Outcome } from '#core/refusal'
import { startThread } from '../thread.ts'
import type { ForeignHeadings } from './headings.ts'
import type { Job, Progress } from './reading.ts'
import type { Summary } from './summary.ts'

/** @param folder where the worker leaves drafts and problems */
export type WorkerJob = Job & { folder: string }
export type FromWorker =
  | { progress: { stage: Parameters<Progress>[0]; done: number; total: number } }
  | { outcome: Outcome<Found> }
export type Found = { summary: Summary } | { foreign: ForeignHeadings }

/**
 * For honest files on slow machines: 20,000 rows take about two seconds on a small one, comparing them with a large bank as
 * long again. Hostile ones are refused by counting, long before.
 */
const patience = 10_000
/** Two files at a time: each may hold 250 MB. */
const most = 2
let running = 0

/** @returns refusals: file-type, file-locked, file-broken, file-too-large, file-too-complex, file-text-long, file-encoding, file-empty, file-columns, busy */
export async function readFile(job: WorkerJob, progress: Progress = () => {}): Promise<Outcome<Found>> {
  if (job.bytes.byteLength > sheetLimits.bytes) return no('file-too-large', { most: sheetLimits.bytes })
  if (job.bytes.byteLength === 0) return no('file-empty')
  if (running >= most) return no('busy')
  running++
  try {
    return await inWorker(job, progress)
  } finally {
    running--
  }
}

function inWorker(job: WorkerJob, progress: Progress): Promise<Outcome<Found>> {
  const worker = startThread(new URL('./worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 },
  })
  return new Promise(resolve => {
    const timer = setTimeout(() => {
      void worker.terminate()
      end(no('file-too-complex', { seconds: patience / 1000 }))
    }, patience)
    // A thread that has answered ends by itself: torn down in the middle of its own tidying up it can take Node along.
    const end = (outcome: Outcome<Found>) => {
      clearTimeout(timer)
      resolve(outcome)
    }
    worker.on('message', (message: FromWorker) => {
      if ('outcome' in message) end(message.outcome)
      else progress(message.progress.stage, message.progress.done, message.progress.total)
    })
    // Out of memory, or a crash of the reader: the file is at fault, the server goes on.
    worker.once('error', () => end(no('file-too-complex')))
    worker.once('exit', () => end(no('file-broken')))
  })
}
