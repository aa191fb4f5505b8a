/** The texts of practising and what is said with them. */
import type { WirePracticeQuestion } from '#core/wire-learning'
import type { Messages } from '#messages/zh'

export type Words = Messages['practice']

export function kindWord(words: Words, kind: WirePracticeQuestion['kind']): string {
  const every = {
    single: words.kindSingle,
    multiple: words.kindMultiple,
    truefalse: words.kindTruefalse,
    case: words.kindCase,
  } satisfies Record<WirePracticeQuestion['kind'], string>
  return every[kind]
}
