/** Acts that two people do together: one proposes, another decides. */
import { dayMs } from '../day.ts'
import { has, type Person, type Right } from './roles.ts'

interface ApprovalRule {
  /** Who may propose it; who may decide on what somebody else proposed. */
  propose: Right
  decide: Right
  /** How long a proposal waits, in milliseconds. */
  waits: number
  /**
   * Whether it may be done by one person while nobody else could decide: a site begins with a single account, which
   * must be able to add the second. The log says so. Everything else waits until there are two.
   */
  alone: boolean
}

/** One line for each kind of act. What it does is in services/approval-effects.ts. */
export const approvalKinds = {
  'contest-publish': { propose: 'contests.write', decide: 'contests.approve', waits: 7 * dayMs, alone: false },
  'rules-amend': { propose: 'contests.write', decide: 'contests.approve', waits: 3 * dayMs, alone: false },
  'draw-freeze': { propose: 'contests.write', decide: 'contests.approve', waits: 7 * dayMs, alone: false },
  'draw-number': { propose: 'contests.write', decide: 'contests.approve', waits: 7 * dayMs, alone: false },
  'winners-publish': { propose: 'contests.write', decide: 'contests.approve', waits: 7 * dayMs, alone: false },
  'full-export': { propose: 'standings.export', decide: 'exports.approve', waits: 2 * dayMs, alone: false },
  'role-change': { propose: 'people.write', decide: 'people.approve', waits: 7 * dayMs, alone: true },
  'factor-reset': { propose: 'people.write', decide: 'people.approve', waits: 2 * dayMs, alone: true },
} as const satisfies Record<string, ApprovalRule>

export type ApprovalKind = keyof typeof approvalKinds
export const ruleOf = (kind: ApprovalKind): ApprovalRule => approvalKinds[kind]

export interface Proposal {
  kind: ApprovalKind
  proposedBy: number
  expiresAt: number
  outcome: 'approved' | 'refused' | 'withdrawn' | null
  /** When an approved act was done that its proposer does afterwards (an export). */
  usedAt: number | null
}

export type ApprovalState = 'waiting' | 'approved' | 'used' | 'refused' | 'withdrawn' | 'expired'
type ApprovalAct = 'decide' | 'withdraw' | 'use'

export function stateOf({ outcome, expiresAt, usedAt }: Proposal, now: number): ApprovalState {
  if (outcome === 'approved') return usedAt === null ? (now < expiresAt ? 'approved' : 'expired') : 'used'
  return outcome ?? (now < expiresAt ? 'waiting' : 'expired')
}

/** What may be done in which state. */
const allowedIn: Record<ApprovalAct, readonly ApprovalState[]> = {
  decide: ['waiting'],
  withdraw: ['waiting'],
  use: ['approved'],
}

/** @returns null when they may, or why not */
export function actProblem(
  act: ApprovalAct,
  proposal: Proposal,
  person: Person,
  now: number,
): 'approval-over' | 'second-person-needed' | 'forbidden' | null {
  if (!allowedIn[act].includes(stateOf(proposal, now))) return 'approval-over'
  const own = proposal.proposedBy === person.id
  if (act !== 'decide') return own ? null : 'forbidden'
  if (!has(person, ruleOf(proposal.kind).decide)) return 'forbidden'
  return own ? 'second-person-needed' : null
}
