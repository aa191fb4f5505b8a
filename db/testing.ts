/** Fresh storage for one test: a SQLite file of its own, or a PostgreSQL database of its own when DATABASE_URL is set. */
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { connect } from './connect.ts'
import { dialect } from './dialect.ts'
import type { Storage } from './storage.ts'

export interface TestStorage extends Storage {
  /** What lies on the disk: all files of SQLite; of PostgreSQL the tables that hold what is erased on a date. */
  bytes(): Promise<Buffer>
  /** Settings with which another process finds the same database. */
  place: { DATA_DIR?: string; DATABASE_URL: string }
}

/** @returns migrated, empty storage; `close` leaves nothing behind */
export const openTestStorage = (): Promise<TestStorage> => (dialect === 'postgres' ? onPostgres() : onSqlite())

/** Migrated once in each process; every test gets a copy. */
let migrated: Promise<string> | undefined

async function migratedFile(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ip-contest-template-'))
  await (await connect({ dataDir, databaseUrl: null })).close()
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  return join(dataDir, 'contest.sqlite')
}

async function onSqlite(): Promise<TestStorage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ip-contest-'))
  migrated ??= migratedFile()
  copyFileSync(await migrated, join(dataDir, 'contest.sqlite'))
  const storage = await connect({ dataDir, databaseUrl: null })
  return {
    ...storage,
    place: { DATA_DIR: dataDir, DATABASE_URL: '' },
    bytes: async () => Buffer.concat(readdirSync(dataDir).map(name => readFileSync(join(dataDir, name)))),
    async close() {
      await storage.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Migrated once in each process; every test's database is made from it. */
let template: Promise<string> | undefined

async function migratedDatabase(server: string): Promise<string> {
  const name = `template_${randomBytes(8).toString('hex')}`
  await onServer(server, `CREATE DATABASE ${name}`)
  await (await connect({ dataDir: '', databaseUrl: databaseOf(server, name) })).close()
  return name
}

function databaseOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function onPostgres(): Promise<TestStorage> {
  const server = process.env.DATABASE_URL ?? ''
  const name = `test_${randomBytes(8).toString('hex')}`
  template ??= migratedDatabase(server)
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${await template}`)
  const storage = await connect({ dataDir: '', databaseUrl: databaseOf(server, name) })
  return {
    ...storage,
    place: { DATABASE_URL: databaseOf(server, name) },
    async bytes() {
      await onServer(server, 'CHECKPOINT')
      const found = await onServer(databaseOf(server, name), tableFiles)
      return Buffer.concat(found.map(({ bytes }) => bytes as Buffer))
    },
    async close() {
      await storage.close()
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

/** An empty database on a PostgreSQL server, for a whole site with keys of its own. @returns its address, and how it goes */
export async function freshDatabase(server: string): Promise<{ url: string; drop(): Promise<unknown> }> {
  const name = `fresh_${randomBytes(8).toString('hex')}`
  await onServer(server, `CREATE DATABASE ${name}`)
  return { url: databaseOf(server, name), drop: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`) }
}

const tableFiles = `SELECT pg_read_binary_file(pg_relation_filepath(oid)) AS bytes FROM pg_class
  WHERE relname IN ('claims', 'objections')`

/** CREATE and DROP DATABASE take no parameters and run outside transactions; the name is made above, of hex digits. */
async function onServer(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
