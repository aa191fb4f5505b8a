/** How far one is. Counts questions, never minutes or days in a row: nothing here rewards sitting longer. */
import { isDue, isMistake, type Known } from './known.ts'

export interface ChapterQuestions {
  number: number
  /** Numbers of its questions: '5.09-1'. */
  questions: readonly string[]
}

export interface Progress {
  due: number
  mistakes: number
  chapters: {
    number: number
    total: number
    /** Answered at least once. */
    met: number
    /** Right the last time. */
    known: number
  }[]
}

/** @param known by question; what is in no chapter any more does not count @param now epoch milliseconds */
export function progressOf(
  chapters: readonly ChapterQuestions[],
  known: ReadonlyMap<string, Known>,
  now: number,
): Progress {
  const progress: Progress = { due: 0, mistakes: 0, chapters: [] }
  for (const { number, questions } of chapters) {
    const met = questions.flatMap(question => known.get(question) ?? [])
    progress.due += met.filter(card => isDue(card, now)).length
    progress.mistakes += met.filter(isMistake).length
    const right = met.filter(card => card.rightInARow > 0).length
    progress.chapters.push({ number, total: questions.length, met: met.length, known: right })
  }
  return progress
}
