/** The whole contest with invented people, before anybody real takes it: every screen and list that it will lead to. */

import type { Allowed } from '#core/account/roles'
import { copyOf } from '#core/contest/copy'
import { drawable } from '#core/contest/setup'
import { dayMs } from '#core/day'
import { seededRandom } from '#core/random'
import { no, type Outcome, yes } from '#core/refusal'
import {
  type ContestRow,
  contestById,
  contestBySlug,
  currentRevisions,
  insertContest,
  setsOfContest,
} from '#db/contest'
import { rehearsalOf, setPublished } from '#db/contest-setup'
import { rightsFor } from '#db/key'
import { record } from './audit.ts'
import { inventRun, type SampleQuestion } from './invented-run.ts'
import { forgetMoments } from './memory.ts'
import { fixTerms } from './prize-people.ts'
import { unitsOf } from './region.ts'
import { publishRehearsal, revealRehearsal } from './rehearsal-end.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

type Organizer = Allowed<'contests.write'>

/** Enough for boards of all districts and for every prize; made in about two seconds. */
const people = 300
/** Days of a contest without its nights. */
const hours = { from: 8, long: 14 }

/**
 * Runs a copy of the contest that has just closed, with invented people, up to its published lists. An earlier rehearsal
 * goes off the site.
 * @returns the copy's address: in no list, for those who know it; refusals: not-found, pool-too-small
 */
export async function rehearse(
  rt: Runtime,
  by: Organizer,
  slug: string,
): Promise<Outcome<{ slug: string; people: number }>> {
  const now = rt.clock.now()
  const contest = await contestBySlug(rt.storage.read, slug)
  if (!contest || contest.rehearsalOf !== null) return no('not-found')
  const sets = await setsOfContest(rt.storage.read, contest.id)
  const pool = await poolOf(
    rt,
    contest,
    sets.map(set => set.id),
  )
  const needed = contest.rules.paper.total
  if (pool.length < needed) return no('pool-too-small', { available: pool.length, needed })
  const copy = copyFor(contest, now)
  const units = await unitsOf(rt, contest.edition)
  await rt.storage.atomically(async tx => {
    const earlier = await rehearsalOf(tx, contest.id)
    if (earlier) await setPublished(tx, earlier.id, null)
    const id = await insertContest(
      tx,
      copy,
      sets.map(set => set.id),
    )
    const made = await contestById(tx, id)
    if (!made) throw new Error('The rehearsal that was just made is not there')
    if (made.rules.feedback.freezeSeconds !== null) await revealRehearsal(tx, by, id, now)
    const random = seededRandom(contest.id)
    await inventRun(rt, tx, { contest: made, people, units, pool, random, startedAt: () => instantOf(made, random) })
    await fixTerms(tx, id, made.rules, made.opensAt)
    await record(tx, { at: now, actor: by, action: 'contest.rehearsed', subject: `contest:${slug}` })
  })
  await publishRehearsal(rt, by, copy.slug)
  forgetMoments(rt)
  rt.pagesChanged()
  return yes({ slug: copy.slug, people })
}

/** Takes the rehearsal of a contest off the site. @returns refusal: not-found */
export async function endRehearsal(rt: Runtime, _by: Organizer, slug: string): Promise<Outcome<null>> {
  const ended = await rt.storage.atomically(async tx => {
    const contest = await contestBySlug(tx, slug)
    const running = contest && (await rehearsalOf(tx, contest.id))
    if (!running) return no('not-found')
    await setPublished(tx, running.id, null)
    return yes(null)
  })
  if (ended.ok) {
    forgetMoments(rt)
    rt.pagesChanged()
  }
  return ended
}

/** The address of a contest's rehearsal that is on the site, or null. */
export async function rehearsalFor(rt: Runtime, slug: string): Promise<string | null> {
  const contest = await contestBySlug(rt.storage.read, slug)
  return (contest && (await rehearsalOf(rt.storage.read, contest.id))?.slug) ?? null
}

/** The same contest, so early that it has just closed; its stages and dates move along. */
function copyFor(contest: ContestRow, now: number) {
  const length = contest.closesAt - contest.opensAt
  const { id: _id, pausedAt: _paused, ...row } = contest
  const moved = copyOf(
    { ...row, sets: [] },
    {
      slug: `rehearsal-${publicId()
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '')
        .slice(0, 16)}`,
      title: { zh: `预演：${contest.title.zh}`, en: contest.title.en && `Rehearsal: ${contest.title.en}` },
      opensAt: now - length - 60_000,
    },
  )
  const { slug, title, summary, opensAt, closesAt, rules } = moved
  return {
    ...{ ...row, slug, title, summary, opensAt, closesAt, rules },
    ...{ publicId: publicId(), sample: true, createdAt: now, publishedAt: opensAt, rehearsalOf: contest.id },
  }
}

/** What the real contest may draw, with keys. */
async function poolOf(rt: Runtime, contest: ContestRow, setIds: number[]): Promise<SampleQuestion[]> {
  const revisions = drawable(await currentRevisions(rt.storage.read, setIds), contest)
  const rights = new Map<number, number>()
  for (let i = 0; i < revisions.length; i += 500) {
    const ids = revisions.slice(i, i + 500).map(revision => revision.id)
    for (const { revisionId, right } of await rightsFor(rt.storage.read, ids)) rights.set(revisionId, right)
  }
  return revisions.map(({ id, kind, chapter, level, seconds, face }) => {
    return { revision: id, draft: { kind, chapter, level, seconds, face, right: rights.get(id) ?? 0 } }
  })
}

/** Some instant of the contest, by day; of a short one any. */
function instantOf({ opensAt, closesAt }: ContestRow, random: () => number): number {
  const length = closesAt - opensAt
  if (length < 2 * dayMs) return opensAt + Math.floor(random() * length)
  const day = Math.floor((random() * length) / dayMs)
  return Math.min(closesAt - 1, opensAt + day * dayMs + Math.round((hours.from + random() * hours.long) * 3_600_000))
}
