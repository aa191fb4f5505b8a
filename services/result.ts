/** What a finished attempt came to, and, when the rules allow it, why. */

import { isRightUnder } from '#core/attempt/regrade'
import { answersFrom as answersFromOf, scoreFrom } from '#core/contest/feedback'
import { type Locale, said } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireResult, WireReviewed } from '#core/wire'
import { type AnswerRow, answersOf } from '#db/answer'
import type { AttemptRow } from '#db/attempt'
import { isHeld } from '#db/board-act'
import { type ContestRow, contestById } from '#db/contest'
import { standingOf } from '#db/standing'
import { winsOfAttempt } from '#db/winner'
import { ownAttempt } from './attempt.ts'
import { rankOn } from './board-people.ts'
import { boardState } from './board-state.ts'
import { peopleIn } from './board-sums.ts'
import { correctionsOf } from './corrections.ts'
import { decisionsIn } from './decisions.ts'
import { type Explained, explained } from './explanation.ts'
import { finishedOf, shownOf } from './grade.ts'
import { facesFor, type Shown } from './paper.ts'
import { regionName } from './region.ts'
import type { Runtime } from './runtime.ts'
import type { SignedIn } from './session.ts'

/** @returns refusals: not-found (also for another person's attempt), attempt-unfinished */
export async function resultOf(
  rt: Runtime,
  who: SignedIn,
  attemptId: string,
  locale: Locale,
): Promise<Outcome<WireResult>> {
  const attempt = await ownAttempt(rt, who, attemptId)
  if (!attempt) return no('not-found')
  if (attempt.finishedAt === null) return no('attempt-unfinished')
  const contest = (await contestById(rt.storage.read, attempt.contestId)) as ContestRow
  const { startedAt, finishedAt } = attempt
  const answersFrom = answersFromOf(contest, { startedAt, finishedAt })
  const open = answersFrom !== null && answersFrom <= rt.clock.now()
  return yes({
    ...shownOf(contest, finishedOf(attempt), rt.clock.now()),
    attempt: attempt.publicId,
    contest: contest.slug,
    startedAt: attempt.startedAt,
    finishedBy: attempt.finishedBy ?? 'server',
    ...(await placeOf(rt, contest, attempt, locale)),
    won: (await winsOfAttempt(rt.storage.read, attempt.id)).flatMap(({ tierName, prize }) =>
      tierName && prize ? [{ tier: said(tierName, locale), prize: said(prize, locale) }] : [],
    ),
    answersFrom,
    corrections: await correctionsOf(rt, attempt, locale),
    review: open ? await reviewOf(rt, attempt, locale) : null,
  })
}

type PlaceInBoards = Pick<WireResult, 'rank' | 'rankWaits' | 'participants' | 'region'>

async function placeOf(rt: Runtime, contest: ContestRow, attempt: AttemptRow, locale: Locale): Promise<PlaceInBoards> {
  const everywhere = { contestId: contest.id, scope: 'whole' as const, region: null }
  const participants = await peopleIn(rt, contest.id, 'whole', null)
  const standing = await standingOf(rt.storage.read, contest.id, attempt.accountId)
  const isHidden = scoreFrom(contest, { finishedAt: attempt.finishedAt ?? 0 }) > rt.clock.now()
  const isRanked = !isHidden && contest.rules.feedback.rank
  const rankWaits = isRanked ? await whatRankWaitsFor(rt, contest, attempt.accountId) : null
  if (!isRanked || rankWaits || standing?.attemptId !== attempt.id)
    return { rank: null, rankWaits, participants, region: null }
  const rank = await rankOn(rt, contest, everywhere, standing.orderKey)
  const { region } = standing
  if (region === null) return { rank, rankWaits, participants, region: null }
  return {
    rank,
    rankWaits,
    participants,
    region: {
      slug: region,
      name: (await regionName(rt, contest.edition, region, locale)) ?? region,
      rank: await rankOn(rt, contest, { ...everywhere, region }, standing.orderKey),
      participants: await peopleIn(rt, contest.id, 'whole', region),
    },
  }
}

/** Nobody sees half of a reveal or of a regrade; whom the boards hold back is told with the reveal. */
async function whatRankWaitsFor(rt: Runtime, contest: ContestRow, accountId: number): Promise<WireResult['rankWaits']> {
  const { regrading, revealing } = await boardState(rt, contest)
  if (regrading) return 'regrade'
  return revealing || (await isHeld(rt.storage.read, contest.id, accountId)) ? 'reveal' : null
}

/** Question by question: what one chose, what is right, and why. */
async function reviewOf(rt: Runtime, attempt: AttemptRow, locale: Locale): Promise<WireReviewed[]> {
  const revisions = attempt.paper.map(slot => slot.revision)
  const [faces, reasons, answers] = await Promise.all([
    facesFor(rt, revisions),
    explained(rt, revisions, locale),
    answersOf(rt.storage.read, attempt.id),
  ])
  const decisions = await decisionsIn(rt.storage.read, attempt.contestId)
  const byPosition = new Map(answers.map((answer: AnswerRow) => [answer.position, answer.choice]))
  return attempt.paper.map((slot, index): WireReviewed => {
    const { face, chapter } = faces.get(slot.revision) as Shown
    const { right, explanation, sources, entry } = reasons.get(slot.revision) as Explained
    const choice = byPosition.get(index + 1) ?? 0
    const decision = decisions.get(slot.revision) ?? null
    return {
      position: index + 1,
      kind: slot.kind,
      chapter,
      scenario: face.scenario && said(face.scenario, locale),
      stem: said(face.stem, locale),
      options: slot.order.map(option => ({
        text: said(face.options[option] as { zh: string; en: string }, locale),
        chosen: (choice & (1 << option)) !== 0,
        right: (right & (1 << option)) !== 0,
      })),
      isRight: isRightUnder(decision, right, choice),
      decision: decision?.kind ?? null,
      answered: choice !== 0,
      explanation,
      sources,
      entry,
    }
  })
}
