/** Hands an uploaded file to a worker with limits on memory and time. */
import { Worker } from 'node:worker_threads'
import type { Problem } from '#core/bank/problem'
import type { Known, PlacedDraft } from '#core/bank/rows'
import { sheetLimits } from '#core/bank/sheet'
import { no, type Outcome } from '#core/refusal'

export interface Job {
  bytes: Uint8Array<ArrayBuffer>
  fileName: string
  chapters: Known['chapters']
  entries: [string, { chapter: number }][]
}

export interface Read {
  rowsIn: number
  good: number
  errors: number
  warnings: number
  /** Errors before warnings, the first 200. */
  problems: Problem[]
  /** The first 50. */
  questions: PlacedDraft[]
  /** All good drafts as JSON: kept for the commit without being parsed in between. */
  drafts: string
}

/** A 20,000-row workbook takes about two seconds on a small machine. */
const patience = 5000
/** Two files at a time: each may hold 250 MB. */
const most = 2
let running = 0

export async function readFile(job: Job): Promise<Outcome<Read>> {
  if (job.bytes.byteLength > sheetLimits.bytes) return no('file-too-large', { most: sheetLimits.bytes })
  if (job.bytes.byteLength === 0) return no('file-empty')
  if (running >= most) return no('busy')
  running++
  try {
    return await inWorker(job)
  } finally {
    running--
  }
}

function inWorker(job: Job): Promise<Outcome<Read>> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 },
  })
  return new Promise(resolve => {
    const timer = setTimeout(() => end(no('file-too-complex', { seconds: patience / 1000 })), patience)
    const end = (outcome: Outcome<Read>) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(outcome)
    }
    worker.once('message', (outcome: Outcome<Read>) => end(outcome))
    // Out of memory, or a crash of the reader: the file is at fault, the server goes on.
    worker.once('error', () => end(no('file-too-complex')))
    worker.once('exit', () => end(no('file-broken')))
  })
}
