/** What has changed between two revisions, word by word. */
import type { LocalText } from '../locale.ts'
import { optionsIn, type QuestionDraft } from './question.ts'

export interface Part {
  is: 'same' | 'gone' | 'new'
  text: string
}

export const changeFields = [
  'kind',
  'scenario',
  'stem',
  'option',
  'right',
  'explanation',
  'sources',
  'chapter',
  'entry',
  'level',
  'reason',
  'seconds',
  'validity',
] as const
export type ChangeField = (typeof changeFields)[number]

export interface Change {
  field: ChangeField
  /** Of an option, from 0. */
  option?: number
  /** Of a text in one language. */
  locale?: 'zh' | 'en'
  parts: Part[]
}

type Revised = Omit<QuestionDraft, 'externalId'>

/** @returns what differs, in the order in which a question is read */
export function changesBetween(before: Revised, after: Revised): Change[] {
  const options = Math.max(before.face.options.length, after.face.options.length)
  return [
    ...plain('kind', before.kind, after.kind),
    ...text('scenario', before.face.scenario, after.face.scenario),
    ...text('stem', before.face.stem, after.face.stem),
    ...Array.from({ length: options }, (_, at) =>
      text('option', before.face.options[at] ?? null, after.face.options[at] ?? null, at),
    ).flat(),
    ...plain('right', lettersOf(before.right), lettersOf(after.right)),
    ...text('explanation', before.explanation, after.explanation),
    ...plain('sources', cited(before), cited(after)),
    ...plain('chapter', said(before.chapter), said(after.chapter)),
    ...plain('entry', said(before.entryId), said(after.entryId)),
    ...plain('level', said(before.level), said(after.level)),
    ...text('reason', before.levelReason ?? null, after.levelReason ?? null),
    ...plain('seconds', said(before.seconds), said(after.seconds)),
    ...plain('validity', validity(before), validity(after)),
  ]
}

const said = (value: string | number | null): string => (value === null ? '' : String(value))
const lettersOf = (right: number): string =>
  optionsIn(right)
    .map(at => String.fromCharCode(65 + at))
    .join('')
const cited = ({ sources }: Revised): string =>
  sources.map(({ law, article, anchors }) => [`${law} ${article}`, ...anchors].join(' ')).join('; ')
const validity = ({ validFrom, validTo }: Revised): string =>
  validFrom || validTo ? `${validFrom ?? '…'} – ${validTo ?? '…'}` : ''

/** Values that are replaced as a whole. */
function plain(field: ChangeField, before: string, after: string): Change[] {
  if (before === after) return []
  const parts: Part[] = [
    { is: 'gone', text: before },
    { is: 'new', text: after },
  ]
  return [{ field, parts: parts.filter(part => part.text !== '') }]
}

function text(field: ChangeField, before: LocalText | null, after: LocalText | null, option?: number): Change[] {
  return (['zh', 'en'] as const).flatMap(locale => {
    const [a, b] = [before?.[locale] ?? '', after?.[locale] ?? '']
    return a === b ? [] : [{ field, locale, ...(option !== undefined && { option }), parts: wordDifference(a, b) }]
  })
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const wordsOf = (written: string): string[] => [...segmenter.segment(written)].map(({ segment }) => segment)

/** @returns the longest common words as 'same', what stands between them as 'gone' and 'new' */
export function wordDifference(before: string, after: string): Part[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const common = commonLengths(a, b)
  const parts: Part[] = []
  const add = (is: Part['is'], word: string) => {
    const last = parts.at(-1)
    if (last?.is === is) last.text += word
    else parts.push({ is, text: word })
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const row = i * (b.length + 1)
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', a[i++] as string)
      j++
    } else if (i < a.length && (j === b.length || at(common, row + b.length + 1 + j) >= at(common, row + j + 1)))
      add('gone', a[i++] as string)
    else add('new', b[j++] as string)
  }
  return parts
}

const at = (lengths: Uint16Array, index: number): number => lengths[index] ?? 0

/** Length of the longest common subsequence of the rest from (i, j): texts of at most 3,000 letters each. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const wide = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * wide)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * wide + j] =
        a[i] === b[j]
          ? at(lengths, (i + 1) * wide + j + 1) + 1
          : Math.max(at(lengths, (i + 1) * wide + j), at(lengths, i * wide + j + 1))
  return lengths
}
