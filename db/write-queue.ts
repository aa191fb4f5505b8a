/** Group commit on SQLite: many units of work, one fsync. */
import type Database from 'better-sqlite3'
import type { KeptRows } from './kept-rows.ts'
import type { Db } from './storage.ts'

interface Unit {
  work: (tx: Db) => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}
type Done = { unit: Unit; value: unknown } | { unit: Unit; error: unknown }

/** Units that share one fsync at most: a batch never holds the event loop for longer than some milliseconds. */
const batchSize = 128

/**
 * Takes all waiting units into one transaction and answers them only after COMMIT: one fsync for many. When one of
 * them throws, all of it is rolled back and run again with a savepoint for each, so that a failed unit takes only
 * itself down. Savepoints from the start would copy every page that a unit touches, and units hardly ever throw.
 */
export function writeQueue(connection: Database.Database, tx: Db, kept: KeptRows) {
  const beginning = connection.prepare('BEGIN IMMEDIATE')
  const commit = connection.prepare('COMMIT')
  const rollback = connection.prepare('ROLLBACK')
  const savepoint = connection.prepare('SAVEPOINT unit')
  const release = connection.prepare('RELEASE unit')
  const undo = connection.prepare('ROLLBACK TO unit')
  let waiting: Unit[] = []
  let running: Promise<void> | null = null
  /** What needs the connection without a transaction on it. */
  const pauses: (() => void)[] = []

  const begin = () => {
    beginning.run()
    kept.check()
  }
  const takeBack = () => {
    kept.forget()
    if (connection.inTransaction) rollback.run()
  }

  /** @returns null, with nothing written, when a unit threw */
  const together = async (units: Unit[]): Promise<Done[] | null> => {
    const done: Done[] = []
    begin()
    try {
      for (const unit of units) done.push({ unit, value: await unit.work(tx) })
    } catch {
      takeBack()
      return null
    }
    commit.run()
    return done
  }

  const apart = async (units: Unit[]): Promise<Done[]> => {
    const done: Done[] = []
    begin()
    for (const unit of units) done.push(await inSavepoint(unit))
    commit.run()
    return done
  }

  const inSavepoint = async (unit: Unit): Promise<Done> => {
    savepoint.run()
    try {
      const value = await unit.work(tx)
      release.run()
      return { unit, value }
    } catch (error) {
      // A full disk or an I/O error has already ended the transaction: then the batch fails as one.
      if (!connection.inTransaction) throw error
      undo.run()
      release.run()
      kept.forget()
      return { unit, error }
    }
  }

  const runBatch = async (units: Unit[]): Promise<void> => {
    let done: Done[]
    try {
      done = (await together(units)) ?? (await apart(units))
    } catch (error) {
      takeBack()
      for (const unit of units) unit.reject(error)
      return
    }
    for (const end of done) 'error' in end ? end.unit.reject(end.error) : end.unit.resolve(end.value)
  }

  const drain = async (): Promise<void> => {
    while (waiting.length > 0 || pauses.length > 0) {
      for (const pause of pauses.splice(0)) pause()
      const batch = waiting.slice(0, batchSize)
      waiting = waiting.slice(batchSize)
      if (batch.length > 0) await runBatch(batch)
      // Lets sockets be read, so that the next batch is as large as the load.
      await new Promise(resolve => setImmediate(resolve))
    }
    running = null
  }

  const run = () => {
    running ??= new Promise<void>(next => setImmediate(next)).then(drain)
  }

  return {
    atomically<T>(work: (tx: Db) => Promise<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: resolve as (value: unknown) => void, reject })
        run()
      })
    },
    /** Between two batches. */
    between<T>(work: () => T): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        pauses.push(() => {
          try {
            resolve(work())
          } catch (error) {
            reject(error)
          }
        })
        run()
      })
    },
    waiting: () => waiting.length,
    idle: async () => {
      while (running) await running
    },
  }
}
