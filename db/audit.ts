/** The audit log: rows behind one another, and the newest number and hash as a fact beside them. */
import { and, asc, desc, eq, gt, lt } from 'drizzle-orm'
import { type Anchor, type AuditRow, beginning } from '../core/audit/chain.ts'
import { alone } from './columns.ts'
import { fact, setFact } from './meta.ts'
import { auditLog } from './schema/audit.ts'
import type { Db } from './storage.ts'

const headKey = 'audit head'

/** The newest row as it was written; units that append wait for each other from here to their end. */
export async function headAlone(tx: Db): Promise<Anchor> {
  await alone(tx, headKey)
  return auditHead(tx)
}

export async function auditHead(db: Db): Promise<Anchor> {
  const [number, hash] = ((await fact(db, headKey)) ?? '').split(':')
  return hash === undefined ? beginning : { number: Number(number), hash }
}

export async function appendAudit(tx: Db, row: AuditRow): Promise<void> {
  await tx.insert(auditLog).values(row)
  await setFact(tx, headKey, `${row.number}:${row.hash}`)
}

/** Rows in their order. @param after number of the last row read before */
export const auditRows = async (db: Db, after: number, limit: number): Promise<AuditRow[]> =>
  db.select().from(auditLog).where(gt(auditLog.number, after)).orderBy(asc(auditLog.number)).limit(limit)

export interface AuditFilter {
  actor: number | null
  action: string | null
  subject: string | null
  /** Rows older than this number; null: from the newest. */
  before: number | null
}

/** The newest first. */
export const auditPage = async (db: Db, filter: AuditFilter, limit: number): Promise<AuditRow[]> =>
  db
    .select()
    .from(auditLog)
    .where(
      and(
        filter.actor === null ? undefined : eq(auditLog.actor, filter.actor),
        filter.action === null ? undefined : eq(auditLog.action, filter.action),
        filter.subject === null ? undefined : eq(auditLog.subject, filter.subject),
        filter.before === null ? undefined : lt(auditLog.number, filter.before),
      ),
    )
    .orderBy(desc(auditLog.number))
    .limit(limit)
