/** What a board of districts or organisations says of each of them. */
import { count } from '#app/format'
import type { WireGroupRow } from '#core/wire'
import type { BoardParts } from './shared.ts'

interface Column {
  heading: string
  cell(row: WireGroupRow): string
  /** What places are compared by: its likely range stands below it where there is no room beside it. */
  range: boolean
}

/** The numbers of a board of groups, in order. */
export function columnsOf({ board, words }: BoardParts): Column[] {
  const hidden = words.fewShort
  const rate = (row: WireGroupRow, value: number | null) =>
    row.participants === 0 ? '–' : (value?.toFixed(2) ?? hidden)
  const people = (row: WireGroupRow) => (row.participants === null ? hidden : count(row.participants))
  const mean = (row: WireGroupRow) => row.mean?.toFixed(1) ?? (row.participants === 0 ? '–' : hidden)
  const counted: Column = { heading: words.people, cell: people, range: false }
  const scored: Column = { heading: words.mean, cell: mean, range: board.view === 'mean' }
  if (board.by === 'organisation') return [counted, { ...scored, range: false }]
  const grown = { heading: words.growth, cell: (row: WireGroupRow) => rate(row, row.growth), range: true }
  return [
    counted,
    {
      heading: words.rate,
      cell: row => rate(row, row.perTenThousand),
      range: (board.view ?? 'participation') === 'participation',
    },
    ...(board.view === 'growth' ? [grown] : []),
    scored,
  ]
}

/** Between which values the true one probably lies. */
export function rangeOf({ board }: BoardParts, { low, high }: WireGroupRow): string {
  const digits = board.view === 'mean' ? 1 : 2
  return low === null || high === null ? '–' : `${low.toFixed(digits)} – ${high.toFixed(digits)}`
}
