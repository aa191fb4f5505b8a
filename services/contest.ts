/** Contests as everybody may see them. */

import { byUrgency } from '#core/contest/order'
import { type Phase, phaseAt } from '#core/contest/phase'
import type { ContestRules } from '#core/contest/rules'
import { isWarmUp, isWithin } from '#core/contest/stage'
import type { LocalText } from '#core/locale'
import * as db from '#db/contest'
import { forAMoment } from './memory.ts'
import type { Runtime } from './runtime.ts'

export interface ContestView {
  id: number
  slug: string
  title: LocalText
  summary: LocalText
  edition: string
  opensAt: number
  closesAt: number
  publishedAt: number | null
  rules: ContestRules
  sample: boolean
  phase: Phase
  /** Announced, and its warm-up is open. */
  warmingUp: boolean
  /** Its practice dates are running. */
  practising: boolean
  participants: number
}

/** Published contests in the order in which a citizen needs them (core/contest/order.ts). */
export async function listContests(rt: Runtime): Promise<ContestView[]> {
  const rows = await db.publishedContests(rt.storage.read)
  const counts = await db.participantCounts(
    rt.storage.read,
    rows.map(row => row.id),
  )
  return rows.map(row => viewOf(rt, row, counts.get(row.id) ?? 0)).sort(byUrgency)
}

/** @returns null for a contest that does not exist or is still a draft */
export async function contestBySlug(rt: Runtime, slug: string): Promise<ContestView | null> {
  const row = await publishedRow(rt, slug)
  return row ? viewOf(rt, row, await participantsIn(rt, row.id)) : null
}

export async function publishedRow(rt: Runtime, slug: string): Promise<db.ContestRow | null> {
  const row = await db.contestBySlug(rt.storage.read, slug)
  return row && row.publishedAt !== null ? row : null
}

/** May be a second old. */
export const participantsIn = (rt: Runtime, contestId: number): Promise<number> =>
  forAMoment(rt, `participants ${contestId}`, 1000, async () => {
    const counts = await db.participantCounts(rt.storage.read, [contestId])
    return counts.get(contestId) ?? 0
  })

function viewOf(rt: Runtime, row: db.ContestRow, participants: number): ContestView {
  const { publicId: _publicId, createdBy: _createdBy, createdAt: _createdAt, ...shown } = row
  const now = rt.clock.now()
  const phase = phaseAt(row, now)
  const { practice } = row.rules.calendar
  const practising = practice !== null && isWithin(practice, now)
  return { ...shown, phase, practising, warmingUp: phase === 'announced' && isWarmUp(row.rules, now), participants }
}
