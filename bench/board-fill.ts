/** Standings by the million, written past the product: only what boards read, in its own form. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { dayMs } from '#core/day'
import { seededRandom } from '#core/random'
import { placesOf } from '#core/standing/places'
import type { ContestRow } from '#db/contest'

export interface Crowd {
  size: number
  /** Everybody has the same score, time and finish; only accounts differ. */
  equal: boolean
  /** Where people live, each as often as it is named. */
  homes: string[]
}

export type Cell = string | number | boolean | Buffer | null
interface Bulk {
  insert(table: string, columns: Record<string, string>, rows: Cell[][]): Promise<void>
  /** What databases do by themselves after such a load, only later: statistics, and writing it out. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** Invented accounts have ids above all that the product gives out here. */
export const firstAccount = 1_000_000
const rowsAtOnce = 10_000

const accountColumns = {
  id: 'int',
  publicId: 'text',
  name: 'text',
  showName: 'bool',
  roles: 'jsonb',
  sample: 'bool',
  createdAt: 'bigint',
}
export const attemptColumns = {
  id: 'int',
  publicId: 'text',
  contestId: 'int',
  accountId: 'int',
  number: 'int',
  region: 'text',
  paper: 'jsonb',
  startedAt: 'bigint',
  deadlineAt: 'bigint',
  acceptUntil: 'bigint',
  heldBy: 'int',
  displaced: 'jsonb',
  finishedAt: 'bigint',
  finishedBy: 'text',
  score: 'int',
  maximum: 'int',
  correct: 'int',
  durationMs: 'int',
}
const placeColumns = {
  contestId: 'int',
  accountId: 'int',
  attemptId: 'int',
  score: 'int',
  durationMs: 'int',
  finishedAt: 'bigint',
  region: 'text',
  correct: 'int',
  attempts: 'int',
  lot: 'bigint',
  orderKey: 'bytea',
}

export async function openBulk(dataDir: string, databaseUrl: string | null): Promise<Bulk> {
  return databaseUrl ? onPostgres(databaseUrl) : onSqlite(join(dataDir, 'contest.sqlite'))
}

export async function fillAccounts(bulk: Bulk, from: number, until: number): Promise<void> {
  for (let start = from; start < until; start += rowsAtOnce) {
    const ids = Array.from({ length: Math.min(rowsAtOnce, until - start) }, (_, i) => firstAccount + start + i)
    await bulk.insert(
      'accounts',
      accountColumns,
      ids.map(id => [id, `bench-${id}`, `示例${id}`, id % 3 === 0, '[]', true, 0]),
    )
  }
}

/** Each person finished one attempt; standings of the whole and of its day follow from it as the product makes them. */
export async function fillContest(bulk: Bulk, contest: ContestRow, crowd: Crowd): Promise<void> {
  const random = seededRandom(crowd.size + (crowd.equal ? 1 : 0))
  const days = Math.max(1, Math.floor((contest.closesAt - contest.opensAt) / dayMs))
  for (let start = 0; start < crowd.size; start += rowsAtOnce) {
    const people = Array.from({ length: Math.min(rowsAtOnce, crowd.size - start) }, (_, i) => invent(start + i))
    await bulk.insert(
      'attempts',
      attemptColumns,
      people.map(({ attempt }) => Object.keys(attemptColumns).map(name => attempt[name] ?? null)),
    )
    const places = people.flatMap(person => person.places)
    const cells = (place: (typeof places)[number]) =>
      Object.keys(placeColumns).map(name => (place as unknown as Record<string, Cell>)[name] ?? null)
    const whole = places.filter(place => place.scope === 'whole')
    await bulk.insert(
      'standings',
      { ...placeColumns, joined: 'text' },
      whole.map(place => [...cells(place), place.joined]),
    )
    const parts = places.filter(place => place.scope !== 'whole')
    await bulk.insert(
      'part_standings',
      { ...placeColumns, scope: 'text' },
      parts.map(place => [...cells(place), place.scope]),
    )
  }

  function invent(i: number) {
    const accountId = firstAccount + i
    const right = crowd.equal ? 20 : Math.round(20 * (1 - random() ** 2))
    const startedAt = crowd.equal ? contest.opensAt : contest.opensAt + Math.floor(random() * days * dayMs)
    const durationMs = crowd.equal ? 60_000 : 30_000 + Math.floor(random() * 570_000)
    const region = crowd.homes[Math.floor(random() * crowd.homes.length)] as string
    const id = contest.id * 10_000_000 + i
    const result = {
      score: right * 5,
      correct: right,
      maximum: 100,
      startedAt,
      durationMs,
      finishedAt: startedAt + durationMs,
    }
    const attempt: Record<string, Cell> = {
      ...result,
      id,
      publicId: `bench-${id}`,
      contestId: contest.id,
      accountId,
      number: 1,
      region,
      paper: '[]',
      displaced: '[]',
      deadlineAt: startedAt + 600_000,
      acceptUntil: startedAt + 603_000,
      heldBy: 0,
      finishedBy: 'person',
    }
    const made = [{ ...result, id, region, organisationId: null }]
    const places = placesOf(contest, made, { accountId, lot: i, track: null }).map(place => ({
      ...place,
      contestId: contest.id,
      accountId,
    }))
    return { attempt, places }
  }
}

function onSqlite(file: string): Bulk {
  const connection = new Database(file)
  connection.pragma('busy_timeout = 60000')
  connection.pragma('foreign_keys = OFF')
  connection.pragma('synchronous = OFF')
  // Keys come in no order: the indexes of a million rows must fit in memory, or each row costs several readings.
  connection.pragma('cache_size = -1000000')
  return {
    async insert(table, columns, rows) {
      const names = Object.keys(columns)
      const statement = connection.prepare(
        `INSERT INTO "${table}" (${names.map(name => `"${name}"`)}) VALUES (${names.map(() => '?')})`,
      )
      const plain = (cell: Cell) => (typeof cell === 'boolean' ? Number(cell) : cell)
      connection.transaction(() => {
        for (const row of rows) statement.run(...row.map(plain))
      })()
    },
    async settle() {
      connection.exec('ANALYZE')
      connection.pragma('wal_checkpoint(TRUNCATE)')
    },
    async close() {
      connection.close()
    },
  }
}

async function onPostgres(url: string): Promise<Bulk> {
  const client = new Client({ connectionString: url })
  await client.connect()
  // The rows are right by how they are made: no look-up of a foreign key for each, no wait for the disk.
  await client.query('SET session_replication_role = replica; SET synchronous_commit = off')
  return {
    async insert(table, columns, rows) {
      const names = Object.keys(columns)
      const lists = names.map((_, column) => rows.map(row => row[column]))
      const given = Object.values(columns).map((type, i) => `$${i + 1}::${type}[]`)
      await client.query(
        `INSERT INTO "${table}" (${names.map(name => `"${name}"`)}) OVERRIDING SYSTEM VALUE SELECT * FROM unnest(${given})`,
        lists,
      )
    },
    async settle() {
      await client.query('VACUUM ANALYZE')
      await client.query('CHECKPOINT')
    },
    close: () => client.end(),
  }
}
