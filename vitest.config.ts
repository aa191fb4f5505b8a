/** Rules and door by themselves; storage and use cases on both databases; journeys in a browser. */
import { createServer } from 'node:net'
import { configDefaults, defineConfig } from 'vitest/config'

const port = await freePort()
process.env.TEST_POSTGRES_PORT = String(port)
const postgresUrl = process.env.TEST_POSTGRES_URL ?? `postgres://postgres@127.0.0.1:${port}/postgres`

/** All of services/ but what reads and draws files and opens no database: that runs once, with the rules. */
const onStorage = [
  'db/**/*.test.ts',
  'services/!(bank-files|environment|secrets).test.ts',
  'services/!(booklet|drawing|sheet)/**/*.test.ts',
]
const overApi = ['api/**/*.test.ts', 'scripts/**/*.test.ts']
const inBrowser = ['e2e/**/*.test.ts']
/** A machine may be busy with other things: what comes in the end is waited for. */
const patient = { poll: { timeout: 20_000 } }
const exclude = [...configDefaults.exclude, '.next*/**']

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...exclude, ...onStorage, ...overApi, ...inBrowser],
          env: { DATABASE_URL: '' },
          testTimeout: 60_000,
        },
      },
      { test: { name: 'sqlite', include: onStorage, exclude, env: { DATABASE_URL: '' }, testTimeout: 60_000 } },
      {
        test: {
          name: 'postgres',
          include: onStorage,
          exclude,
          env: { DATABASE_URL: postgresUrl },
          globalSetup: './scripts/test-postgres.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'api',
          include: overApi,
          exclude,
          env: { DATABASE_URL: '' },
          expect: patient,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: inBrowser,
          exclude,
          fileParallelism: false,
          expect: patient,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
