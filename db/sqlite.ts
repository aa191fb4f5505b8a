/** SQLite: one writer with group commit, which is read as well while nothing is being written, and readers beside it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { keepRows } from './kept-rows.ts'
import { type Client, PlainClient, ReadingClient } from './sqlite-client.ts'
import type { Db, Storage } from './storage.ts'
import { writeQueue } from './write-queue.ts'

type Connection = Database.Database

const migrationsFolder = join(import.meta.dirname, 'migrations/sqlite')

/** Opens (and if need be makes) the file, applies what migrations are missing, after a copy of what was there. */
export async function openSqlite(file: string): Promise<Storage> {
  mkdirSync(dirname(file), { recursive: true })
  const lock = holdAlone(`${file}.lock`)
  const fresh = !existsSync(file)
  const writer = connect(file)
  if (!fresh && hasPending(writer)) await copyBeside(writer, file)
  migrate(drizzle(writer), { migrationsFolder })
  const reader = openToRead(file)
  const sweeper = openToRead(file)
  const unit = over(new PlainClient(writer))
  const read = over(new ReadingClient(writer, reader))
  const queue = writeQueue(writer, unit, keepRows(writer, unit, read))
  const { between, ...units } = queue
  return {
    read,
    sweep: over(new PlainClient(sweeper)),
    ...units,
    wipe: async copiesBefore => {
      const isEmpty = await between(() => emptyLog(writer))
      return removeCopies(file, copiesBefore) && isEmpty
    },
    async close() {
      await queue.idle()
      reader.close()
      sweeper.close()
      writer.close()
      lock.close()
    },
  }
}

/** Reads a file that a server may be writing; nothing is locked, migrated or made. */
export function readSqlite(file: string): { read: Db; close(): Promise<void> } {
  const reader = openToRead(file)
  return { read: over(new PlainClient(reader)), close: async () => void reader.close() }
}

const over = (client: Client): Db => drizzle(client as unknown as Connection) as unknown as Db

function openToRead(file: string): Connection {
  const reader = new Database(file, { readonly: true, fileMustExist: true })
  reader.pragma('busy_timeout = 5000')
  return reader
}

/** A second process on the same file would fight for it: the first one holds a lock that dies with it. */
function holdAlone(file: string): Connection {
  const lock = new Database(file, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    const said = `Another process already uses this data folder (${file}). Stop it, or set another DATA_DIR.`
    throw Object.assign(new Error(said), { code: 'DATA_IN_USE' })
  }
  return lock
}

function connect(file: string): Connection {
  const connection = new Database(file)
  connection.pragma('journal_mode = WAL')
  // WAL re-opens as NORMAL, which loses acknowledged answers in a power cut.
  connection.pragma('synchronous = FULL')
  if (connection.pragma('synchronous', { simple: true }) !== 2)
    throw new Error('SQLite did not accept synchronous=FULL')
  connection.pragma('foreign_keys = ON')
  // What is deleted is overwritten with zeros, in pages that stay and in those that become free.
  connection.pragma('secure_delete = ON')
  connection.pragma('busy_timeout = 5000')
  connection.pragma('wal_autocheckpoint = 2000')
  connection.pragma('cache_size = -98304')
  return connection
}

function hasPending(connection: Connection): boolean {
  const known = connection.prepare("SELECT name FROM sqlite_master WHERE name = '__drizzle_migrations'").get()
  if (!known) return true
  const applied = connection.prepare('SELECT count(*) AS n FROM __drizzle_migrations').get() as { n: number }
  return applied.n < journalLength()
}

function journalLength(): number {
  const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as {
    entries: unknown[]
  }
  return journal.entries.length
}

/** The copy stands beside the file: `contest.sqlite.before-2026-11-22T10-00-00`. */
async function copyBeside(connection: Connection, file: string): Promise<void> {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
  await connection.backup(`${file}${copyMark}${stamp}`)
}

const copyMark = '.before-'

/** @returns whether none is left */
function removeCopies(file: string, before: number): boolean {
  const names = readdirSync(dirname(file)).filter(name => name.startsWith(basename(file) + copyMark))
  const copies = names.map(name => join(dirname(file), name))
  const old = copies.filter(copy => statSync(copy).mtimeMs < before)
  for (const copy of old) rmSync(copy)
  return old.length === copies.length
}

/** Moves all of the log into the database and cuts it to nothing. @returns false while somebody still reads it */
function emptyLog(connection: Connection): boolean {
  const [done] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  return done?.busy === 0
}
