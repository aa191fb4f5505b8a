/** What drizzle asks its SQLite through: statements that keep their plan, and reads that find what is in memory already. */
import type Database from 'better-sqlite3'

type Connection = Database.Database
type Statement = Database.Statement<unknown[]>
/** A connection as far as drizzle's driver uses it, when transactions are begun and ended elsewhere. */
export interface Client {
  prepare(sql: string): Pick<Statement, 'all' | 'get' | 'run'> & { raw(): Pick<Statement, 'all' | 'get'> }
}

/** Texts of their own, so that a question mark inside one is none. */
const parts = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g

/**
 * A value that might change the plan has SQLite plan anew at each execution: `LIMIT ?`, and `= ?` where another index
 * than the one in use comes into question. With a plus before it, which does nothing, it is an expression, and the
 * plan is made once.
 */
export const keepsPlan = (sql: string): string => sql.replace(parts, part => (part === '?' ? '+?' : part))

/** Statements of one connection. */
export class PlainClient implements Client {
  readonly #connection: Connection
  constructor(connection: Connection) {
    this.#connection = connection
  }
  prepare(sql: string): Statement {
    return this.#connection.prepare<unknown[]>(keepsPlan(sql))
  }
}

/**
 * For reading only. While nothing is being written it asks the connection that writes, whose pages stay in memory: every
 * commit of another connection would have them read anew, and that is all commits. During a transaction, of which
 * nobody may see half, it asks the reader.
 */
export class ReadingClient implements Client {
  readonly #writer: Connection
  readonly #reader: Connection
  constructor(writer: Connection, reader: Connection) {
    this.#writer = writer
    this.#reader = reader
  }
  prepare(sql: string): ReadingStatement {
    return new ReadingStatement(keepsPlan(sql), this.#writer, this.#reader)
  }
}

/** Made on either connection when it is first asked there. */
class ReadingStatement {
  readonly #sql: string
  readonly #writer: Connection
  readonly #reader: Connection
  #fromWriter: Statement | null = null
  #fromReader: Statement | null = null
  #isRaw = false

  constructor(sql: string, writer: Connection, reader: Connection) {
    this.#sql = sql
    this.#writer = writer
    this.#reader = reader
  }
  raw(): this {
    this.#isRaw = true
    return this
  }
  all(...values: unknown[]): unknown[] {
    return this.#now().all(...values)
  }
  get(...values: unknown[]): unknown {
    return this.#now().get(...values)
  }
  run(): never {
    throw new Error(`Only atomically() writes: ${this.#sql}`)
  }

  #now(): Statement {
    if (this.#writer.inTransaction) {
      this.#fromReader ??= this.#made(this.#reader)
      return this.#fromReader
    }
    this.#fromWriter ??= this.#made(this.#writer)
    return this.#fromWriter
  }
  #made(connection: Connection): Statement {
    const statement = connection.prepare<unknown[]>(this.#sql)
    if (!statement.readonly) throw new Error(`Only atomically() writes: ${this.#sql}`)
    return this.#isRaw ? statement.raw() : statement
  }
}
