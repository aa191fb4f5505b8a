/** Practising with the handbook's own questions: no clock, the reason after each answer, and nothing that counts anywhere. */
import { isRight } from '#core/attempt/score'
import { type Locale, type LocalText, said } from '#core/locale'
import { orderOf } from '#core/paper/paper'
import type { Known } from '#core/practice/known'
import { afterAnswer, type PracticeCard } from '#core/practice/schedule'
import { chooseSession, type PracticeAsk } from '#core/practice/session'
import { optionsIn, severalAllowed } from '#core/question/question'
import { no, type Outcome, yes } from '#core/refusal'
import type { WirePracticed, WirePracticeQuestion, WirePracticeSession } from '#core/wire-learning'
import { openAttemptOf } from '#db/attempt'
import { lockedCard, putCards } from '#db/practice'
import type { Db } from '#db/storage'
import { type Explained, explained } from './explanation.ts'
import { facesFor, type Shown, secureRandom } from './paper.ts'
import { knownTo, notAfter } from './practice-cards.ts'
import { type PracticeQuestion, practisable } from './practice-questions.ts'
import type { Runtime } from './runtime.ts'
import type { SignedIn } from './session.ts'

/**
 * Ten questions, or fewer when there are no more.
 * @param who null for a guest, whose browser says what is `known`; an account's own cards decide for it
 * @returns refusal: practice-during-attempt
 */
export async function startPractice(
  rt: Runtime,
  who: SignedIn | null,
  ask: PracticeAsk,
  known: readonly ({ question: string } & Known)[],
  locale: Locale,
): Promise<Outcome<WirePracticeSession>> {
  const refused = who && (await duringAttempt(rt, rt.storage.read, who))
  if (refused) return refused
  const pool = await practisable(rt)
  const cards = who ? await knownTo(rt, who, pool) : new Map(known.map(card => [card.question, card]))
  const chosen = chooseSession(pool, cards, ask, rt.clock.now(), secureRandom)
  return yes({ questions: await shown(rt, chosen, locale) })
}

/** Whoever has a paper before them could look up its keys here: they finish it first. */
async function duringAttempt(rt: Runtime, from: Db, who: SignedIn) {
  const attempt = await openAttemptOf(from, who.account.id, rt.clock.now())
  return attempt === null ? null : no('practice-during-attempt', { attempt })
}

async function shown(
  rt: Runtime,
  chosen: readonly PracticeQuestion[],
  locale: Locale,
): Promise<WirePracticeQuestion[]> {
  const faces = await facesFor(
    rt,
    chosen.map(({ revision }) => revision),
  )
  return chosen.map(({ question, revision, number, kind, chapter }) => {
    const { face } = faces.get(revision) as Shown
    return {
      question,
      revision: number,
      chapter,
      kind,
      scenario: face.scenario && said(face.scenario, locale),
      stem: said(face.stem, locale),
      options: orderOf({ kind, options: face.options.length }, secureRandom).map(option => ({
        id: String(option),
        text: said(face.options[option] as LocalText, locale),
      })),
    }
  })
}

export interface PracticeAnswer {
  question: string
  /** The one that was shown: after a revision the options may be others. */
  revision: number
  /** Places of the chosen options in the file; none for "I do not know". */
  choice: number[]
  /** What a guest's browser keeps of the question. */
  card: PracticeCard | null
  /** A mistake that came back at the end of its session: it shows the reason again and leaves the schedule alone. */
  again: boolean
}

/**
 * Says at once whether an answer is right, and why, and when the question is due again.
 * @returns refusals: practice-during-attempt, not-found, choice-invalid (another revision, an unknown or a second option)
 */
export async function answerPractice(
  rt: Runtime,
  who: SignedIn | null,
  answer: PracticeAnswer,
  locale: Locale,
): Promise<Outcome<WirePracticed>> {
  const question = (await practisable(rt)).find(one => one.question === answer.question)
  if (!question) return no('not-found')
  const { face } = (await facesFor(rt, [question.revision])).get(question.revision) as Shown
  const choice = bitsOf(answer, question, face.options.length)
  if (choice === null) return no('choice-invalid')
  const { right, ...reason } = (await explained(rt, [question.revision], locale)).get(question.revision) as Explained
  const correct = isRight(right, choice)
  const card = await remember(rt, who, question.id, answer, correct)
  if (!card.ok) return card
  return yes({
    isRight: correct,
    right: optionsIn(right).map(String),
    ...reason,
    card: card.value,
    kept: who !== null,
  })
}

/** @returns the choice as a bit set, or null for one that the question does not have */
function bitsOf(answer: PracticeAnswer, question: PracticeQuestion, options: number): number | null {
  if (answer.revision !== question.number) return null
  if (answer.choice.length > 1 && !severalAllowed(question.kind)) return null
  if (answer.choice.some(option => option >= options)) return null
  return answer.choice.reduce((bits, option) => bits | (1 << option), 0)
}

/** The question's next card: stored for an account, handed back to a guest. */
async function remember(
  rt: Runtime,
  who: SignedIn | null,
  questionId: number,
  { card, again }: PracticeAnswer,
  correct: boolean,
): Promise<Outcome<PracticeCard | null>> {
  const now = rt.clock.now()
  if (!who) return yes(again ? card : afterAnswer(card && notAfter(card, now), correct, now))
  return rt.storage.atomically(async tx => {
    const refused = await duringAttempt(rt, tx, who)
    if (refused) return refused
    const held = await lockedCard(tx, who.account.id, questionId)
    if (again) return yes(held)
    const next = afterAnswer(held, correct, now)
    await putCards(tx, who.account.id, [{ questionId, card: next }])
    return yes(next)
  })
}
