/** Holds the audit log against itself, its head and the anchors that lie outside the database. */
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Anchor, checker, type Tampering } from '#core/audit/chain'
import { auditHead, auditRows } from '#db/audit'
import type { Db } from '#db/storage'
import { sha256 } from './audit.ts'
import type { Runtime } from './runtime.ts'

export type AuditCheck = { rows: number; anchors: number; head: Anchor; tampering: Tampering | null }

/** Rows read at once: the log may be longer than memory. */
const pageSize = 1000

/** @returns how many rows hold, and the first that does not */
export async function checkAudit(db: Db, dataDir: string): Promise<AuditCheck> {
  const anchors = await readAnchors(dataDir)
  const head = await auditHead(db)
  const known = new Map(anchors.map(({ number, hash }) => [number, hash]))
  const differs = head.number > 0 && (known.get(head.number) ?? head.hash) !== head.hash
  if (!known.has(head.number) && head.number > 0) known.set(head.number, head.hash)
  const check = checker(known, sha256)
  const said = (tampering: Tampering | null) => {
    return { rows: check.last().number, anchors: anchors.length, head, tampering }
  }
  for (;;) {
    const rows = await auditRows(db, check.last().number, pageSize)
    for (const row of rows) {
      const tampering = check.take(row)
      if (tampering) return said(tampering)
    }
    if (rows.length < pageSize) break
  }
  return said(check.end(head.number) ?? (differs ? { number: head.number, what: 'not-anchored' } : null))
}

/**
 * Writes the newest number and hash to DATA_DIR/audit-anchors.jsonl and to the log, when they are new. Whoever can
 * write the database can compute a whole new chain; they would have to change this file, and every copy of it, too.
 */
export async function anchorAudit(rt: Runtime): Promise<void> {
  const head = await auditHead(rt.storage.read)
  if (head.number === 0 || rt.memory.get('audit anchored') === head.hash) return
  const last = (await readAnchors(rt.environment.dataDir)).at(-1)
  if (last?.hash !== head.hash) {
    await mkdir(rt.environment.dataDir, { recursive: true })
    const line = JSON.stringify({ at: rt.clock.now(), ...head })
    await appendFile(anchorsFile(rt.environment.dataDir), `${line}\n`, { mode: 0o600 })
    rt.log.info({ auditNumber: head.number, auditHash: head.hash }, 'audit log anchored')
  }
  rt.memory.set('audit anchored', head.hash)
}

const anchorsFile = (dataDir: string): string => join(dataDir, 'audit-anchors.jsonl')

/** None when there is no file yet; a line that a crash cut short is left out. */
async function readAnchors(dataDir: string): Promise<Anchor[]> {
  const text = await readFile(anchorsFile(dataDir), 'utf8').catch(() => '')
  return text.split('\n').flatMap(line => {
    try {
      const { number, hash } = JSON.parse(line) as Anchor
      return Number.isInteger(number) && typeof hash === 'string' ? [{ number, hash }] : []
    } catch {
      return []
    }
  })
}
