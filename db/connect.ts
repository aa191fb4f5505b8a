/** Opens the database the environment names. */
import { join } from 'node:path'
import { dialect } from './dialect.ts'
import type { Storage } from './storage.ts'

/** @returns migrated storage; on SQLite the file `contest.sqlite` in `dataDir` */
export async function connect(place: { dataDir: string; databaseUrl: string | null }): Promise<Storage> {
  if (dialect === 'postgres') return (await import('./postgres.ts')).openPostgres(place.databaseUrl ?? '')
  return (await import('./sqlite.ts')).openSqlite(join(place.dataDir, 'contest.sqlite'))
}
