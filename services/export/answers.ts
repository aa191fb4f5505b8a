/** Answers by item: one row for each question of each finished paper. */
import { said } from '#core/locale'
import type { ContestRow } from '#db/contest'
import { answersOf, finishedAfter } from '#db/export-rows'
import { rightsFor } from '#db/key'
import { facesFor } from '../paper.ts'
import type { Runtime } from '../runtime.ts'
import { inRegion, stamp } from './row.ts'
import type { Identify, Row, Wanted } from './rows.ts'

/** Papers read at once; each has some dozens of questions. */
const papersAtOnce = 50

export async function* answerRows(
  rt: Runtime,
  contest: ContestRow,
  { filter, locale }: Wanted,
  people: Identify,
): AsyncGenerator<Row[]> {
  const right = new Map<number, number>()
  let after = 0
  for (;;) {
    const page = await finishedAfter(rt.storage.read, contest, after, papersAtOnce)
    after = page.at(-1)?.id ?? after
    const papers = await people(page.filter(inRegion(filter)))
    const revisions = [...new Set(papers.flatMap(({ paper }) => paper.map(slot => slot.revision)))]
    const faces = await facesFor(rt, revisions)
    const missing = revisions.filter(id => !right.has(id))
    if (missing.length > 0)
      for (const key of await rightsFor(rt.storage.read, missing)) right.set(key.revisionId, key.right)
    const given = new Map(
      (papers.length > 0
        ? await answersOf(
            rt.storage.read,
            papers.map(({ id }) => id),
          )
        : []
      ).map(answer => [`${answer.attemptId} ${answer.position}`, answer]),
    )
    yield papers.flatMap(({ id, paper, attempt, shown }) =>
      paper.map(({ revision }, at): Row => {
        const answer = given.get(`${id} ${at + 1}`)
        const choice = answer?.choice ?? 0
        const face = faces.get(revision)?.face
        return {
          ...shown,
          ...{ number: id, attempt, position: at + 1, question: revision, choice: lettersOf(choice) },
          stem: face ? said(face.stem, locale) : '',
          right: choice === right.get(revision) ? 1 : 0,
          answeredAt: answer && choice !== 0 ? stamp(answer.savedAt) : null,
        }
      }),
    )
    if (page.length < papersAtOnce) return
  }
}

/** 0b0101 → 'AC': letters of the options as the bank holds them, whatever order the person saw. */
const lettersOf = (choice: number): string =>
  Array.from({ length: 8 }, (_, at) => ((choice >> at) & 1 ? String.fromCharCode(65 + at) : '')).join('')
