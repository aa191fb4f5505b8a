/** What happens once a second person has said yes. A kind without a line is used by its proposer (takeApproval). */
import type { ApprovalKind } from '#core/account/approval'
import type { PeopleChange } from '#core/account/people'
import type { Person } from '#core/account/roles'
import type { Outcome } from '#core/refusal'
import type { ApprovalRow } from '#db/approval'
import type { Db } from '#db/storage'
import { amendNow } from './contest-amendment.ts'
import { contestsChanged, publishNow } from './contest-publish.ts'
import { freeze, makeDraw } from './draw.ts'
import { applyFactorReset, applyPeopleChange } from './people-change.ts'
import type { Runtime } from './runtime.ts'
import { publish } from './winner-list.ts'

interface Effect {
  /** Does it, in the unit of the decision; a refusal undoes the decision. The payload is as it was proposed. */
  happen(rt: Runtime, tx: Db, approved: ApprovalRow, decider: Person): Promise<Outcome<unknown>>
  /** After the unit has been written: what must be forgotten in memory. */
  after?(rt: Runtime): void
}

export const approvalEffects: Partial<Record<ApprovalKind, Effect>> = {
  'contest-publish': {
    happen: (rt, tx, approved, decider) =>
      publishNow(rt, tx, approved.payload as { slug: string; content: string }, doing(approved, decider)),
    after: contestsChanged,
  },
  'rules-amend': { happen: amendNow, after: contestsChanged },
  'draw-freeze': { happen: freeze, after: contestsChanged },
  'draw-number': { happen: makeDraw, after: contestsChanged },
  'winners-publish': { happen: publish, after: contestsChanged },
  'role-change': {
    happen: (rt, tx, approved, decider) =>
      applyPeopleChange(rt, tx, approved.payload as PeopleChange, doing(approved, decider)),
  },
  'factor-reset': {
    happen: (rt, tx, approved, decider) =>
      applyFactorReset(rt, tx, (approved.payload as { account: string }).account, doing(approved, decider)),
  },
}

/** What the log says of an approved act: the second person did it, on a proposal of the first. */
const doing = ({ publicId, proposedBy, reason }: ApprovalRow, actor: Person) => {
  return { actor, reason, detail: { approval: publicId, proposedBy } }
}
