/** Storage for a test: empty, migrated, on whichever database the project runs on, and gone afterwards. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { connect } from './connect.ts'
import { dialect } from './dialect.ts'
import type { Storage } from './storage.ts'

export interface TestStorage {
  storage: Storage
  /** Folder of the SQLite file, and for whatever else the test writes. */
  dataDir: string
  close(): Promise<void>
}

export async function openTestStorage(): Promise<TestStorage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'contest-test-'))
  const database = dialect === 'postgres' ? await freshDatabase() : null
  const storage = await connect({ dataDir, databaseUrl: database?.url ?? null })
  return {
    storage,
    dataDir,
    async close() {
      await storage.close()
      await database?.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A database of its own beside the one DATABASE_URL names. */
async function freshDatabase() {
  const url = new URL(process.env.DATABASE_URL ?? '')
  const name = `test_${randomBytes(8).toString('hex')}`
  const ask = async (text: string) => {
    const client = new Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
    await client.query(text)
    await client.end()
  }
  await ask(`CREATE DATABASE ${name}`)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => ask(`DROP DATABASE ${name} WITH (FORCE)`) }
}
