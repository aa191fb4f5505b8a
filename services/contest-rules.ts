/** A contest's rules as everybody may read them, with what was amended since it opened. */
import type { LocalText } from '#core/locale'
import { rulesVersions } from '#db/contest-rules'
import { type ContestView, contestBySlug } from './contest.ts'
import type { Runtime } from './runtime.ts'

export interface RulesView {
  contest: ContestView
  /** Oldest first: from when on, and why. */
  amendments: { from: number; reason: LocalText }[]
}

/** @returns null for a contest that does not exist or is still a draft */
export async function rulesOfContest(rt: Runtime, slug: string): Promise<RulesView | null> {
  const contest = await contestBySlug(rt, slug)
  if (!contest) return null
  const versions = await rulesVersions(rt.storage.read, contest.id)
  // Version 1 is what the contest opened with, and has no reason.
  const amendments = versions.flatMap(({ from, reason }) => (reason ? [{ from, reason }] : []))
  return { contest, amendments }
}
