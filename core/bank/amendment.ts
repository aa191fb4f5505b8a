/** What an amended article touches, and until when it is held back. */
import type { Source } from '../question/question.ts'

/** Whether something rests on exactly this article: '219-1' is not '219'. */
export const cites = (sources: readonly Source[], law: string, article: string): boolean =>
  sources.some(source => source.law === law && source.article === article)

interface Amended {
  law: string
  article: string
  /** First day of the amended text. */
  inForce: string
}

/**
 * The amendments that hold something back on a day: it cites the article, the amended text applies by then, and nobody
 * has reviewed it. @param lastDay 'YYYY-MM-DD', the last day on which it would be used
 */
export const holding = <A extends Amended>(
  amendments: readonly A[],
  sources: readonly Source[],
  isReviewed: (amendment: A) => boolean,
  lastDay: string,
): A[] =>
  amendments.filter(
    amendment =>
      amendment.inForce <= lastDay && cites(sources, amendment.law, amendment.article) && !isReviewed(amendment),
  )
