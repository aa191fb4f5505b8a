/** Lays one report out in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ReportParts } from './file.ts'
import { reportPdf } from './pdf.ts'

parentPort?.postMessage(await reportPdf(workerData as ReportParts))
