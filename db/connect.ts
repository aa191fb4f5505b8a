/** Opens the database the environment names. */
import { join } from 'node:path'
import { dialect } from './dialect.ts'
import type { Db, Storage } from './storage.ts'

interface Place {
  dataDir: string
  databaseUrl: string | null
}

/** @returns migrated storage; on SQLite the file `contest.sqlite` in `dataDir` */
export async function connect(place: Place): Promise<Storage> {
  if (dialect === 'postgres') return (await import('./postgres.ts')).openPostgres(place.databaseUrl ?? '')
  return (await import('./sqlite.ts')).openSqlite(fileIn(place))
}

/** Opens for reading only, beside a server that may be running; migrates nothing. */
export async function connectToRead(place: Place): Promise<{ read: Db; close(): Promise<void> }> {
  if (dialect === 'postgres') return (await import('./postgres.ts')).readPostgres(place.databaseUrl ?? '')
  return (await import('./sqlite.ts')).readSqlite(fileIn(place))
}

const fileIn = ({ dataDir }: Place): string => join(dataDir, 'contest.sqlite')
