/** The audit log, and what waits for a second person. */
import type { ApprovalKind } from '../../core/account/approval.ts'
import { identity, index, instant, integer, json, table, text, uniqueIndex } from '../columns.ts'
import { accounts } from './account.ts'

/** Append-only; each row's hash covers the row before (core/audit/chain.ts). The newest number and hash are a fact. */
export const auditLog = table(
  'audit_log',
  {
    number: integer().primaryKey(),
    at: instant().notNull(),
    /** No reference: what somebody did stays when their account goes. */
    actor: integer(),
    action: text().notNull(),
    subject: text().notNull(),
    detail: text().notNull(),
    reason: text().notNull(),
    origin: text().notNull(),
    previous: text().notNull(),
    hash: text().notNull(),
  },
  t => [index('audit_log_actor').on(t.actor, t.number), index('audit_log_subject').on(t.subject, t.number)],
)

export const approvals = table(
  'approvals',
  {
    id: identity(),
    publicId: text().notNull(),
    kind: text().$type<ApprovalKind>().notNull(),
    subject: text().notNull(),
    /** What will be done, as the use case that does it understands it. */
    payload: json<unknown>().notNull(),
    reason: text().notNull(),
    proposedBy: integer()
      .notNull()
      .references(() => accounts.id),
    proposedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    decidedBy: integer().references(() => accounts.id),
    decidedAt: instant(),
    outcome: text().$type<'approved' | 'refused' | 'withdrawn'>(),
    note: text(),
    usedAt: instant(),
  },
  t => [uniqueIndex('approvals_public_id').on(t.publicId), index('approvals_waiting').on(t.outcome, t.expiresAt)],
)
