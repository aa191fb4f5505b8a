/** What a file shows as a whole: where its answers rest, and whether its keys give themselves away. */
import { problemAt } from './cells.ts'
import { biasedKeys, longestBias } from './check.ts'
import type { Problem } from './problem.ts'
import type { Reading } from './rows.ts'

export function wholeProblems({ tables, drafts }: Reading): Problem[] {
  const nowhere = tables
    .filter(({ header }) => !header.columns.fields.has('basis'))
    .map(({ sheet, header }) =>
      problemAt(sheet, header.columns.fields.get('explanation') ?? 0, rowOf(sheet, header), 'source-nowhere'),
    )
  return drafts.length === 0 ? nowhere : [...nowhere, ...biases({ tables, drafts })]
}

function biases({ tables, drafts }: Pick<Reading, 'tables' | 'drafts'>): Problem[] {
  const [first] = tables
  if (!first) return []
  const all = drafts.map(placed => placed.draft)
  const { positions, truths } = biasedKeys(all)
  const longest = longestBias(all)
  const row = rowOf(first.sheet, first.header)
  const at = first.header.columns.fields.get('answer') ?? 0
  return [
    ...positions.map(data => problemAt(first.sheet, at, row, 'key-position', data)),
    ...(truths ? [problemAt(first.sheet, at, row, 'key-truths', truths)] : []),
    ...(longest ? [problemAt(first.sheet, at, row, 'key-longest', longest)] : []),
  ]
}

const rowOf = (sheet: Reading['tables'][number]['sheet'], header: { at: number }): number =>
  sheet.rows[header.at]?.number ?? 1
