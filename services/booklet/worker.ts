/** Makes one booklet in a thread of its own: some hundred pages take seconds that nobody else should wait. */
import { parentPort, workerData } from 'node:worker_threads'
import { bookletOf } from './pages.ts'
import type { BookletParts } from './sheet.ts'

const bytes = await bookletOf(workerData as BookletParts)
parentPort?.postMessage(bytes)
