/** Measuring on both databases, each in a process of its own, because a process speaks one of them. */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDatabase } from '#db/testing'
import startPostgres from '#scripts/test-postgres'

/** `--only=sqlite` or `--only=postgres`; without it both. */
const only = process.argv.find(given => given.startsWith('--only='))?.slice('--only='.length)

/** Numbers that were given with the command. */
export const givenNumbers = process.argv.slice(2).map(Number).filter(Number.isFinite)

/**
 * Runs a script on each database, says where, and prints as the last line, as JSON, what `fold` makes of its messages.
 * @param script beside this file; it sends what it measured, message by message, and ends
 */
export async function onBothDatabases<Message>(
  { script, given }: { script: string; given: readonly number[] },
  fold: (messages: readonly Message[]) => unknown,
): Promise<void> {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`)
  const measured: Record<string, unknown> = {}
  if (only !== 'postgres') {
    console.log('SQLite, synchronous = FULL')
    measured.sqlite = fold(await messagesOf<Message>(script, given, ''))
  }
  if (only !== 'sqlite') {
    console.log('PostgreSQL as in the tests, without fsync')
    process.env.TEST_POSTGRES_PORT = String(await freePort())
    const stop = await startPostgres()
    const { url, drop } = await freshDatabase(
      process.env.TEST_POSTGRES_URL ?? `postgres://postgres@127.0.0.1:${process.env.TEST_POSTGRES_PORT}/postgres`,
    )
    measured.postgres = fold(await messagesOf<Message>(script, given, url).finally(() => drop().then(stop)))
  }
  console.log(JSON.stringify(measured))
}

async function messagesOf<Message>(script: string, given: readonly number[], databaseUrl: string): Promise<Message[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'contest-bench-'))
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    SITE_URL: '',
    LOG_LEVEL: 'error',
  }
  const child = fork(join(import.meta.dirname, script), given.map(String), { env })
  const messages: Message[] = []
  child.on('message', message => {
    console.log(`  ${JSON.stringify(message)}`)
    messages.push(message as Message)
  })
  const code = await new Promise(resolve => child.once('exit', resolve))
  rmSync(dataDir, { recursive: true, force: true })
  if (code !== 0) throw new Error(`The measuring process ended with ${code}`)
  return messages
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
