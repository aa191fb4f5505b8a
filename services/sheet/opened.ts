/** What an opened file is: sheets, whatever it was before. */
import type { SetHead } from '#core/bank/json'
import { type Sheet, sheetLimits } from '#core/bank/sheet'
import { type Item, sheetOfItems } from '#core/bank/table'
import { refuse } from './refused.ts'

export const formats = ['xlsx', 'csv', 'json', 'gift', 'moodle', 'qti', 'text'] as const
export type Format = (typeof formats)[number]

export interface Opened {
  format: Format
  sheets: Sheet[]
  /** What a set that was exported whole says of itself. */
  set: SetHead | null
}

export function asItems(format: Format, fileName: string, items: Item[]): Opened {
  if (items.length > sheetLimits.rows) refuse('file-too-complex', { rows: items.length })
  for (const item of items) checkItem(item, fileName)
  return { format, sheets: [sheetOfItems(fileName, apart(items))], set: null }
}

/** Programs write whole files in one line: then a question is known by how many stand before it. */
function apart(items: Item[]): Item[] {
  const isApart = new Set(items.map(item => item.number)).size === items.length
  return isApart ? items : items.map((item, at) => ({ ...item, number: at + 1 }))
}

function checkItem({ number, said, stem, scenario, explanation, options }: Item, sheet: string): void {
  const texts = [
    ...Object.values(said),
    ...[stem, scenario, explanation, ...options].flatMap(text => [text.zh, text.en]),
  ]
  if (texts.some(text => text.length > sheetLimits.characters)) refuse('file-text-long', { sheet, row: number })
}
