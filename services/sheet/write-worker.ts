/** Writes one file in a thread of its own: a workbook of 10,000 questions takes more than a second. */
import { parentPort, workerData } from 'node:worker_threads'
import type { QuestionDraft } from '#core/question/question'
import { messagesIn } from '#messages/messages'
import { exportFile } from './export-file.ts'
import { restFile } from './rest-file.ts'
import type { OutgoingFile } from './spreadsheet.ts'
import type { ToWriter, WriteJob } from './write.ts'

const job = workerData as WriteJob
const drafts: QuestionDraft[] = []

const hand = ({ name, type, bytes }: OutgoingFile): void => {
  const copy = Uint8Array.from(bytes)
  parentPort?.postMessage({ name, type, bytes: copy }, [copy.buffer])
  parentPort?.close()
}

if (job.kind === 'rest') {
  const words = messagesIn(job.locale)
  hand(await restFile(job.rest, job.fileName, words.bank, words.imports.restHeading))
} else {
  parentPort?.on('message', (message: ToWriter) => {
    if ('drafts' in message) drafts.push(...message.drafts)
    else void exportFile(job.format, { head: job.head, drafts, titles: new Map(job.titles) }).then(hand)
  })
}
