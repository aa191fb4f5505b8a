/**
 * Runs a prepared query without drizzle's steps for each request: which values go where and how each column is read is
 * worked out once. A third of what a save spends in the database was spent on finding that out again.
 */
import { Column, is, Param, Placeholder, SQL } from 'drizzle-orm'
import type { Statement, Values } from './storage.ts'

/** What drizzle's prepared query for better-sqlite3 consists of. */
interface Prepared {
  stmt: { raw(): Raw; run(...values: unknown[]): { changes: number } }
  query: { params: unknown[] }
  fields: { path: string[]; field: unknown }[] | undefined
}
interface Raw {
  all(...values: unknown[]): unknown[][]
  get(...values: unknown[]): unknown[] | undefined
}

/** @param query a prepared query of plain columns, or a write without RETURNING @returns null for nested rows */
export function direct<Row>(query: unknown): Statement<Row> | null {
  const { stmt, query: text, fields } = query as Prepared
  // Nested rows of joins need drizzle's own care about what is missing as a whole.
  if (fields?.some(({ path }) => path.length !== 1)) return null
  const given = text.params.map(giver)
  const bound = (values: Values) => given.map(give => give(values))
  if (!fields) return { rows: onlyWrites, first: onlyWrites, written: values => stmt.run(...bound(values)).changes }
  const raw = stmt.raw()
  const rowOf = reader<Row>(fields)
  return {
    rows: values => raw.all(...bound(values)).map(rowOf),
    first: values => {
      const cells = raw.get(...bound(values))
      return cells === undefined ? null : rowOf(cells)
    },
    written: onlyReads,
  }
}

/** What drizzle's prepared query for node-postgres consists of. */
interface PreparedPostgres {
  rawQueryConfig: object
  queryConfig: object
  params: unknown[]
  fields: Prepared['fields']
}
/** A connection or the pool of them. */
export interface Client {
  query(config: object, values: unknown[]): Promise<{ rows: unknown[][]; rowCount: number | null }>
}

/** The same for PostgreSQL, for any connection. @returns null for nested rows */
export function directPostgres<Row>(query: unknown): ((client: Client) => Statement<Row>) | null {
  const { rawQueryConfig, queryConfig, params, fields } = query as PreparedPostgres
  if (fields?.some(({ path }) => path.length !== 1)) return null
  const given = params.map(giver)
  const bound = (values: Values) => given.map(give => give(values))
  if (!fields) {
    const written = async (client: Client, values: Values) =>
      (await client.query(rawQueryConfig, bound(values))).rowCount ?? 0
    return client => ({ rows: onlyWrites, first: onlyWrites, written: values => written(client, values) })
  }
  const rowOf = reader<Row>(fields)
  const rows = async (client: Client, values: Values) =>
    (await client.query(queryConfig, bound(values))).rows.map(rowOf)
  return client => ({
    rows: values => rows(client, values),
    first: async values => (await rows(client, values))[0] ?? null,
    written: onlyReads,
  })
}

const onlyWrites = (): never => {
  throw new Error('This statement writes and returns no rows')
}
const onlyReads = (): never => {
  throw new Error('This statement returns rows')
}

function reader<Row>(fields: NonNullable<Prepared['fields']>): (cells: unknown[]) => Row {
  const columns = fields.map(({ path, field }) => ({ name: path[0] as string, read: readerOf(field) }))
  return cells => {
    const row: Values = {}
    for (let i = 0; i < columns.length; i++) {
      const { name, read } = columns[i] as (typeof columns)[number]
      const cell = cells[i]
      row[name] = cell === null || read === null ? cell : read(cell)
    }
    return row as Row
  }
}

/** How one bound value is found among those of a request. */
function giver(param: unknown): (values: Values) => unknown {
  if (is(param, Placeholder)) return values => values[param.name]
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { name } = param.value
    return values => param.encoder.mapToDriverValue(values[name])
  }
  return () => param
}

/** How a cell becomes a value; null when it is one already. */
function readerOf(field: unknown): ((cell: unknown) => unknown) | null {
  if (is(field, Column)) return isPlain(field) ? null : cell => field.mapFromDriverValue(cell)
  const { decoder } = (is(field, SQL) ? field : (field as { sql: SQL }).sql) as unknown as {
    decoder: { mapFromDriverValue(cell: unknown): unknown }
  }
  return cell => decoder.mapFromDriverValue(cell)
}

/** Columns whose cells are what they mean: whole numbers, text, and what PostgreSQL's driver has read already. */
const isPlain = (column: Column): boolean => plain.has(column.columnType)
const plain = new Set(['SQLiteInteger', 'SQLiteText', 'PgInteger', 'PgText', 'PgBoolean'])
