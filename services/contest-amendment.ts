/** Rules of an open contest, changed by two people: one proposes with a reason, another approves. */
import type { Allowed, Person } from '#core/account/roles'
import { amendmentProblem, newContradiction } from '#core/contest/amend'
import { phaseAt } from '#core/contest/phase'
import type { ContestRules } from '#core/contest/rules'
import { canonical } from '#core/contest/setup'
import type { LocalText } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import type { ApprovalRow } from '#db/approval'
import { type ContestRow, contestBySlug } from '#db/contest'
import { keepVersion, putRules, rulesVersions } from '#db/contest-rules'
import type { Db } from '#db/storage'
import { propose } from './approval.ts'
import { record, sha256 } from './audit.ts'
import type { Runtime } from './runtime.ts'

export interface RulesAmendment {
  slug: string
  /** Hash of the rules it was proposed for: others in the meantime, and it is void. */
  base: string
  before: ContestRules
  rules: ContestRules
  reason: LocalText
}

/**
 * Proposes changed rules to a second person.
 * @returns the proposal's public id; refusals: not-found, contest-not-open, reason-needed, and those of amendmentProblem and newContradiction
 */
export async function proposeAmendment(
  rt: Runtime,
  allowed: Allowed<'contests.write'>,
  slug: string,
  wish: { rules: ContestRules; reason: LocalText },
): Promise<Outcome<string>> {
  const { rules, reason } = wish
  if (reason.zh.trim().length < shortestReason) return no('reason-needed', { where: 'reason' })
  return rt.storage.atomically(async tx => {
    const contest = await contestBySlug(tx, slug)
    if (!contest) return no('not-found')
    const wrong = problemOf(rt, contest, rules)
    if (wrong) return wrong
    const payload: RulesAmendment = { slug, base: hashOf(contest), before: contest.rules, rules, reason }
    return yes(
      await propose(rt, tx, allowed, { kind: 'rules-amend', subject: `contest:${slug}`, payload, reason: reason.zh }),
    )
  })
}
/** Four characters: long enough to be a word. */
const shortestReason = 4

const hashOf = (contest: ContestRow): string => sha256(canonical(contest.rules))

/** Before the opening rules are simply edited; after the close they are those that people were scored by. */
function problemOf(rt: Runtime, contest: ContestRow, rules: ContestRules) {
  if (phaseAt(contest, rt.clock.now()) !== 'open') return no('contest-not-open')
  return amendmentProblem(contest.rules, rules) ?? newContradiction(contest.rules, rules, contest)
}

/**
 * Puts approved rules in force, in the unit of the decision, and keeps the ones before as a version of their own.
 * @returns refusals: those of proposeAmendment, approval-over when the rules have been changed since
 */
export async function amendNow(rt: Runtime, tx: Db, approved: ApprovalRow, decider: Person): Promise<Outcome<null>> {
  const { slug, base, rules, reason } = approved.payload as RulesAmendment
  const contest = await contestBySlug(tx, slug)
  if (!contest) return no('not-found')
  if (hashOf(contest) !== base) return no('approval-over')
  const wrong = problemOf(rt, contest, rules)
  if (wrong) return wrong
  const now = rt.clock.now()
  const versions = await rulesVersions(tx, contest.id)
  const { id, closesAt } = contest
  const first = {
    contestId: id,
    number: 1,
    rules: contest.rules,
    closesAt,
    from: contest.publishedAt ?? contest.opensAt,
  }
  if (versions.length === 0) await keepVersion(tx, { ...first, reason: null, proposedBy: null, approvedBy: null })
  const number = Math.max(1, versions.length) + 1
  const people = { proposedBy: approved.proposedBy, approvedBy: decider.id }
  await keepVersion(tx, { contestId: id, number, rules, closesAt, reason, from: now, ...people })
  await putRules(tx, id, rules)
  await record(tx, {
    ...{ at: now, actor: decider, action: 'contest.rules-amended', subject: `contest:${slug}`, reason: reason.zh },
    detail: { approval: approved.publicId, proposedBy: approved.proposedBy, version: number },
  })
  return yes(null)
}
