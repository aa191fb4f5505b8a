/** A thread that says what of Node was loaded to start it. */
import { parentPort } from 'node:worker_threads'
import { sheetLimits } from '#core/bank/sheet'

const loaded = (process as unknown as { moduleLoadList: string[] }).moduleLoadList
parentPort?.postMessage(Buffer.from(`${sheetLimits.rows} ${loaded.join('\n')}`))
