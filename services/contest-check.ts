/** A contest held against its rules and its sets. */
import { type ContestDraft, draftProblem, drawable, publishProblem } from '#core/contest/setup'
import { dayOf } from '#core/day'
import { shortages } from '#core/paper/blueprint'
import { no } from '#core/refusal'
import { type ContestRow, currentRevisions, setsOfContest } from '#db/contest'
import type { Db } from '#db/storage'
import { type HeldBack, heldBackIn } from './held-back.ts'

/** @returns what stands in the way of keeping it, or, once it is published, of publishing it; null: nothing */
export async function wrongWith(db: Db, draft: ContestDraft, sets: { id: number }[], published: boolean, now: number) {
  if (!published) return draftProblem(draft, now)
  const found = { ...draft, sets: draft.sets.slice(0, sets.length) }
  const held = await heldBackIn(db, lastDayOf(draft))
  const pool = await poolOf(db, draft, sets, held)
  const [short] = shortages(pool, draft.rules.paper.blueprint)
  const problem = publishProblem(found, pool.length, now)
  if (problem || !short) return problem
  return shortOf(short, 'rules.paper.blueprint')
}

/** @returns pool-too-small or blueprint-short when too few questions hold until the contest closes; null: enough do */
export async function tooFewFor(db: Db, contest: ContestRow) {
  const pool = await poolOf(db, contest, await setsOfContest(db, contest.id), await heldBackIn(db, lastDayOf(contest)))
  const { total: needed, blueprint } = contest.rules.paper
  if (pool.length < needed) return no('pool-too-small', { where: 'closesAt', available: pool.length, needed })
  const [short] = shortages(pool, blueprint)
  return short ? shortOf(short, 'closesAt') : null
}

const shortOf = ({ cell, have }: ReturnType<typeof shortages>[number], where: string) =>
  no('blueprint-short', {
    ...{ where, need: cell.count, have },
    ...(cell.chapter !== null && { chapter: cell.chapter }),
    ...(cell.kind !== null && { kind: cell.kind }),
    ...(cell.level !== null && { level: cell.level }),
  })

export const lastDayOf = (contest: { closesAt: number }): string => dayOf(contest.closesAt - 1)

/** The questions that may be drawn: what is held back is not among them, as in services/paper.ts. */
export async function poolOf(
  db: Db,
  contest: { opensAt: number; closesAt: number },
  sets: { id: number }[],
  held: HeldBack,
) {
  const revisions = await currentRevisions(
    db,
    sets.map(set => set.id),
  )
  return drawable(revisions, contest).filter(({ question }) => !held.questions.has(question))
}

export async function draftOf(db: Db, row: ContestRow): Promise<ContestDraft> {
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
