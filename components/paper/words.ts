/** The paper's texts and what is said with them. */
import { partsOf } from '#core/attempt/countdown'
import { fill } from '#core/fill'
import type { WireQuestion } from '#core/wire'
import type { Messages } from '#messages/zh'

export type Words = Messages['paper']

const letters = 'ABCDEFGH'
/** @param index of the option on this paper, from 0 */
export const letter = (index: number): string => letters[index] ?? ''

export function kindWord(words: Words, kind: WireQuestion['kind']): string {
  const every = {
    single: words.kindSingle,
    multiple: words.kindMultiple,
    truefalse: words.kindTruefalse,
    case: words.kindCase,
  } satisfies Record<WireQuestion['kind'], string>
  return every[kind]
}

/** 还剩 3 分 20 秒. @param left ms */
export function leftInWords(words: Words, left: number): string {
  const { hours: h, minutes: m, seconds: s } = partsOf(left)
  return h ? fill(words.leftHours, { h, m, s }) : fill(words.left, { m, s })
}

/** What the countdown says at one of its marks. @param seconds 600, 300, 60 or 30 */
export function spokenMark(words: Words, seconds: number): string {
  if (seconds < 60) return fill(words.spokenSeconds, { n: seconds })
  return seconds === 60 ? words.spokenMinute : fill(words.spokenMinutes, { n: seconds / 60 })
}
