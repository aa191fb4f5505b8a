/** What is held back because an article it cites has been amended and nobody has reviewed it yet. */
import { holding } from '#core/bank/amendment'
import type { Source } from '#core/question/question'
import { allAmendments, allReviews, citingQuestions } from '#db/amendment'
import { allEntries } from '#db/handbook'
import type { Db } from '#db/storage'
import { forAMoment } from './memory.ts'
import type { Runtime } from './runtime.ts'

export interface HeldBack {
  /** Ids of questions. */
  questions: ReadonlySet<number>
  /** Ids of entries. */
  entries: ReadonlySet<string>
}

const nothing: HeldBack = { questions: new Set(), entries: new Set() }

/** @param lastDay 'YYYY-MM-DD', the last day on which things would be used */
export const heldBack = (rt: Runtime, lastDay: string): Promise<HeldBack> =>
  forAMoment(rt, `held back ${lastDay}`, 2000, () => heldBackIn(rt.storage.read, lastDay))

/** The same, read at once: for decisions that are made within a unit of writing. */
export async function heldBackIn(db: Db, lastDay: string): Promise<HeldBack> {
  const amendments = (await allAmendments(db)).filter(({ inForce }) => inForce <= lastDay)
  if (amendments.length === 0) return nothing
  // One after the other: a transaction has one connection.
  const reviews = await allReviews(db)
  const questions = await citingQuestions(db)
  const entries = await allEntries(db)
  const reviewed = new Set(
    reviews.map(({ amendmentId, subject, subjectId }) => `${amendmentId} ${subject} ${subjectId}`),
  )
  const isHeld = (subject: 'entry' | 'question', id: string, sources: readonly Source[]) =>
    holding(amendments, sources, ({ id: amendment }) => reviewed.has(`${amendment} ${subject} ${id}`), lastDay).length >
    0
  return {
    questions: new Set(
      questions.filter(({ publicId, sources }) => isHeld('question', publicId, sources)).map(({ id }) => id),
    ),
    entries: new Set(
      entries
        .filter(({ id, versions }) => {
          const sources = versions.flatMap(version => version.sources)
          return isHeld('entry', id, sources)
        })
        .map(({ id }) => id),
    ),
  }
}
