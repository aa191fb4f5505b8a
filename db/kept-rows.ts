/**
 * Rows that nearly every request asks for, kept in memory where one process alone writes its database: SQLite. The
 * database itself says which of them have changed, whoever changed them and by whatever statement. On PostgreSQL
 * several processes write, so there nothing is kept.
 */
import type Database from 'better-sqlite3'
import type { Awaitable, Db } from './storage.ts'

/** Tables, and the columns by whose values their rows are asked for. One table, one reading: the same columns each time. */
const keptTables = { sessions: ['tokenHash'], accounts: ['id'], contests: ['id', 'slug'], attempts: ['id'] } as const
type KeptTable = keyof typeof keptTables
type Key = string | number

/** Rows of a table before it is forgotten whole: some megabytes. */
const mostKept = 20_000
/** Milliseconds after which a reader looks whether another program has written to the file. Units look each time. */
const unseenAtMost = 1000

type Rows = Map<Key, unknown>
interface Memory {
  rows: Record<KeptTable, Rows>
  /** Whether what is in memory is what the asking database would read. */
  holds(): boolean
}
const memories = new WeakMap<Db, Memory>()

/** A row from memory, or else read and kept. It is shared: frozen. */
export function kept<Row>(
  db: Db,
  table: KeptTable,
  key: Key,
  load: () => Awaitable<Row | null>,
): Awaitable<Row | null> {
  const memory = memories.get(db)
  if (!memory?.holds()) return load()
  const rows = memory.rows[table]
  return (rows.get(key) as Row | undefined) ?? loadInto(rows, key, load)
}

/** SQLite reads at once: nothing can change the row between reading and keeping it. */
function loadInto<Row>(rows: Rows, key: Key, load: () => Awaitable<Row | null>): Awaitable<Row | null> {
  const row = load()
  if (row === null || row instanceof Promise) return row
  if (rows.size >= mostKept) rows.clear()
  rows.set(key, frozen(row))
  return row
}

function frozen<V>(value: V): V {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

export interface KeptRows {
  /** At the begin of a transaction: forgets everything when another program has written meanwhile. */
  check(): void
  /** After a rollback: what was read in it may never have been. */
  forget(): void
}

/**
 * Begins to keep rows of a connection's database.
 * @param unit what units of work are handed; they see their own changes
 * @param read what reads over the same connection while no unit is at work, and else over another one
 */
export function keepRows(connection: Database.Database, unit: Db, read: Db): KeptRows {
  const rows: Record<KeptTable, Rows> = {
    sessions: new Map(),
    accounts: new Map(),
    contests: new Map(),
    attempts: new Map(),
  }
  forgetWhatChanges(connection, (table, key) => rows[table].delete(key))
  const forget = () => {
    for (const kept of Object.values(rows)) kept.clear()
  }
  const version = connection.prepare<[], number>('PRAGMA data_version').pluck()
  let seen = version.get()
  let seenAt = 0
  const check = () => {
    seenAt = performance.now()
    const now = version.get()
    if (now !== seen) forget()
    seen = now
  }
  memories.set(unit, { rows, holds: () => true })
  memories.set(read, {
    rows,
    holds() {
      if (connection.inTransaction) return false
      if (performance.now() - seenAt > unseenAtMost) check()
      return true
    },
  })
  return { check, forget }
}

/** Triggers of this connection only: the file has none. */
function forgetWhatChanges(connection: Database.Database, forget: (table: KeptTable, key: Key) => void): void {
  connection.function('forget_kept', (table: KeptTable, key: Key) => {
    forget(table, key)
    return null
  })
  for (const [table, columns] of Object.entries(keptTables))
    for (const act of ['UPDATE', 'DELETE']) {
      const forgets = columns.map(column => `SELECT forget_kept('${table}', old."${column}");`)
      connection.exec(
        `CREATE TEMP TRIGGER kept_${table}_${act} AFTER ${act} ON main.${table} BEGIN ${forgets.join(' ')} END`,
      )
    }
}
