/** Contests, for organizers: set up, check, publish, watch. */
import type { Allowed } from '#core/account/roles'
import { copyOf } from '#core/contest/copy'
import { phaseAt } from '#core/contest/phase'
import { type ContestDraft, changeProblem, draftProblem, drawable, publishProblem } from '#core/contest/setup'
import { dayOf } from '#core/day'
import { shortages } from '#core/paper/blueprint'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireStaffContest } from '#core/wire-staff'
import {
  allContests,
  type ContestRow,
  contestBySlug,
  currentRevisions,
  insertContest,
  participantCounts,
  replaceContestSets,
  setsOfContest,
} from '#db/contest'
import { attemptCounts, markPublished, updateContest } from '#db/contest-setup'
import { setsByPublicIds } from '#db/question-set'
import { type Db, isDuplicate } from '#db/storage'
import { approvalWaiting, canonical, propose } from './approval.ts'
import { type Happening, record, sha256 } from './audit.ts'
import { type HeldBack, heldBack, heldBackIn } from './held-back.ts'
import { forgetMoments } from './memory.ts'
import { fixTerms } from './prize-people.ts'
import { editionOn } from './region.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

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

/** Keeps a new contest as a draft. @returns refusals: invalid-request, contest-dates, slug-taken */
export async function createContest(
  rt: Runtime,
  allowed: Organizer,
  draft: ContestDraft,
): Promise<Outcome<WireStaffContest>> {
  const now = rt.clock.now()
  const wrong = draftProblem(draft, now)
  if (wrong) return wrong
  const edition = await editionOn(rt, dayOf(draft.opensAt))
  return unlessTaken(async () => {
    const made = await rt.storage.atomically(async tx => {
      if (await contestBySlug(tx, draft.slug)) return no('slug-taken', { where: 'slug' })
      const sets = await setsByPublicIds(tx, draft.sets)
      const row = { ...columnsOf(draft, edition), createdBy: allowed.id, createdAt: now }
      const fixed = { publicId: publicId(), sample: false, publishedAt: null }
      await insertContest(
        tx,
        { ...row, ...fixed },
        sets.map(set => set.id),
      )
      return yes(null)
    })
    return made.ok ? contestForStaff(rt, allowed, draft.slug) : made
  })
}

/**
 * A new draft with everything of another contest, its dates moved along.
 * @returns refusals: not-found, and those of createContest
 */
export async function copyContest(
  rt: Runtime,
  allowed: Organizer,
  slug: string,
  given: Parameters<typeof copyOf>[1],
): Promise<Outcome<WireStaffContest>> {
  const row = await contestBySlug(rt.storage.read, slug)
  return row ? createContest(rt, allowed, copyOf(await draftOf(rt.storage.read, row), given)) : no('not-found')
}

/**
 * Changes a contest. Once it is open only its words may change.
 * @returns refusals: those of createContest, contest-started, and for a published one those of proposePublishing
 */
export async function updateContestDraft(
  rt: Runtime,
  allowed: Organizer,
  slug: string,
  draft: ContestDraft,
): Promise<Outcome<WireStaffContest>> {
  const now = rt.clock.now()
  const edition = await editionOn(rt, dayOf(draft.opensAt))
  return unlessTaken(async () => {
    const changed = await rt.storage.atomically(async tx => {
      const row = await contestBySlug(tx, slug)
      if (!row) return no('not-found')
      const held = await draftOf(tx, row)
      const locked = changeProblem({ ...held, publishedAt: row.publishedAt }, draft, now)
      if (locked) return locked
      const open = phaseAt(row, now) === 'open' || phaseAt(row, now) === 'closed'
      const sets = await setsByPublicIds(tx, draft.sets)
      const wrong = open ? null : await wrongWith(tx, draft, sets, row.publishedAt !== null, now)
      if (wrong) return wrong
      if (draft.slug !== slug && (await contestBySlug(tx, draft.slug))) return no('slug-taken', { where: 'slug' })
      await updateContest(tx, row.id, columnsOf(draft, open ? row.edition : edition))
      if (!open && row.publishedAt !== null) await fixTerms(tx, row.id, draft.rules, now)
      if (!open)
        await replaceContestSets(
          tx,
          row.id,
          sets.map(set => set.id),
        )
      return yes(null)
    })
    if (!changed.ok) return changed
    contestsChanged(rt)
    return contestForStaff(rt, allowed, draft.slug)
  })
}

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

const publishable = async (tx: Db, row: ContestRow, now: number) =>
  wrongWith(tx, await draftOf(tx, row), await setsOfContest(tx, row.id), true, now)

const contentOf = async (tx: Db, row: ContestRow): Promise<string> => sha256(canonical(await draftOf(tx, row)))

/** What public pages show has changed. */
export function contestsChanged(rt: Runtime): void {
  forgetMoments(rt)
  rt.pagesChanged()
}

async function wrongWith(db: Db, draft: ContestDraft, sets: { id: number }[], published: boolean, now: number) {
  if (!published) return draftProblem(draft, now)
  const found = { ...draft, sets: draft.sets.slice(0, sets.length) }
  const held = await heldBackIn(db, lastDayOf(draft))
  const pool = await poolOf(db, draft, sets, held)
  const [short] = shortages(pool, draft.rules.paper.blueprint)
  const problem = publishProblem(found, pool.length, now)
  if (problem || !short) return problem
  const { cell, have } = short
  return no('blueprint-short', {
    ...{ where: 'rules.paper.blueprint', need: cell.count, have },
    ...(cell.chapter !== null && { chapter: cell.chapter }),
    ...(cell.kind !== null && { kind: cell.kind }),
    ...(cell.level !== null && { level: cell.level }),
  })
}

const lastDayOf = (contest: { closesAt: number }): string => dayOf(contest.closesAt - 1)

/** The questions that may be drawn: what is held back is not among them, as in services/paper.ts. */
async function poolOf(db: Db, contest: { opensAt: number; closesAt: number }, sets: { id: number }[], held: HeldBack) {
  const revisions = await currentRevisions(
    db,
    sets.map(set => set.id),
  )
  return drawable(revisions, contest).filter(({ question }) => !held.questions.has(question))
}

async function draftOf(db: Db, row: ContestRow): Promise<ContestDraft> {
  const { slug, title, summary, opensAt, closesAt, rules } = row
  return {
    slug,
    title,
    summary,
    opensAt,
    closesAt,
    rules,
    sets: (await setsOfContest(db, row.id)).map(set => set.publicId),
  }
}

const columnsOf = ({ slug, title, summary, opensAt, closesAt, rules }: ContestDraft, edition: string) => {
  return { slug, title, summary, opensAt, closesAt, rules, edition }
}

/** Two organizers may choose the same address at once: the index decides. */
async function unlessTaken<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work()
  } catch (error) {
    if (isDuplicate(error)) return no('slug-taken', { where: 'slug' })
    throw error
  }
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
