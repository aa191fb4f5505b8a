/** The answer key that the rules promise: every question of a contest that is over, with what is right and why. */
import type { Locale } from '#core/locale'
import { said } from '#core/locale'
import type { WireReviewed } from '#core/wire'
import { type ContestRow, openContestsWithSetsOf } from '#db/contest'
import { publishedRow } from './contest.ts'
import { type Explained, explained } from './explanation.ts'
import { facesFor, poolOf, type Shown } from './paper.ts'
import { isSettled } from './prize-people.ts'
import type { Runtime } from './runtime.ts'

export type KeyQuestion = Pick<
  WireReviewed,
  'position' | 'kind' | 'scenario' | 'stem' | 'options' | 'explanation' | 'sources'
>

export interface AnswerKey {
  questions: KeyQuestion[]
  page: number
  pages: number
}

const pageSize = 20

/** Whether the key is public: promised, all papers in, and no other contest still asks from the same sets. */
async function isKeyPublic(rt: Runtime, contest: ContestRow): Promise<boolean> {
  const now = rt.clock.now()
  if (!contest.rules.publicity.answerKey) return false
  const closesAt = contest.closesAt + contest.rules.clock.graceSeconds * 1000
  if (!(await isSettled(rt.storage.read, contest, { closesAt, holds: () => true }, now))) return false
  return !(await openContestsWithSetsOf(rt.storage.read, contest.id, now))
}

/** @param page from 1 @returns null while it is not public, and for a page that is not there */
export async function answerKey(rt: Runtime, slug: string, page: number, locale: Locale): Promise<AnswerKey | null> {
  const contest = await publishedRow(rt, slug)
  if (!contest || !(await isKeyPublic(rt, contest))) return null
  const all = (await poolOf(rt, contest)).map(({ revision }) => revision)
  const first = (page - 1) * pageSize
  const revisions = all.slice(first, first + pageSize)
  if (revisions.length === 0) return null
  const [faces, reasons] = await Promise.all([facesFor(rt, revisions), explained(rt, revisions, locale)])
  const questions = revisions.map((revision, i) => {
    const { face, kind } = faces.get(revision) as Shown
    const { right, explanation, sources } = reasons.get(revision) as Explained
    return {
      position: first + i + 1,
      kind,
      scenario: face.scenario && said(face.scenario, locale),
      stem: said(face.stem, locale),
      options: face.options.map((option, at) => {
        return { text: said(option, locale), chosen: false, right: (right & (1 << at)) !== 0 }
      }),
      ...{ explanation, sources },
    }
  })
  return { questions, page, pages: Math.ceil(all.length / pageSize) }
}
