/** Opens what is one per process: storage, keys, clock, outbox. */
import type { Logger } from 'pino'
import { connect } from '#db/connect'
import { fact, firstFact } from '#db/meta'
import type { Storage } from '#db/storage'
import { steadyClock } from './clock.ts'
import type { Environment } from './environment.ts'
import { memoryOutbox } from './outbox.ts'
import { installRuntime, type Runtime } from './runtime.ts'
import { openSecrets, type Secrets } from './secrets.ts'

/** @returns the runtime, installed, its storage migrated but not seeded */
export async function openRuntime(environment: Environment, log: Logger): Promise<Runtime> {
  const storage = await connect(environment)
  return installRuntime({
    environment,
    log,
    secrets: await secretsFor(storage, environment.dataDir),
    storage,
    clock: steadyClock(),
    outbox: environment.outbox ? memoryOutbox() : null,
    pagesChanged: () => {},
    memory: new Map(),
  })
}

const keysFact = 'fingerprint of the keys'

/** The keys of this database: a second process on it, or a copy of it, needs the same file. */
async function secretsFor({ read, atomically }: Storage, dataDir: string): Promise<Secrets> {
  const known = await fact(read, keysFact)
  const secrets = openSecrets(dataDir, known)
  if (known !== null) return secrets
  return openSecrets(dataDir, await atomically(tx => firstFact(tx, keysFact, secrets.fingerprint)))
}
