/** Opens what is one per process: storage, keys, clock, outbox. */
import type { Logger } from 'pino'
import { connect } from '#db/connect'
import { steadyClock } from './clock.ts'
import type { Environment } from './environment.ts'
import { memoryOutbox } from './outbox.ts'
import { installRuntime, type Runtime } from './runtime.ts'
import { openSecrets } from './secrets.ts'

/** @returns the runtime, installed, its storage migrated but not seeded */
export async function openRuntime(environment: Environment, log: Logger): Promise<Runtime> {
  return installRuntime({
    environment,
    log,
    secrets: openSecrets(environment.dataDir),
    storage: await connect(environment),
    clock: steadyClock(),
    outbox: environment.outbox ? memoryOutbox() : null,
    pagesChanged: () => {},
    memory: new Map(),
  })
}
