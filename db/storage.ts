/** One storage, two engines: readers read, `atomically` writes. */
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { dialect } from './dialect.ts'
import { type Client, direct, directPostgres } from './direct.ts'

/** What queries are written against. On PostgreSQL it is drizzle's PostgreSQL database behind the same type. */
export type Db = BaseSQLiteDatabase<'async', unknown>

export interface Storage {
  /** For reading only: what is committed. */
  read: Db
  /**
   * For reading a long list once: on SQLite a connection that keeps little of what it has read, where `read` keeps much
   * of it in the memory of the process.
   */
  sweep: Db
  /**
   * The only way to write. All of `work` happens or none of it; nothing is acknowledged before it is on disk.
   * `work` awaits nothing but the database it is handed, and may run again when the engine asks for it.
   */
  atomically<T>(work: (tx: Db) => Promise<T>): Promise<T>
  /** Units of work waiting to be written. */
  waiting(): number
  /**
   * Makes sure that what was deleted can be read from no file any more: neither from the log of writes, nor from what
   * pages once held, nor from copies made before migrations that are older than `copiesBefore` (epoch milliseconds).
   * @returns false while something is left that has to wait: a reader of the log, a younger copy
   */
  wipe(copiesBefore: number): Promise<boolean>
  close(): Promise<void>
}

/** A statement made once and asked often, by the values of its placeholders. To be awaited; SQLite answers at once. */
export interface Statement<Row> {
  rows(values: Values): Awaitable<Row[]>
  first(values: Values): Awaitable<Row | null>
  /** Runs a write without RETURNING. @returns how many rows it wrote */
  written(values: Values): Awaitable<number>
}
export type Awaitable<T> = T | Promise<T>
export type Values = Record<string, unknown>

/** drizzle's own prepared query: rows for what reads, a count in the driver's manner for what writes. */
interface Query<Result> {
  execute(values: Values): Promise<Result>
}
type RowOf<Result> = Result extends readonly (infer Row)[] ? Row : never

const statements = new WeakMap<Db, Map<string, unknown>>()

/** PostgreSQL's transactions are new objects each time; what a statement says is the same for all of them. */
const texts = new Map<string, ((client: Client) => Statement<never>) | null>()

/**
 * A prepared statement, made once for each SQLite connection, and on PostgreSQL once: there its name lets the server
 * reuse its plan. One name, one statement.
 */
export function prepared<Result>(
  db: Db,
  name: string,
  build: (db: Db) => { prepare(): Query<Result> },
): Statement<RowOf<Result>> {
  if (dialect === 'postgres') return onPostgres(db, name, build)
  const known = statements.get(db) ?? new Map<string, unknown>()
  statements.set(db, known)
  const found = known.get(name) as Statement<RowOf<Result>> | undefined
  if (found) return found
  const query = build(db).prepare()
  const made = direct<RowOf<Result>>(query) ?? indirect(query)
  known.set(name, made)
  return made
}

function onPostgres<Result>(
  db: Db,
  name: string,
  build: (db: Db) => { prepare(): Query<Result> },
): Statement<RowOf<Result>> {
  const known = texts.get(name)
  const { client } = (db as unknown as { _: { session: { client: Client } } })._.session
  if (known) return known(client)
  const query = (build(db) as unknown as { prepare(name: string): Query<Result> }).prepare(name)
  const made = directPostgres<RowOf<Result>>(query)
  texts.set(name, made as ((client: Client) => Statement<never>) | null)
  return made ? made(client) : indirect(query)
}

/** Through drizzle's own steps. */
function indirect<Result>(query: Query<Result>): Statement<RowOf<Result>> {
  const rows = async (values: Values) => (await query.execute(values)) as RowOf<Result>[]
  return {
    rows,
    first: async values => (await rows(values))[0] ?? null,
    written: async values => ((await query.execute(values)) as { rowCount: number | null }).rowCount ?? 0,
  }
}

/** The database's own error below drizzle's, with its code. */
export const causeOf = (error: unknown): { code?: string; message: string } => {
  const cause = (error as { cause?: unknown }).cause ?? error
  return cause as { code?: string; message: string }
}

/** SQLite's and PostgreSQL's way to say that such a row is there already. */
export const isDuplicate = (error: unknown): boolean => {
  const { code } = causeOf(error)
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === '23505'
}

/** A query as the database gets it, with its values in their places: to be read, and asked again by hand. */
export function spelledOut(query: { toSQL(): { sql: string; params: unknown[] } }): string {
  const { sql, params } = query.toSQL()
  let next = 0
  return sql.replace(/\?|\$\d+/g, () => literal(params[next++]))
}

const literal = (value: unknown): string =>
  typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`
