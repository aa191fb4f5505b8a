/** Taking a whole batch back, as long as none of it has been on a paper. */
import type { Allowed } from '#core/account/roles'
import { drawable } from '#core/contest/setup'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireBatch } from '#core/wire-import'
import { importsPage, papersAfter } from '#db/bank-read'
import { currentRevisions } from '#db/contest'
import { actByPublicId, lockBank, putBack, stepsOf } from '#db/question-act'
import { hideEmptySet, importByPublicId, markUndone, setAside } from '#db/question-batch'
import { contestsWith } from '#db/set-edit'
import type { Db } from '#db/storage'
import { forgetMoments } from './memory.ts'
import type { Runtime } from './runtime.ts'

/** Batches of all sets, the newest first. @param page from 1 */
export async function listBatches(
  rt: Runtime,
  _allowed: Allowed<'questions.write'>,
  page: number,
): Promise<{ batches: WireBatch[]; more: boolean }> {
  const rows = await importsPage(rt.storage.read, batchesAPage + 1, (page - 1) * batchesAPage)
  const batches = rows.slice(0, batchesAPage).map(({ publicId, setHidden, set, ...row }) => ({
    ...row,
    id: publicId ?? '',
    set: setHidden === null ? set : null,
    by: row.by ?? '',
  }))
  return { batches, more: rows.length > batchesAPage }
}

const batchesAPage = 50

type Step = Awaited<ReturnType<typeof stepsOf>>[number]

/**
 * New questions are set aside, changed ones go back to what they were; a set that this batch made and that is empty
 * then is not shown any more.
 * @returns refusals: not-found, undone-already, batch-used (`count` questions have been on papers), batch-changed
 * (`count` questions have been revised since), batch-in-contest (`contest`, with its title, draws `count` of them or will)
 */
export async function undoBatch(
  rt: Runtime,
  allowed: Allowed<'questions.write'>,
  id: string,
): Promise<Outcome<{ count: number }>> {
  const undone = await rt.storage.atomically(async (tx): Promise<Outcome<{ count: number }>> => {
    await lockBank(tx)
    const batch = await importByPublicId(tx, id)
    const act = await actByPublicId(tx, id)
    if (!batch || !act || batch.finishedAt === null) return no('not-found')
    if (batch.undoneAt !== null) return no('undone-already')
    const steps = await stepsOf(tx, act.id)
    const changed = steps.filter(({ now, after }) => now.head !== after.head)
    if (changed.length > 0) return no('batch-changed', { count: changed.length })
    const used = await onPapers(tx, steps)
    if (used > 0) return no('batch-used', { count: used })
    const drawn = await drawnFrom(tx, steps, rt.clock.now())
    if (drawn) return no('batch-in-contest', drawn)
    await setAside(tx, act.id)
    await putBack(
      tx,
      steps.flatMap(({ questionId, externalId, before, now }) =>
        before ? [{ questionId, externalId, before: now, after: before }] : [],
      ),
    )
    await markUndone(tx, batch, act.id, { undoneAt: rt.clock.now(), undoneBy: allowed.id })
    await hideEmptySet(tx, batch.setId, rt.clock.now())
    return yes({ count: steps.length })
  })
  if (undone.ok) {
    forgetMoments(rt)
    rt.pagesChanged()
  }
  return undone
}

/** How many of a batch's questions stand on papers: only what has been published can. */
async function onPapers(tx: Db, steps: readonly Step[]): Promise<number> {
  const heads = new Set(
    steps.filter(({ now, after }) => now.current === after.head || !isDraft(now)).map(one => one.after.head),
  )
  if (heads.size === 0) return 0
  const found = new Set<number>()
  for (const setId of new Set(steps.map(step => step.now.set)))
    for (let after = 0; ; ) {
      const papers = await papersAfter(tx, setId, after, 500)
      for (const { paper } of papers) for (const { revision } of paper) if (heads.has(revision)) found.add(revision)
      if (papers.length < 500) break
      after = papers.at(-1)?.id ?? 0
    }
  return found.size
}

/**
 * The first published contest, not over, that may draw what this batch brought. @returns its address and title, and how
 * many questions; null: none
 */
async function drawnFrom(tx: Db, steps: readonly Step[], now: number) {
  const brought = new Set(steps.filter(step => step.now.current === step.after.head).map(step => step.after.head))
  if (brought.size === 0) return null
  for (const setId of new Set(steps.map(step => step.now.set))) {
    const running = (await contestsWith(tx, setId)).filter(one => one.publishedAt !== null && now < one.closesAt)
    if (running.length === 0) continue
    const revisions = (await currentRevisions(tx, [setId])).filter(({ id }) => brought.has(id))
    for (const contest of running) {
      const count = drawable(revisions, contest).length
      if (count > 0) return { contest: contest.slug, ...contest.title, count }
    }
  }
  return null
}

const isDraft = ({ state, current }: Step['now']): boolean =>
  current === null && (state === 'draft' || state === 'waiting')
