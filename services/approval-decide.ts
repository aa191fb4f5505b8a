/** The second person's word, and what it sets off. */
import { type ApprovalKind, actProblem, ruleOf } from '#core/account/approval'
import { has, type Person } from '#core/account/roles'
import { no, type Outcome, yes } from '#core/refusal'
import { accountById } from '#db/account'
import { type ApprovalRow, approvalAlone, markUsed, settleApproval } from '#db/approval'
import type { Db } from '#db/storage'
import { approvalEffects } from './approval-effects.ts'
import { record } from './audit.ts'
import type { Runtime } from './runtime.ts'

/**
 * Approves or refuses. What was approved happens in the same unit, or nothing does.
 * @param decision `note` is what was checked; a refusal needs one, as the reason
 * @returns refusals: reason-needed, not-found, forbidden, second-person-needed (one's own), approval-over, and those of
 *   the act itself
 */
export async function decide(
  rt: Runtime,
  person: Person,
  id: string,
  decision: { approve: boolean; note: string },
): Promise<Outcome<{ kind: ApprovalKind; subject: string }>> {
  if (!decision.approve && [...decision.note.trim()].length < 4) return no('reason-needed', { where: 'note' })
  const done = await rt.storage.atomically(tx => decided(rt, tx, person, id, decision))
  if (done.ok && decision.approve) approvalEffects[done.value.kind]?.after?.(rt)
  return done
}

async function decided(
  rt: Runtime,
  tx: Db,
  person: Person,
  id: string,
  { approve, note }: { approve: boolean; note: string },
): Promise<Outcome<ApprovalRow>> {
  const now = rt.clock.now()
  const row = await approvalAlone(tx, id)
  if (!row) return no('not-found')
  const wrong = actProblem('decide', row, person, now)
  if (wrong) return no(wrong)
  const proposer = await accountById(tx, row.proposedBy)
  if (!proposer || proposer.deactivatedAt !== null || !has(proposer, ruleOf(row.kind).propose))
    return no('approval-over')
  const effect = approve ? approvalEffects[row.kind] : undefined
  const happened = effect ? await effect.happen(rt, tx, row, person) : yes(null)
  if (!happened.ok) return happened
  const outcome = approve ? 'approved' : 'refused'
  await settleApproval(tx, row.id, { outcome, decidedBy: person.id, decidedAt: now, note })
  if (effect) await markUsed(tx, row.id, now)
  await record(tx, {
    ...{ at: now, actor: person, action: `approval.${outcome}`, subject: row.subject },
    ...{ detail: { kind: row.kind, id }, reason: note },
  })
  return yes(row)
}

/** The proposer takes it back. @returns refusals: not-found (somebody else's too), approval-over */
export async function withdraw(rt: Runtime, person: Person, id: string): Promise<Outcome<null>> {
  return rt.storage.atomically(async tx => {
    const now = rt.clock.now()
    const row = await approvalAlone(tx, id)
    const wrong = row && actProblem('withdraw', row, person, now)
    if (!row || wrong === 'forbidden') return no('not-found')
    if (wrong) return no(wrong)
    await settleApproval(tx, row.id, { outcome: 'withdrawn', decidedBy: person.id, decidedAt: now, note: '' })
    const detail = { kind: row.kind, id }
    await record(tx, { at: now, actor: person, action: 'approval.withdrawn', subject: row.subject, detail })
    return yes(null)
  })
}
