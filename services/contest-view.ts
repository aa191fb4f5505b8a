/** Contests as organizers see them: what their sets give, what they lack, how many take part. */
import type { Allowed } from '#core/account/roles'
import { phaseAt } from '#core/contest/phase'
import { shortages } from '#core/paper/blueprint'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireStaffContest } from '#core/wire-staff'
import { allContests, type ContestRow, contestBySlug, participantCounts, setsOfContest } from '#db/contest'
import { attemptCounts } from '#db/contest-setup'
import { approvalWaiting } from './approval.ts'
import { lastDayOf, poolOf } from './contest-check.ts'
import { heldBack } from './held-back.ts'
import type { Runtime } from './runtime.ts'

type Organizer = Allowed<'contests.write'>

/** All contests, drafts too, the newest first. */
export async function listAllContests(rt: Runtime, _allowed: Organizer): Promise<WireStaffContest[]> {
  const rows = await allContests(rt.storage.read)
  return Promise.all(rows.map(row => shown(rt, row)))
}

/** @returns refusals: not-found */
export async function contestForStaff(
  rt: Runtime,
  _allowed: Organizer,
  slug: string,
): Promise<Outcome<WireStaffContest>> {
  const row = await contestBySlug(rt.storage.read, slug)
  return row ? yes(await shown(rt, row)) : no('not-found')
}

async function shown(rt: Runtime, row: ContestRow): Promise<WireStaffContest> {
  const read = rt.storage.read
  const sets = await setsOfContest(read, row.id)
  const pool = await poolOf(read, row, sets, await heldBack(rt, lastDayOf(row)))
  const { slug, title, summary, edition, opensAt, closesAt, publishedAt, rules } = row
  return {
    slug,
    title,
    summary,
    edition,
    opensAt,
    closesAt,
    publishedAt,
    rules,
    phase: phaseAt(row, rt.clock.now()),
    approval: publishedAt === null ? await approvalWaiting(rt, 'contest-publish', `contest:${slug}`) : null,
    sets: sets.map(set => ({ id: set.publicId, name: set.name })),
    pool: pool.length,
    lacking: shortages(pool, rules.paper.blueprint).map(({ cell, have }) => ({ ...cell, have })),
    ...(await attemptCounts(read, row.id)),
    participants: (await participantCounts(read, [row.id])).get(row.id) ?? 0,
  }
}
