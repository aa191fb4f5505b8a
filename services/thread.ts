/** Work that would hold the server up, in a thread of its own. */
import { Worker } from 'node:worker_threads'

/** How long a thread may take, in milliseconds, and how much memory. */
const patience = 120_000
const mostMemory = 256

/** @param script a worker that posts the bytes of a file @param data what it is handed */
export function bytesFromThread(script: URL, data: unknown): Promise<Buffer> {
  const worker = new Worker(script, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: mostMemory } })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => void worker.terminate(), patience)
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)))
    worker.once('error', reject)
    worker.once('exit', code => {
      clearTimeout(timer)
      reject(new Error(`The file was not made: its thread ended with ${code}`))
    })
  })
}
