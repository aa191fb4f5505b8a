/** What a question says, as one text to search in. */
import type { QuestionDraft } from './question.ts'

/** Lower case, one width of letters: what is typed and what is stored meet in this form. */
export const searchable = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Number, case, stem, options and explanation in both languages, a line each. */
export function wordsOf({ externalId, face, explanation }: Pick<QuestionDraft, 'externalId' | 'face' | 'explanation'>) {
  const texts = [face.scenario, face.stem, ...face.options, explanation].filter(text => text !== null)
  return searchable([externalId, ...texts.flatMap(({ zh, en }) => [zh, en])].join('\n'))
}
