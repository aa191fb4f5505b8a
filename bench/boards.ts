/**
 * `npm run bench:boards`: ranks, pages, districts and finishes on boards of 1,000 to 1,000,000 people, on both
 * databases, asked as the product asks them but past its one-second copies. The last line is JSON.
 */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import startPostgres from '#scripts/test-postgres'

interface Figures {
  median: number
  p99: number
}
interface Measured {
  size: number
  scores: 'spread' | 'equal'
  ownRankMs: Figures
  pageMs: Figures
  regionsMs: Figures
  finishMs: Figures
}

/** `--only=sqlite` or `--only=postgres`, and sizes; without them both, and all three. */
const only = process.argv.find(given => given.startsWith('--only='))?.slice('--only='.length)
const given = process.argv.slice(2).map(Number).filter(Number.isFinite)
const sizes = given.length > 0 ? given : [1000, 100_000, 1_000_000]

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`)
const measured: Record<string, unknown> = {}
if (only !== 'postgres') {
  console.log('SQLite, synchronous = FULL')
  measured.sqlite = await measureOn('')
}
if (only !== 'sqlite') {
  console.log('PostgreSQL as in the tests, without fsync')
  process.env.TEST_POSTGRES_PORT = String(await freePort())
  const stop = await startPostgres()
  const url =
    process.env.TEST_POSTGRES_URL ?? `postgres://postgres@127.0.0.1:${process.env.TEST_POSTGRES_PORT}/postgres`
  measured.postgres = await measureOn(url).finally(() => stop?.())
}
console.log(JSON.stringify(measured))

/** In a process of its own, because a process speaks one database. @returns figures by size; those of equal scores inside */
async function measureOn(databaseUrl: string): Promise<Record<string, unknown>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'contest-boards-'))
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    SITE_URL: '',
    LOG_LEVEL: 'error',
  }
  const child = fork(join(import.meta.dirname, 'board-child.ts'), sizes.map(String), { env })
  const bySize: Record<string, Record<string, unknown>> = {}
  child.on('message', ({ size, scores, ...figures }: Measured) => {
    console.log(`  ${size} ${scores}: ${JSON.stringify(figures)}`)
    bySize[size] = scores === 'spread' ? { ...bySize[size], ...figures } : { ...bySize[size], equalScores: figures }
  })
  const code = await new Promise(resolve => child.once('exit', resolve))
  rmSync(dataDir, { recursive: true, force: true })
  if (code !== 0) throw new Error(`The measuring process ended with ${code}`)
  return bySize
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
