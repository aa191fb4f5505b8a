/** Fresh storage for one test: a SQLite file of its own, or a PostgreSQL database of its own when DATABASE_URL is set. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { connect } from './connect.ts'
import { dialect } from './dialect.ts'
import type { Storage } from './storage.ts'

/** @returns migrated, empty storage; `close` leaves nothing behind */
export const openTestStorage = (): Promise<Storage> => (dialect === 'postgres' ? onPostgres() : onSqlite())

async function onSqlite(): Promise<Storage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ip-contest-'))
  const storage = await connect({ dataDir, databaseUrl: null })
  return {
    ...storage,
    async close() {
      await storage.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function onPostgres(): Promise<Storage> {
  const server = process.env.DATABASE_URL ?? ''
  const name = `test_${randomBytes(8).toString('hex')}`
  const url = new URL(server)
  url.pathname = `/${name}`
  await onServer(server, `CREATE DATABASE ${name}`)
  const storage = await connect({ dataDir: '', databaseUrl: url.href })
  return {
    ...storage,
    async close() {
      await storage.close()
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

/** CREATE and DROP DATABASE take no parameters and run outside transactions; the name is made above, of hex digits. */
async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
