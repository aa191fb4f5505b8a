/**
 * What is one per process. Next.js bundles its own copies of our modules, so the runtime hangs on `globalThis`;
 * server.ts alone makes it, and whoever misses it is told.
 */
import type { Logger } from 'pino'
import type { Storage } from '#db/storage'
import type { Clock } from './clock.ts'
import type { Environment } from './environment.ts'
import type { Outbox } from './outbox.ts'
import type { Secrets } from './secrets.ts'

export interface Runtime {
  storage: Storage
  clock: Clock
  secrets: Secrets
  environment: Environment
  log: Logger
  /** Present only where codes are shown instead of sent. */
  outbox: Outbox | null
  /** Tells the door that what public pages show has changed. */
  pagesChanged: () => void
  /** In-memory copies of what never changes or may be a second old, per process. */
  memory: Map<string, unknown>
}

const key = Symbol.for('ip-contest.runtime')
const holder = globalThis as { [key]?: Runtime }

export function installRuntime(runtime: Runtime): Runtime {
  holder[key] = runtime
  return runtime
}

export function runtime(): Runtime {
  const found = holder[key]
  if (!found)
    throw new Error('No runtime in this process: start the product with server.ts (npm start), not with next.')
  return found
}
