/** Publishing a contest takes two people. */
import type { Allowed } from '#core/account/roles'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireStaffContest } from '#core/wire-staff'
import { type ContestRow, contestBySlug, setsOfContest } from '#db/contest'
import { markPublished } from '#db/contest-setup'
import { lockBank } from '#db/question-act'
import type { Db } from '#db/storage'
import { canonical, propose } from './approval.ts'
import { type Happening, record, sha256 } from './audit.ts'
import { draftOf, wrongWith } from './contest-check.ts'
import { contestForStaff } from './contest-view.ts'
import { forgetMoments } from './memory.ts'
import { fixTerms } from './prize-people.ts'
import type { Runtime } from './runtime.ts'

type Organizer = Allowed<'contests.write'>

/**
 * Asks a second person to publish a contest. What they approve is the contest as it stands now.
 * @returns refusals: not-found, contest-dates, contest-no-sets, pool-too-small
 */
export async function proposePublishing(
  rt: Runtime,
  allowed: Organizer,
  slug: string,
): Promise<Outcome<WireStaffContest>> {
  const proposed = await rt.storage.atomically(async tx => {
    const row = await contestBySlug(tx, slug)
    if (!row) return no('not-found')
    if (row.publishedAt !== null) return yes(null)
    const wrong = await publishable(tx, row, rt.clock.now())
    if (wrong) return wrong
    const payload = { slug, content: await contentOf(tx, row) }
    const act = { kind: 'contest-publish', subject: `contest:${slug}`, payload, reason: '' } as const
    return yes(await propose(rt, tx, allowed, act))
  })
  return proposed.ok ? contestForStaff(rt, allowed, slug) : proposed
}

/** From now on everybody sees it. @returns refusals: those above, approval-over when it was changed since */
export async function publishNow(
  rt: Runtime,
  tx: Db,
  { slug, content }: { slug: string; content: string },
  doing: Pick<Happening, 'actor' | 'detail'>,
): Promise<Outcome<null>> {
  const now = rt.clock.now()
  const row = await contestBySlug(tx, slug)
  if (!row) return no('not-found')
  if (row.publishedAt !== null || (await contentOf(tx, row)) !== content) return no('approval-over')
  const wrong = await publishable(tx, row, now)
  if (wrong) return wrong
  await markPublished(tx, row.id, now)
  await fixTerms(tx, row.id, row.rules, now)
  await record(tx, { at: now, action: 'contest.published', subject: `contest:${slug}`, ...doing })
  return yes(null)
}

/** What it may draw cannot be taken back from under it while it is looked at. */
async function publishable(tx: Db, row: ContestRow, now: number) {
  await lockBank(tx)
  return wrongWith(tx, await draftOf(tx, row), await setsOfContest(tx, row.id), true, now)
}

const contentOf = async (tx: Db, row: ContestRow): Promise<string> => sha256(canonical(await draftOf(tx, row)))

/** What public pages show has changed. */
export function contestsChanged(rt: Runtime): void {
  forgetMoments(rt)
  rt.pagesChanged()
}
