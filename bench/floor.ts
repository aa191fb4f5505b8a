/**
 * The floor: what node:http and better-sqlite3 do when nothing else is asked. The same write with the same fsync, and
 * commits grouped as ours are; no session, no deadline, no validation, no headers.
 */
import { createServer } from 'node:http'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { listening } from './listening.ts'

const folder = process.argv[2]
if (!folder) throw new Error('Which folder?')
const database = new Database(join(folder, 'floor.sqlite'))
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.pragma('wal_autocheckpoint = 2000')
database.exec(
  `CREATE TABLE IF NOT EXISTS answers (attempt_id INTEGER NOT NULL, position INTEGER NOT NULL, choice INTEGER NOT NULL,
   sequence INTEGER NOT NULL, saved_at INTEGER NOT NULL, late INTEGER NOT NULL, PRIMARY KEY (attempt_id, position))`,
)
const upsert = database.prepare(
  `INSERT INTO answers VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT (attempt_id, position)
   DO UPDATE SET choice = excluded.choice, sequence = excluded.sequence, saved_at = excluded.saved_at`,
)
const begin = database.prepare('BEGIN IMMEDIATE')
const commit = database.prepare('COMMIT')

interface Unit {
  values: number[]
  done: () => void
}
/** As many as one of our commits takes. */
const batchSize = 128
let waiting: Unit[] = []
let running = false

function drain(): void {
  const batch = waiting.slice(0, batchSize)
  waiting = waiting.slice(batchSize)
  begin.run()
  for (const unit of batch) upsert.run(...unit.values)
  commit.run()
  for (const unit of batch) unit.done()
  running = waiting.length > 0
  if (running) setImmediate(drain)
}

const attempts = new Map<string, number>()
const numberOf = (id: string): number => {
  const known = attempts.get(id) ?? attempts.size + 1
  attempts.set(id, known)
  return known
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', chunk => chunks.push(chunk))
  request.on('end', () => {
    const [, , , , id = '', , position = ''] = (request.url ?? '').split('/')
    const { sequence } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    const savedAt = Date.now()
    const done = () => {
      const body = JSON.stringify({ savedAt, sequence, late: false, serverNow: savedAt })
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
    }
    waiting.push({ values: [numberOf(id), Number(position), 1, sequence, savedAt], done })
    if (!running) {
      running = true
      setImmediate(drain)
    }
  })
})
listening(server)
