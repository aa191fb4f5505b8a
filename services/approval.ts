/** Acts of two people: proposing one, looking at what waits, and using one that was approved. */
import {
  type ApprovalKind,
  type ApprovalState,
  actProblem,
  type approvalKinds,
  ruleOf,
  stateOf,
} from '#core/account/approval'
import { type Allowed, has, type Person } from '#core/account/roles'
import { no, type Outcome, yes } from '#core/refusal'
import { type ApprovalRow, approvalPage, approvalsAbout, insertApproval, markUsed, othersLately } from '#db/approval'
import { staffNames } from '#db/staff'
import type { Db } from '#db/storage'
import { type ConcernedContest, contestsConcerned } from './approval-contest.ts'
import { record } from './audit.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

export interface ProposedAct {
  kind: ApprovalKind
  /** As in the audit log: 'contest:chongqing-2026'. */
  subject: string
  /** What services/approval-effects.ts, or the use case that uses the approval, needs to do it. */
  payload: unknown
  reason: string
}

/**
 * Proposes an act to a second person, within the caller's unit. What is already proposed by the same person about the
 * same subject with the same content is found again instead of being asked twice.
 * @returns the proposal's public id
 */
export async function propose(
  rt: Runtime,
  tx: Db,
  person: Allowed<(typeof approvalKinds)[ApprovalKind]['propose']>,
  act: ProposedAct,
): Promise<string> {
  const now = rt.clock.now()
  const same = (await approvalsAbout(tx, act.kind, act.subject)).find(
    row => row.proposedBy === person.id && stateOf(row, now) === 'waiting' && sameContent(row.payload, act.payload),
  )
  if (same) return same.publicId
  const id = publicId()
  const { kind, subject, payload, reason } = act
  const expiresAt = now + ruleOf(kind).waits
  await insertApproval(tx, {
    ...{ publicId: id, kind, subject, payload, reason },
    ...{ proposedBy: person.id, proposedAt: now, expiresAt },
  })
  await record(tx, { at: now, actor: person, action: 'approval.proposed', subject, detail: { kind, id }, reason })
  return id
}

/** jsonb gives keys back in an order of its own. */
const sameContent = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)
/** The same text for the same value, whatever the order of its keys. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, held: unknown) =>
    held && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  )

/** @returns the public id of what waits about a subject, or null */
export async function approvalWaiting(rt: Runtime, kind: ApprovalKind, subject: string): Promise<string | null> {
  const now = rt.clock.now()
  const found = (await approvalsAbout(rt.storage.read, kind, subject)).find(row => stateOf(row, now) === 'waiting')
  return found?.publicId ?? null
}

/**
 * Whether this person may do such an act without another, because nobody else could decide on it. Whoever was
 * deactivated counts for as long as a proposal would have waited for them: else one person could send the other away
 * and go on alone.
 * @param returning the account that the act brings back: it takes nobody's place
 */
export async function mayActAlone(
  rt: Runtime,
  tx: Db,
  person: Person,
  kind: ApprovalKind,
  returning?: number,
): Promise<boolean> {
  const { alone, decide, waits } = ruleOf(kind)
  if (!alone) return false
  const others = await othersLately(tx, person.id, rt.clock.now() - waits)
  return !others.some(other => other.id !== returning && has(other, decide))
}

/**
 * Takes an approval that the proposer now makes use of, once, within the unit of what was approved.
 * @returns refusals: approval-needed, when nothing that was approved fits
 */
export async function takeApproval(
  rt: Runtime,
  tx: Db,
  person: Person,
  act: Omit<ProposedAct, 'reason'>,
): Promise<Outcome<ApprovalRow>> {
  const now = rt.clock.now()
  const fitting = (await approvalsAbout(tx, act.kind, act.subject)).find(
    row => actProblem('use', row, person, now) === null && sameContent(row.payload, act.payload),
  )
  if (!fitting) return no('approval-needed')
  await markUsed(tx, fitting.id, now)
  return yes(fitting)
}

export interface ApprovalLine {
  id: string
  kind: ApprovalKind
  subject: string
  payload: unknown
  /** What it is about, unless that is a person or an account. */
  contest: ConcernedContest | null
  reason: string
  state: ApprovalState
  proposedBy: string
  proposedAt: number
  expiresAt: number
  decidedBy: string | null
  decidedAt: number | null
  note: string | null
  mayDecide: boolean
  mayWithdraw: boolean
}

/** Those who may propose or decide on a kind see it. */
const concerns = (person: Person, kind: ApprovalKind): boolean =>
  has(person, ruleOf(kind).propose) || has(person, ruleOf(kind).decide) || has(person, 'audit.read')

/** What waits, or what was settled; the newest first. */
export async function approvalLines(rt: Runtime, person: Person, open: boolean): Promise<ApprovalLine[]> {
  const now = rt.clock.now()
  const names = await staffNames(rt.storage.read)
  const rows = (await approvalPage(rt.storage.read, open, 200)).filter(row => concerns(person, row.kind))
  const contests = await contestsConcerned(rt.storage.read, rows)
  return rows.map(row => {
    const { publicId, kind, subject, payload, reason, proposedAt, expiresAt, decidedAt, note } = row
    return {
      ...{ id: publicId, kind, subject, payload, reason, proposedAt, expiresAt, decidedAt, note },
      contest: contests.get(publicId) ?? null,
      state: stateOf(row, now),
      proposedBy: names.get(row.proposedBy) ?? '',
      decidedBy: row.decidedBy === null ? null : (names.get(row.decidedBy) ?? ''),
      mayDecide: actProblem('decide', row, person, now) === null,
      mayWithdraw: actProblem('withdraw', row, person, now) === null,
    }
  })
}
