/**
 * The columns of both databases, typed as drizzle's SQLite ones and bound at start to the dialect.
 * The only place with raw SQL fragments.
 */
import { type Placeholder, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'
import { dialect } from './dialect.ts'
import type { Db } from './storage.ts'

const onPostgres = dialect === 'postgres'

/** Takes the PostgreSQL counterpart at run time, the SQLite type at compile time: both give the same rows. */
function either<T>(sqlite: () => T, postgres: () => unknown): T {
  return onPostgres ? (postgres() as T) : sqlite()
}

export const table: typeof lite.sqliteTable = either(
  () => lite.sqliteTable,
  () => pg.pgTable,
)
export const index: typeof lite.index = either(
  () => lite.index,
  () => pg.index,
)
export const uniqueIndex: typeof lite.uniqueIndex = either(
  () => lite.uniqueIndex,
  () => pg.uniqueIndex,
)
export const primaryKey: typeof lite.primaryKey = either(
  () => lite.primaryKey,
  () => pg.primaryKey,
)

/** Integer identity, assigned by the database. Never leaves the server: outside there are public ids. */
export const identity = () =>
  either(
    () => lite.integer().primaryKey({ autoIncrement: true }),
    () => pg.integer().primaryKey().generatedAlwaysAsIdentity(),
  )
export const text = () =>
  either(
    () => lite.text(),
    () => pg.text(),
  )
export const integer = () =>
  either(
    () => lite.integer(),
    () => pg.integer(),
  )
export const flag = () =>
  either(
    () => lite.integer({ mode: 'boolean' }),
    () => pg.boolean(),
  )
/** Epoch milliseconds. */
export const instant = () =>
  either(
    () => lite.integer({ mode: 'number' }),
    () => pg.bigint({ mode: 'number' }),
  )
/** A value as JSON text; jsonb on PostgreSQL. */
export const json = <T>() =>
  either(
    () => lite.text({ mode: 'json' }).$type<T>(),
    () => pg.jsonb().$type<T>(),
  )

/** Whole files: pictures. Read back as a Buffer on both engines. */
export const bytes = () =>
  either(
    () => lite.blob({ mode: 'buffer' }),
    () => bytea(),
  )
const bytea = pg.customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/**
 * A JSON value whose older versions are brought to today's form as they are read. A contest's rules are read by every
 * request of its people, so that SQLite's text is parsed once: what is read is frozen, and the same for the same text.
 */
export const jsonOf = <T>(upgraded: (stored: never) => T) => {
  const parsed = new Map<string, T>()
  const parse = (text: string): T => {
    const value = frozen(upgraded(JSON.parse(text) as never))
    if (parsed.size >= mostParsed) parsed.clear()
    parsed.set(text, value)
    return value
  }
  const read = (value: unknown): T =>
    typeof value === 'string' ? (parsed.get(value) ?? parse(value)) : upgraded(value as never)
  const both = { toDriver: (value: T) => JSON.stringify(value), fromDriver: read }
  return either(
    () => lite.customType<{ data: T; driverData: unknown }>({ dataType: () => 'text', ...both })(),
    () => pg.customType<{ data: T; driverData: unknown }>({ dataType: () => 'jsonb', ...both })(),
  )
}

/** Texts whose values a column remembers: contests that run at one time are few. */
const mostParsed = 64

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

/** `count(*)` as a number on both engines (PostgreSQL hands out bigint as text). */
export const count = (): SQL<number> => sql`count(*)`.mapWith(Number) as SQL<number>
/** How many rows have a value there. */
export const countOf = (column: lite.AnySQLiteColumn): SQL<number> =>
  sql`count(${column})`.mapWith(Number) as SQL<number>
export const sum = (column: lite.AnySQLiteColumn): SQL<number> =>
  sql`coalesce(sum(${column}), 0)`.mapWith(Number) as SQL<number>

export const max = (column: lite.AnySQLiteColumn): SQL<number> => sql`max(${column})`.mapWith(Number) as SQL<number>
export const plus = (column: lite.AnySQLiteColumn, more: SQL): SQL => sql`${column} + ${more}`

/** A column as text, where a union wants one type on both sides. */
export const asText = (column: lite.AnySQLiteColumn): SQL<string> => sql<string>`cast(${column} as text)`

/** A plain 0 among columns. */
export const nought = (): SQL<number> => sql`0`.mapWith(Number) as SQL<number>

/** The one value a query finds, or no bytes, which are before all bytes. */
export const orNoBytes = (query: SQLWrapper): SQL => orBytes(query, Buffer.alloc(0))
export const orBytes = (query: SQLWrapper, bytes: Buffer): SQL => sql`coalesce(${query}, ${bytes})`

/** How much the rows before this one have together: those with a smaller key, and of equal keys those of a higher level. */
export const sumBefore = (n: SQLWrapper, key: SQLWrapper, level: SQLWrapper): SQL<number> =>
  sql`coalesce(sum(${n}) over (order by ${key}, ${level} desc rows between unbounded preceding and 1 preceding), 0)`.mapWith(
    Number,
  ) as SQL<number>

/** Several numbers added up; what a query does not find counts as nothing. */
export const total = (parts: SQLWrapper[]): SQL<number> =>
  sql`(${sql.join(
    parts.map(part => sql`coalesce(${part}, 0)`),
    sql` + `,
  )})`.mapWith(Number) as SQL<number>

/** How many rows to pass over: a number given with the request, less what queries find. */
export const passingOver = (given: string, parts: SQLWrapper[]): Placeholder =>
  sql.join(
    [sql`${sql.placeholder(given)}::bigint`, ...parts.map(part => sql`coalesce(${part}, 0)`)],
    sql` - `,
  ) as unknown as Placeholder

/** A number that stands in the statement's own text, for a limit: known to whoever plans it. */
export const spelledNumber = (n: number): Placeholder => sql`${n}`.inlineParams() as unknown as Placeholder

/** The first bytes of a value, as many as are given with the request. */
export const firstBytes = (column: lite.AnySQLiteColumn, given: string): SQL<Buffer> =>
  sql`substring(${column} from 1 for ${sql.placeholder(given)}::int)`

/** The value of the first column, or where that is null of the second. */
export const firstOf = (column: lite.AnySQLiteColumn, otherwise: lite.AnySQLiteColumn): SQL =>
  sql`coalesce(${column}, ${otherwise})`
/** Whether a text contains some words as they are written: no letter of them has a meaning of its own. */
export const contains = (column: lite.AnySQLiteColumn, words: string): SQL =>
  onPostgres ? sql`strpos(${column}, ${words}) > 0` : sql`instr(${column}, ${words}) > 0`

/** One more than what stands there. */
export const plusOne = (column: lite.AnySQLiteColumn): SQL => sql`${column} + 1`

/** Hours since 1 January 1970 in Shanghai (UTC+8, always): whole numbers divide into whole numbers on both engines. */
export const hourIn = (instant: lite.AnySQLiteColumn): SQL<number> =>
  sql`(${instant} + 28800000) / 3600000`.mapWith(Number) as SQL<number>

/** The one value that a query gives: for an update, a comparison, or a row of another query. */
export const oneValueOf = <T = unknown>(query: SQLWrapper): SQL<T> => sql<T>`(${query})`

/** The value the row to be inserted would have had, for `onConflictDoUpdate`. */
export const excluded = (column: string): SQL => sql`excluded.${sql.identifier(column)}`

/**
 * Locks the selected rows until the unit ends. SQLite needs none: its units run one after another.
 * @returns the same query
 */
export function locked<Q>(query: Q): Q {
  if (onPostgres) (query as unknown as { for: (mode: 'update') => unknown }).for('update')
  return query
}

/** A named place in a prepared update, typed as the column wants it. */
export const asValue = (name: string): SQL => sql`${sql.placeholder(name)}`

/**
 * Makes units that name the same key wait for each other, where there is no row yet that could be locked. SQLite's
 * units run one after another anyway.
 * @param beside waits, too, for the unit that holds this key alone, and not for others beside it
 */
export async function alone(tx: Db, key: string, beside: string | null = null): Promise<void> {
  if (!onPostgres) return
  const held = sql`pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`
  const shared = beside === null ? sql`''` : sql`pg_advisory_xact_lock_shared(hashtextextended(${beside}, 0))::text`
  await tx.select({ shared, held }).from(sql`(select 1) as one`)
}

/** Waits for the unit that holds this key alone, and makes the next such one wait; not for others beside it. */
export async function besideOthers(tx: Db, key: string): Promise<void> {
  if (!onPostgres) return
  await tx
    .select({ shared: sql`pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))::text` })
    .from(sql`(select 1) as one`)
}
