/** Work that would hold the server up, in a thread of its own. */
import { join } from 'node:path'
import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * A thread strips the types of its files by WebAssembly, and V8 has taken the whole process along while it replaced the
 * wrappers of one thread and dropped those of another (docs/decisions/0031): wrappers are never replaced, and what a
 * thread once stripped is kept, so that the next one needs no WebAssembly at all and starts sooner.
 */
setFlagsFromString('--wasm-wrapper-tiering-budget=2147483647')
/** Asked only by who starts a thread: a page that only knows of threads is bundled, and has no folder. */
const kept = () => join(import.meta.dirname, '../node_modules/.cache/threads')

/** Every thread of this process is begun here. */
export const startThread = (script: URL, options: Pick<WorkerOptions, 'workerData' | 'resourceLimits'>): Worker =>
  new Worker(script, {
    ...options,
    env: { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? kept() },
  })

/** How long a thread may take, in milliseconds, and how much memory. */
const patience = 120_000
const mostMemory = 256

/** @param script a worker that posts the bytes of a file @param data what it is handed */
export function bytesFromThread(script: URL, data: unknown): Promise<Buffer> {
  const worker = startThread(script, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: mostMemory } })
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
