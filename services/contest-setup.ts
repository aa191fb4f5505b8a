/** Contests, for organizers: set up, copied, changed. */
import type { Allowed } from '#core/account/roles'
import { copyOf } from '#core/contest/copy'
import { phaseAt } from '#core/contest/phase'
import { type ContestDraft, changedFields, changeProblem, draftProblem } from '#core/contest/setup'
import { dayOf } from '#core/day'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireStaffContest } from '#core/wire-staff'
import { contestBySlug, insertContest, replaceContestSets } from '#db/contest'
import { updateContest } from '#db/contest-setup'
import { setsByPublicIds } from '#db/question-set'
import { type Db, isDuplicate } from '#db/storage'
import { record } from './audit.ts'
import { draftOf, wrongWith } from './contest-check.ts'
import { contestsChanged } from './contest-publish.ts'
import { contestForStaff } from './contest-view.ts'
import { fixTerms } from './prize-people.ts'
import { editionOn } from './region.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

type Organizer = Allowed<'contests.write'>

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
      if (row.publishedAt !== null) await noteChange(rt, tx, allowed, held, draft)
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

/** Two people published it, one changes it: the log says who, and what. */
async function noteChange(
  rt: Runtime,
  tx: Db,
  actor: Organizer,
  held: ContestDraft,
  draft: ContestDraft,
): Promise<void> {
  const fields = changedFields(held, draft)
  if (fields.length === 0) return
  const happened = { at: rt.clock.now(), actor, action: 'contest.changed', subject: `contest:${held.slug}` } as const
  await record(tx, { ...happened, detail: { fields: fields.join(' ') } })
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
