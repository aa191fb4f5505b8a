/** The same product on a real PostgreSQL: races, a killed server, boards. */
import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { WireAttempt, WireStandings } from '#core/wire'
import { freshDatabase } from '#db/testing'
import startPostgres from '#scripts/test-postgres'
import { type Client, clientOf, signIn } from './client.ts'
import { ended, type RunningSite, startSite } from './site.ts'

let site: RunningSite
let stopPostgres: (() => Promise<void>) | undefined
let database: Awaited<ReturnType<typeof freshDatabase>>
let variables: Record<string, string>
const contest = `chongqing-${new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()}`

beforeAll(async () => {
  const port = await freePort()
  process.env.TEST_POSTGRES_PORT = String(port)
  stopPostgres = await startPostgres()
  database = await freshDatabase(process.env.TEST_POSTGRES_URL ?? `postgres://postgres@127.0.0.1:${port}/postgres`)
  variables = { DATABASE_URL: database.url }
  site = await startSite(undefined, variables)
})
afterAll(async () => {
  await site.stop()
  await database.drop()
  await stopPostgres?.()
})

it('forty people race through the seeded contest, the server is killed between, nothing is doubled or lost', async () => {
  const people = await Promise.all(Array.from({ length: 40 }, (_, i) => someone(String(13_300_000_000 + i))))
  const runs = await Promise.all(people.map(startManyTimes))
  const answered = await Promise.all(runs.map(run => answerAll(run)))
  await ended(site.process, 'SIGKILL')
  site = await startSite(site.dataDir, variables)
  const back = runs.map((run, i) => ({ ...run, client: at(site.url, run.client), acknowledged: answered[i] ?? 0 }))
  for (const { client, attempt, acknowledged } of back) {
    const shown = await client.send('GET', `/api/v1/attempts/${attempt.attempt.id}`)
    expect((shown.body as WireAttempt).answers).toHaveLength(acknowledged)
  }
  const finishes = await Promise.all(back.map(({ client, attempt }) => finishManyTimes(client, attempt)))
  expect(finishes.every(kinds => kinds === 1)).toBe(true)
  await new Promise(resolve => setTimeout(resolve, 1100))
  const board = await clientOf(site.url).send('GET', `/api/v1/contests/${contest}/standings?limit=100`)
  expect((board.body as WireStandings).rows).toHaveLength(40)
  const again = await back[0]?.client.send('POST', `/api/v1/contests/${contest}/attempts`, {})
  expect([again?.status, again?.code]).toEqual([409, 'attempts-used-up'])
})

async function someone(phone: string): Promise<Client> {
  const client = clientOf(site.url)
  await signIn(client, phone)
  return client
}

/** Ten starts at once: one is made. */
async function startManyTimes(client: Client): Promise<{ client: Client; attempt: WireAttempt }> {
  const started = await Promise.all(
    Array.from({ length: 10 }, () => client.send('POST', `/api/v1/contests/${contest}/attempts`, {})),
  )
  const made = started.filter(one => one.status === 201)
  expect(made).toHaveLength(1)
  expect(started.filter(one => one.code === 'attempt-open')).toHaveLength(9)
  return { client, attempt: made[0]?.body as WireAttempt }
}

/** Every answer twice at the same time. @returns how many positions were acknowledged */
async function answerAll({ client, attempt }: { client: Client; attempt: WireAttempt }): Promise<number> {
  for (const { position, options } of attempt.paper) {
    const path = `/api/v1/attempts/${attempt.attempt.id}/answers/${position}`
    const body = { choice: [options[0]?.id], sequence: 1 }
    const both = await Promise.all([client.send('PUT', path, body), client.send('PUT', path, body)])
    expect(both.map(one => one.status)).toEqual([200, 200])
  }
  return attempt.paper.length
}

/** @returns how many different answers twenty parallel finishes got */
async function finishManyTimes(client: Client, attempt: WireAttempt): Promise<number> {
  const path = `/api/v1/attempts/${attempt.attempt.id}/finish`
  const finished = await Promise.all(Array.from({ length: 20 }, () => client.send('POST', path, {})))
  expect(finished.every(one => one.status === 200)).toBe(true)
  return new Set(finished.map(one => one.text)).size
}

/** The same cookies at the address of the restarted server. */
function at(url: string, { cookies }: Client): Client {
  const client = clientOf(url)
  for (const [name, value] of cookies) client.cookies.set(name, value)
  return client
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
