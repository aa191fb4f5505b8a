/** What is held back because an article it cites has been amended and nobody has reviewed it yet. */
import { holding } from '#core/bank/amendment'
import { allAmendments, allReviews, citingQuestions } from '#db/amendment'
import { allEntries } from '#db/handbook'
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
  forAMoment(rt, `held back ${lastDay}`, 2000, async () => {
    const db = rt.storage.read
    const amendments = (await allAmendments(db)).filter(({ inForce }) => inForce <= lastDay)
    if (amendments.length === 0) return nothing
    const [reviews, questions, entries] = await Promise.all([allReviews(db), citingQuestions(db), allEntries(db)])
    const reviewed = new Set(
      reviews.map(({ amendmentId, subject, subjectId }) => `${amendmentId} ${subject} ${subjectId}`),
    )
    const isHeld = (subject: 'entry' | 'question', id: string, sources: (typeof questions)[number]['sources']) =>
      holding(amendments, sources, ({ id: amendment }) => reviewed.has(`${amendment} ${subject} ${id}`), lastDay)
        .length > 0
    return {
      questions: new Set(
        questions.filter(({ publicId, sources }) => isHeld('question', publicId, sources)).map(({ id }) => id),
      ),
      entries: new Set(
        entries
          .filter(({ id, versions }) =>
            isHeld(
              'entry',
              id,
              versions.flatMap(({ sources }) => sources),
            ),
          )
          .map(({ id }) => id),
      ),
    }
  })
