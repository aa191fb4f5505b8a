/** Boards are read by their indexes, and a page in the depth or a rank far down reads no more than those at the top. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Board, countBefore, peopleFrom, placeOn } from './board.ts'
import { usualSizes } from './board-fold.ts'
import { rebuildBoards } from './board-rebuild.ts'
import { dialect } from './dialect.ts'
import { partStandings } from './schema/standing.ts'
import type { Storage } from './storage.ts'
import { openTestStorage } from './testing.ts'

/** So many that two levels of counts are needed; a reading of all of them cannot be overlooked. */
const size = 12_000
const board: Board = { contestId: 1, scope: 'day-2026-11-22', region: null }
const district: Board = { ...board, region: 'yuzhong' }

let storage: Storage
const asked: { text: string; values: unknown[] }[] = []

beforeAll(async () => {
  storage = await openTestStorage()
  const rows = Array.from({ length: size }, (_, i) => ({
    contestId: board.contestId,
    accountId: i,
    scope: board.scope,
    attemptId: i,
    score: 100,
    durationMs: 1,
    finishedAt: 1,
    region: i % 2 === 0 ? 'yuzhong' : 'nanan',
    orderKey: keyAt(i),
  }))
  await storage.atomically(async tx => {
    for (let from = 0; from < size; from += 400) await tx.insert(partStandings).values(rows.slice(from, from + 400))
    await rebuildBoards(tx, board.contestId)
  })
  listen()
  if (dialect === 'postgres') await client().query('ANALYZE')
}, 60_000)
afterAll(() => storage.close())

/** People stand in an order that has nothing to do with that of their rows. */
function keyAt(i: number): Buffer {
  const key = Buffer.alloc(8)
  key.writeUInt32BE((i * 7919) % size)
  key.writeUInt32BE(i, 4)
  return key
}

/** A stretch of counted people, passed over or counted, and twice the rows of a page. */
const most = usualSizes.bucket + 2 * 52

for (const [name, of, people] of [
  ['everybody', board, size],
  ['a district', district, size / 2],
] as const) {
  it(`any page of ${name} reads a few hundred people at most`, async () => {
    for (const share of [0, 0.1, 0.5, 0.9, 1]) {
      const offset = Math.floor((people - 52) * share)
      expect((await peopleFrom(storage.read, of, offset, 52)).length).toBe(52)
      expect(await peopleRead(() => peopleFrom(storage.read, of, offset, 52))).toBeLessThanOrEqual(most)
    }
  })
  it(`any rank among ${name} reads a few hundred people at most`, async () => {
    for (const share of [0, 0.5, 1]) {
      const at = Math.floor((people - 1) * share)
      const [row] = await peopleFrom(storage.read, of, at, 1)
      const { accountId, orderKey } = row as NonNullable<typeof row>
      expect(await countBefore(storage.read, of, orderKey)).toBe(at)
      expect(await peopleRead(() => countBefore(storage.read, of, orderKey))).toBeLessThanOrEqual(most)
      expect((await placeOn(storage.read, of, accountId, orderKey.length))?.before).toBe(at)
      const own = () => placeOn(storage.read, of, accountId, orderKey.length)
      expect(await peopleRead(own)).toBeLessThanOrEqual(most)
    }
  })
}

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Node[]
}

/**
 * How many people the statements of a question read. PostgreSQL counts them; SQLite says how it looks for them: by an
 * index, never through a whole table and never by sorting what it found. Its rows are those that come back.
 */
async function peopleRead(ask: () => Promise<unknown>): Promise<number> {
  asked.length = 0
  await ask()
  const statements = [...asked]
  expect(statements.length).toBeGreaterThan(0)
  let rows = 0
  for (const { text, values } of statements)
    if (dialect === 'postgres') rows += await countedIn(text, values)
    else expectIndexed(text, values)
  return rows
}

/** By the plan for these values and by the one for any, which PostgreSQL keeps where it promises as much: the worse counts. */
async function countedIn(text: string, values: unknown[]): Promise<number> {
  const connection = await client().connect()
  try {
    const known = await connection.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values)
    await connection.query('SET plan_cache_mode = force_generic_plan')
    await connection.query(`PREPARE asked AS ${text}`)
    const any = await connection.query(`EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE asked(${values.map(spelled)})`)
    return Math.max(readBy(known.rows), readBy(any.rows))
  } finally {
    await connection.query('DEALLOCATE asked; RESET plan_cache_mode')
    connection.release()
  }
}

const spelled = (value: unknown): string =>
  Buffer.isBuffer(value) ? `'\\x${value.toString('hex')}'` : value === null ? 'NULL' : `'${value}'`

function readBy(rows: unknown[]): number {
  const nodes = all((rows[0] as { 'QUERY PLAN': [{ Plan: Node }] })['QUERY PLAN'][0].Plan)
  return nodes
    .filter(node => node['Relation Name'] === 'part_standings')
    .reduce(
      (sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    )
}
const all = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(all)]

function expectIndexed(text: string, values: unknown[]): void {
  const plan = connection()
    .prepare(`EXPLAIN QUERY PLAN ${text}`)
    .all(...values) as { detail: string }[]
  const details = plan.map(({ detail }) => detail)
  expect(details.some(detail => detail.startsWith('SEARCH'))).toBe(true)
  // What is scanned or sorted is the page itself, after its rows were found.
  expect(details.filter(detail => /^SCAN (?!page\b)|TEMP B-TREE/.test(detail))).toEqual([])
}

interface Session<Client> {
  session: { client: Client }
}
interface Pool extends Asked {
  connect(): Promise<Asked & { release(): void }>
}
interface Asked {
  query(asked: { text: string } | string, values?: unknown[]): Promise<{ rows: unknown[] }>
}
interface Statement {
  raw(): Statement
  all(...values: unknown[]): unknown[]
  get(...values: unknown[]): unknown
}
interface Connection {
  prepare(text: string): Statement
}
const client = () => (storage.read as unknown as Session<Pool>).session.client
const connection = () => (storage.read as unknown as Session<Connection>).session.client

/** Hears every statement that the reader is asked from here on, with its values. */
function listen(): void {
  if (dialect === 'postgres') {
    const pool = client()
    const query = pool.query.bind(pool)
    pool.query = (wanted, values = []) => {
      if (typeof wanted !== 'string') asked.push({ text: wanted.text, values })
      return query(wanted, values)
    }
    return
  }
  const reader = connection()
  const prepare = reader.prepare.bind(reader)
  reader.prepare = text => {
    const statement = prepare(text)
    const hear = (values: unknown[]) => {
      if (!text.startsWith('EXPLAIN')) asked.push({ text, values })
      return values
    }
    const [all, get] = [statement.all.bind(statement), statement.get.bind(statement)]
    statement.all = (...values) => all(...hear(values))
    statement.get = (...values) => get(...hear(values))
    return statement
  }
}
