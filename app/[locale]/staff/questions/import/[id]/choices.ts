import { letterAt } from '#core/bank/answer'
import { fields, optionColumns } from '#core/bank/columns'
import type { Messages } from '#messages/zh'

/** Fields that may have an English column of their own. */
const bilingual = ['scenario', 'stem', 'options', 'explanation', 'reason'] as const

/** Everything that a column of a foreign sheet may hold, with its name: what is needed first, English last. */
export function choicesOf(text: Messages['imports']): { value: string; label: string }[] {
  const options = Array.from({ length: optionColumns }, (_, option) => ({
    value: `option ${option}`,
    label: text.option(letterAt(option)),
  }))
  const first = ['stem', 'answer'] as const
  const others = fields.filter(field => field !== 'stem' && field !== 'answer')
  const named = (field: (typeof fields)[number]) => ({ value: field as string, label: text.fields[field] })
  const chinese = [...first.map(named), ...options, ...others.map(named)]
  const english = [...bilingual.map(named), ...options]
  return [...chinese, ...english.map(({ value, label }) => ({ value: `${value}/en`, label: text.inEnglish(label) }))]
}
