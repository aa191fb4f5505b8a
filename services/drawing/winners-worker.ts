/** Lays out one list of winners in a thread of its own: embedding the fonts takes a second that nobody else should wait. */
import { parentPort, workerData } from 'node:worker_threads'
import { type WinnersSheet, winnersPdf } from './winners-pdf.ts'

const bytes = await winnersPdf(workerData as WinnersSheet)
parentPort?.postMessage(bytes)
