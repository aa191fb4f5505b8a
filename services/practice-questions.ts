/** What may be practised: the handbook's own questions, as they hold today. */
import { holdsThroughout } from '#core/bank/entry'
import { dayOf } from '#core/day'
import type { LocalText } from '#core/locale'
import { fact } from '#db/meta'
import { questionsOfSet } from '#db/practice'
import { chaptersOf } from './handbook.ts'
import { heldBack } from './held-back.ts'
import { forAMoment } from './memory.ts'
import type { Runtime } from './runtime.ts'

export type PracticeQuestion = Awaited<ReturnType<typeof questionsOfSet>>[number]

/** The handbook's own questions that hold today, in the order of the book. Uploaded sets are never practised. */
export async function practisable(rt: Runtime): Promise<PracticeQuestion[]> {
  const today = dayOf(rt.clock.now())
  const held = await heldBack(rt, today)
  return (await handbookQuestions(rt)).filter(
    question => holdsThroughout(question, today, today) && !held.questions.has(question.id),
  )
}

export const handbookQuestions = (rt: Runtime): Promise<PracticeQuestion[]> =>
  forAMoment(rt, 'practice questions', 2000, async () => {
    const set = await fact(rt.storage.read, 'handbook set')
    const questions = set === null ? [] : await questionsOfSet(rt.storage.read, Number(set))
    return questions.sort((a, b) => a.question.localeCompare(b.question, 'en', { numeric: true }))
  })

export interface PracticeChapter {
  number: number
  slug: string
  name: LocalText
  questions: string[]
}

/** Chapters that have questions to practise, with the questions' numbers. */
export async function practiceChapters(rt: Runtime): Promise<PracticeChapter[]> {
  const [chapters, questions] = await Promise.all([chaptersOf(rt), practisable(rt)])
  const byChapter = Map.groupBy(questions, question => question.chapter)
  return chapters.flatMap(({ number, slug, name }) => {
    const own = byChapter.get(number)
    return own ? [{ number, slug, name, questions: own.map(({ question }) => question) }] : []
  })
}

/** How many questions one may practise with an entry today. */
export const practisableWith = async (rt: Runtime, entryId: string): Promise<number> =>
  (await practisable(rt)).filter(question => question.entry === entryId).length
