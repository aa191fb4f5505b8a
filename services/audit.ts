/** The audit log: who did what, when, from where and why; appended in the unit of what it records. */
import { hash } from 'node:crypto'
import type { Allowed } from '#core/account/roles'
import type { AuditAction } from '#core/audit/action'
import { type AuditRow, link } from '#core/audit/chain'
import { type AuditFilter, appendAudit, auditPage, headAlone } from '#db/audit'
import { staffAccounts } from '#db/staff'
import type { Db } from '#db/storage'
import type { Runtime } from './runtime.ts'

export interface Happening {
  at: number
  /** Whoever asked, as their proof of a right (it says from where); null: the server itself. */
  actor: { id: number; from?: string } | null
  action: AuditAction
  /** `noun:id`, ids as they are outside: 'contest:chongqing-2026', 'account:<public id>'. */
  subject: string
  /** Plain facts, no personal data. */
  detail?: Record<string, string | number | boolean | null>
  reason?: string
}

/**
 * Appends one row. Call it last in the unit that does what it records: units that append wait for one another, and
 * neither happens without the other.
 */
export async function record(tx: Db, happened: Happening): Promise<void> {
  const { at, actor, action, subject, detail = {}, reason = '' } = happened
  // What the database would keep in another form would not hash the same when it is read again.
  const kept = reason.toWellFormed().replaceAll('\0', '')
  const entry = { at, actor: actor?.id ?? null, action, subject, detail: JSON.stringify(detail), reason: kept }
  await appendAudit(tx, link(await headAlone(tx), { ...entry, origin: actor?.from ?? '' }, sha256))
}

export const sha256 = (text: string): string => hash('sha256', text, 'hex')

export interface AuditLine extends AuditRow {
  /** Null: the server, or an account that is gone. */
  who: string | null
  /** The subject, with the name of an account in the place of its id. */
  about: string
}

/** One page, the newest first, with the names that accounts have today. */
export async function auditLines(
  rt: Runtime,
  _allowed: Allowed<'audit.read'>,
  filter: AuditFilter,
  limit: number,
): Promise<AuditLine[]> {
  const accounts = await staffAccounts(rt.storage.read)
  const names = new Map<number | string, string>(
    accounts.flatMap(({ id, publicId, name, login }) => {
      const said = name ?? login ?? ''
      return [[id, said] as const, [`account:${publicId}`, said] as const]
    }),
  )
  const rows = await auditPage(rt.storage.read, filter, limit)
  return rows.map(row => ({
    ...row,
    who: row.actor === null ? null : (names.get(row.actor) ?? null),
    about: names.get(row.subject) ?? row.subject,
  }))
}
