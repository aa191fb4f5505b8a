/** Answers that stand in the question itself: 期限是（ B ）。 · 商标可以续展。（√） */
import { lettersOf, truthOf, withLetters } from './answer.ts'

export const inlineAnswer =
  /[（(]\s*(?:[A-HＡ-Ｈ](?:[、,，\s]?[A-HＡ-Ｈ]){0,7}|[①-⑧](?:[、,，\s]?[①-⑧]){0,7}|√|×|✓|✗|对|错|正确|错误)\s*[)）]/

interface Told {
  stem: string
  answer: string
  /** Brackets that people will read though they look like an answer: another one counts, or nobody knows which of several. */
  shown: string
}

/** What stands in the last such brackets is the answer where there is no other; where it is the same, nobody is to read it. */
export function withoutAnswer(stem: string, answer: string): Told {
  const all = [...stem.matchAll(new RegExp(inlineAnswer, 'g'))]
  const found = all.at(-1)
  if (!found) return { stem, answer, shown: '' }
  const said = found[0].replace(/[（()）\s]/g, '')
  if (answer !== '' && (all.length > 1 || !areSame(said, answer)))
    return { stem, answer, shown: areAlike(said, answer) ? found[0] : '' }
  const before = stem.slice(0, found.index)
  const after = stem.slice(found.index + found[0].length)
  const isTruth = truthOf(said) !== null && lettersOf(said) === null
  return { stem: isTruth ? `${before}${after}`.trim() : `${before}（　）${after}`, answer: answer || said, shown: '' }
}

const bitsOf = (answer: string): number | null => lettersOf(withLetters(answer))

const areSame = (one: string, other: string): boolean =>
  bitsOf(one) === null ? truthOf(one) !== null && truthOf(one) === truthOf(other) : bitsOf(one) === bitsOf(other)

/** Both letters, or both words of truth: （正确） in a question that asks for a letter is a word of it. */
const areAlike = (one: string, other: string): boolean => (bitsOf(one) === null) === (bitsOf(other) === null)
