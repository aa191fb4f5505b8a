/** Looks through a contest's attempts in a thread of its own: a hundred thousand take half a minute of computing. */
import { parentPort, workerData } from 'node:worker_threads'
import { reviewCases } from '#core/integrity/review'
import type { Trace } from '#core/integrity/trace'

const traces: Trace[] = []

/** Traces come in pages; null: that was all. */
parentPort?.on('message', (page: Trace[] | null) => {
  if (page) return void traces.push(...page)
  parentPort?.postMessage(reviewCases(traces, workerData as number))
})
