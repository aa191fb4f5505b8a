/** What GIFT, Moodle XML and QTI share: a question in rich text with marked options becomes an item, and back. */
import type { LocalText } from '../locale.ts'
import { truefalseOptions } from '../question/question.ts'
import { letterAt, truthOf } from './answer.ts'
import type { RichText } from './markup.ts'
import { type Item, kindNames } from './table.ts'

export const noText: LocalText = { zh: '', en: '' }

interface RichQuestion {
  number: number
  said: Item['said']
  question: RichText
  options: { rich: RichText; right: boolean }[]
  /** Whether several may be chosen. */
  several: boolean
  explanation: RichText | null
}

export function richItem({ number, said, question, options, several, explanation }: RichQuestion): Item {
  const truths = options.length === 2 ? options.map(({ rich }) => truthOf(rich.text.zh || rich.text.en)) : []
  const isTruth =
    truths.includes(true) && truths.includes(false) && (said.kind ?? kindNames.truefalse) === kindNames.truefalse
  const rights = options.flatMap(({ right }, at) => (right ? [at] : []))
  const kind = isTruth ? kindNames.truefalse : several ? kindNames.multiple : kindNames.single
  const answer = isTruth ? truthSaid(rights.map(at => truths[at])) : rights.map(letterAt).join('')
  const texts = [question, ...options.map(option => option.rich), ...(explanation ? [explanation] : [])]
  return {
    number,
    said: { kind, ...said, answer },
    scenario: question.scenario,
    stem: question.text,
    options: isTruth ? [] : options.map(({ rich }) => optionText(rich.text)),
    explanation: explanation?.text ?? noText,
    faults: [
      ...texts.flatMap(({ media }) => media).map(what => fault('media', { what })),
      ...texts.flatMap(({ lost }) => lost).map(what => fault('markup-lost', { what })),
    ],
  }
}

const truthSaid = (rights: (boolean | null | undefined)[]): string => {
  const [only] = rights
  return rights.length !== 1 || only === undefined || only === null ? '' : only ? '对' : '错'
}

/** An option that is a word in no language but English is still an option. */
const optionText = (text: LocalText): LocalText => (text.zh === '' ? { zh: text.en, en: text.en } : text)

export const fault = (code: Item['faults'][number]['code'], data: Record<string, string | number> = {}) => ({
  field: 'stem' as const,
  code,
  data,
})

/** A question of a kind that no paper can ask: named, with its text, so that it can be found. */
export const foreignItem = (number: number, said: Item['said'], stem: LocalText, kind: string): Item => ({
  number,
  said: { ...said, kind: kindNames.single, answer: '' },
  scenario: noText,
  stem,
  options: [],
  explanation: noText,
  faults: [{ field: 'kind', code: 'kind-foreign', data: { kind } }],
})

/** True or false has two options in formats that want them written. */
export const writtenOptions = (item: Item): { text: LocalText; right: boolean }[] => {
  const isTruth = item.said.kind === kindNames.truefalse
  const answer = item.said.answer ?? ''
  return (isTruth ? truefalseOptions : item.options).map((text, at) => ({
    text,
    right: isTruth ? (answer === '对') === (at === 0) : answer.includes(letterAt(at)),
  }))
}
