/** The blueprint of a paper: how many questions of which chapter, kind and level; and whether a pool can fill it. */
import type { QuestionKind } from '../question/question.ts'
import type { Pooled } from './paper.ts'

/** Null: whichever. */
export interface Cell {
  chapter: number | null
  kind: QuestionKind | null
  level: number | null
  count: number
}

export interface Shortage {
  cell: Cell
  /** How many questions of the pool can go there when the other cells have theirs. */
  have: number
}

type Sorted = Pick<Pooled, 'chapter' | 'kind' | 'level'>

export const fits = (cell: Cell, question: Sorted): boolean =>
  (cell.chapter === null || cell.chapter === question.chapter) &&
  (cell.kind === null || cell.kind === question.kind) &&
  (cell.level === null || cell.level === question.level)

/** Where the rules name no cells: kinds in the pool's own proportions, each of them at least once. */
export function usualBlueprint(pool: readonly Sorted[], total: number): Cell[] {
  const kinds = [...Map.groupBy(pool, question => question.kind)].map(([kind, of]) => ({ kind, size: of.length }))
  if (kinds.length > total) return [{ chapter: null, kind: null, level: null, count: total }]
  const shares = kinds.map(({ kind, size }) => ({ kind, size, exact: (size / pool.length) * total, count: 0 }))
  for (const share of shares) share.count = Math.max(1, Math.floor(share.exact))
  for (let given = total - sum(shares); given !== 0; given = total - sum(shares)) {
    const able = shares.filter(share => (given > 0 ? share.count < share.size : share.count > 1))
    const next = able.reduce((a, b) => (want(b, given) > want(a, given) ? b : a), able[0] as (typeof able)[number])
    next.count += Math.sign(given)
  }
  return shares.map(({ kind, count }) => ({ chapter: null, kind, level: null, count }))
}

const sum = (shares: { count: number }[]) => shares.reduce((all, share) => all + share.count, 0)
const want = (share: { exact: number; count: number }, given: number) => (share.exact - share.count) * Math.sign(given)

/** @returns the cells that cannot be filled at once with the others; none when the pool is large enough */
export function shortages(pool: readonly Sorted[], cells: readonly Cell[]): Shortage[] {
  const filled = cells.map(() => 0)
  const holder = new Map<number, number>()
  for (const [at, cell] of cells.entries())
    for (let i = 0; i < cell.count && place(pool, cells, holder, at, new Set()); i++) filled[at] = i + 1
  return cells.flatMap((cell, at) => {
    const have = filled[at] as number
    return have < cell.count ? [{ cell, have }] : []
  })
}

const looser: readonly ((cell: Cell) => Cell)[] = [
  cell => ({ ...cell, level: null }),
  cell => ({ ...cell, level: null, chapter: null }),
  cell => ({ ...cell, level: null, chapter: null, kind: null }),
]

/**
 * Cells that the pool can fill for sure. Answers move levels and an amended article holds questions back while a contest
 * is open: then what is missing is taken from other levels, then other chapters, then other kinds; nobody is turned away.
 * @param pool at least as large as the paper
 */
export function fillable(pool: readonly Sorted[], cells: readonly Cell[]): Cell[] {
  let now = [...cells]
  for (const loosen of looser) {
    const short = new Map(shortages(pool, now).map(({ cell, have }) => [cell, have]))
    now = now.flatMap(cell => {
      const have = short.get(cell) ?? cell.count
      const kept = have > 0 ? [{ ...cell, count: have }] : []
      return have < cell.count ? [...kept, { ...loosen(cell), count: cell.count - have }] : [cell]
    })
  }
  return now
}

/**
 * Finds one more question for a cell, moving others to other questions where it must (Kuhn's augmenting paths).
 * @param holder which cell has which question, by its place in the pool
 */
function place(
  pool: readonly Sorted[],
  cells: readonly Cell[],
  holder: Map<number, number>,
  at: number,
  tried: Set<number>,
): boolean {
  const able = pool.flatMap((question, i) => (!tried.has(i) && fits(cells[at] as Cell, question) ? [i] : []))
  const free = able.find(i => !holder.has(i))
  if (free !== undefined) {
    holder.set(free, at)
    return true
  }
  for (const i of able) {
    if (tried.has(i)) continue
    tried.add(i)
    if (place(pool, cells, holder, holder.get(i) as number, tried)) {
      holder.set(i, at)
      return true
    }
  }
  return false
}
