/** Reads one uploaded file in a thread of its own, which may be killed at any moment, and leaves what it found in files. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { FromWorker, WorkerJob } from './read.ts'
import { readUpload } from './reading.ts'
import { Refused } from './refused.ts'
import { summaryOf } from './summary.ts'

const tell = (message: FromWorker) => parentPort?.postMessage(message)
const { folder, ...job } = workerData as WorkerJob

try {
  const outcome = await readUpload(job, (stage, done, total) => tell({ progress: { stage, done, total } }))
  if ('foreign' in outcome) tell({ outcome: { ok: true, value: { foreign: outcome.foreign } } })
  else {
    const { summary, files } = summaryOf(outcome.read, job.target)
    for (const { name, value } of files) writeFileSync(join(folder, name), JSON.stringify(value), { mode: 0o600 })
    tell({ outcome: { ok: true, value: { summary } } })
  }
} catch (error) {
  // What a library throws on bytes that are no workbook means the same to the person: the file is broken.
  const { refusal, detail } = error instanceof Refused ? error : new Refused('file-broken', {})
  tell({ outcome: { ok: false, refusal, detail } })
}
