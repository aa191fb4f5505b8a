/** What happens once a second person has said yes. A kind without a line is used by its proposer (takeApproval). */
import type { ApprovalKind } from '#core/account/approval'
import type { Person } from '#core/account/roles'
import type { Outcome } from '#core/refusal'
import type { ApprovalRow } from '#db/approval'
import type { Db } from '#db/storage'
import { freeze, makeDraw } from './draw.ts'
import { forgetMoments } from './memory.ts'
import type { Runtime } from './runtime.ts'
import { publish } from './winner-list.ts'

interface Effect {
  /** Does it, in the unit of the decision; a refusal undoes the decision. The payload is as it was proposed. */
  happen(rt: Runtime, tx: Db, approved: ApprovalRow, decider: Person): Promise<Outcome<unknown>>
  /** After the unit has been written: what must be forgotten in memory. */
  after?(rt: Runtime): void
}

export const approvalEffects: Partial<Record<ApprovalKind, Effect>> = {
  'draw-freeze': { happen: freeze, after: shownToAll },
  'draw-number': { happen: makeDraw, after: shownToAll },
  'winners-publish': { happen: publish, after: shownToAll },
}

function shownToAll(rt: Runtime): void {
  forgetMoments(rt)
  rt.pagesChanged()
}
