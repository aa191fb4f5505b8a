/** PostgreSQL, when a city outgrows one machine. */
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool } from 'pg'
import { causeOf, type Db, type Storage } from './storage.ts'

const migrationsFolder = join(import.meta.dirname, 'migrations/postgres')
/** Any number, the same in every process: one migrates, the others wait. */
const migrationLock = 20_210_426
/** Serialization failure, deadlock, duplicate: the unit lost a race and decides anew on what it now finds. */
const lostRaces = new Set(['40001', '40P01', '23505'])
const tries = 5
const lockNotAvailable = '55P03'

export async function openPostgres(url: string): Promise<Storage> {
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5000 })
  // A connection that breaks while idle is replaced; without a listener it would end the process.
  pool.on('error', () => {})
  const db = drizzle(pool)
  await migrateAlone(pool, db)
  let open = 0
  return {
    read: db as unknown as Db,
    sweep: db as unknown as Db,
    async atomically<T>(work: (tx: Db) => Promise<T>): Promise<T> {
      open++
      try {
        return await withRetries(() => db.transaction(tx => work(tx as unknown as Db)))
      } finally {
        open--
      }
    },
    waiting: () => open,
    wipe: () => rewriteErasable(pool),
    close: () => pool.end(),
  }
}

/** Reads beside a server that may be running. */
export function readPostgres(url: string): { read: Db; close(): Promise<void> } {
  const pool = new Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 5000 })
  return { read: drizzle(pool) as unknown as Db, close: () => pool.end() }
}

async function migrateAlone(pool: Pool, db: ReturnType<typeof drizzle>): Promise<void> {
  const holder = await pool.connect()
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [migrationLock])
    await migrate(db, { migrationsFolder })
    await holder.query('SELECT pg_advisory_unlock($1)', [migrationLock])
  } finally {
    holder.release()
  }
}

/**
 * Every kind of VACUUM keeps what an older transaction might still see, whatever that one reads. A table that is emptied
 * and filled again has new files, and the old ones go. Both are small, and nobody waits longer for them than
 * `lock_timeout`; who reads them just then, a dump perhaps, is waited for the next time. The server's own log of writes
 * is recycled by itself.
 */
async function rewriteErasable(pool: Pool): Promise<boolean> {
  const client = await pool.connect()
  try {
    await client.query(rewriting)
    return true
  } catch (error) {
    await client.query('ROLLBACK')
    if (causeOf(error).code === lockNotAvailable) return false
    throw error
  } finally {
    client.release()
  }
}

const rewriting = `BEGIN;
  SET LOCAL lock_timeout = '2s';
  LOCK TABLE claims, objections IN ACCESS EXCLUSIVE MODE;
  CREATE TEMP TABLE kept_claims ON COMMIT DROP AS SELECT * FROM claims;
  CREATE TEMP TABLE kept_objections ON COMMIT DROP AS SELECT * FROM objections;
  TRUNCATE claims, objections;
  INSERT INTO claims SELECT * FROM kept_claims;
  INSERT INTO objections OVERRIDING SYSTEM VALUE SELECT * FROM kept_objections;
  COMMIT`

async function withRetries<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await run()
    } catch (error) {
      if (attempt === tries || !lostRaces.has(causeOf(error).code ?? '')) throw error
    }
}
