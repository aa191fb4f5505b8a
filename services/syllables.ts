/** Pinyin for searching and for order, worked out when something is written. */
import { pinyin } from 'pinyin-pro'

/** @returns a syllable without tone for each letter (UTF-16 unit) of the text, '' where there is none; ü is v */
export function syllablesOf(text: string): string[] {
  const spelled = pinyin(text, { type: 'array', toneType: 'none', nonZh: 'spaced', v: true })
  const letters = [...text]
  // Should the library ever count letters otherwise, nothing is better than something beside it.
  if (spelled.length !== letters.length) return letters.flatMap(letter => Array<string>(letter.length).fill(''))
  return letters.flatMap((letter, i) => {
    const syllable = /\p{Script=Han}/u.test(letter) ? (spelled[i] ?? '') : ''
    return [syllable, ...Array<string>(letter.length - 1).fill('')]
  })
}
