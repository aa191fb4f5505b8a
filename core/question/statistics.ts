/**
 * What answers say of questions, added up paper by paper so that any number of papers can be gone through.
 *
 * Facility: mean share of the points. Discrimination: correlation between the share got here and the share got on the
 * rest of the same paper (point-biserial where an answer is right or wrong). The rest is taken as a share of its own
 * maximum, so that papers with different questions can be laid beside each other.
 */

/** One question on one person's finished paper. */
export interface Met {
  revision: number
  /** Options of its face. */
  options: number
  /** Share of its points, 0 to 1. */
  gained: number
  /** Its points. */
  worth: number
  /** Chosen options as a bit set; 0: unanswered. */
  choice: number
  /** Time it took; null where that cannot be told. */
  ms: number | null
  /** Whether the person meets it for the first time in this contest: later meetings are not counted. */
  first: boolean
}

interface Sums {
  shown: number
  answered: number
  right: number
  gained: number
  gainedSquared: number
  rest: number
  restSquared: number
  product: number
  choices: number[]
  /** How many took so many tenths of a second. */
  tenths: Map<number, number>
}

export type ItemSums = Map<number, Sums>

export interface ItemFigures {
  revision: number
  shown: number
  answered: number
  right: number
  /** 0 to 1. */
  facility: number
  /** -1 to 1; null where one of the two does not vary. */
  discrimination: number | null
  /** How often each option was chosen. */
  choices: number[]
  timed: number
  meanMs: number
  medianMs: number
}

/** Fewer people than this say little: figures are shown as such. */
export const fewPeople = 30

/** Adds one paper. */
export function addPaper(sums: ItemSums, paper: readonly Met[]): void {
  const all = paper.reduce((sum, met) => sum + met.gained * met.worth, 0)
  const maximum = paper.reduce((sum, met) => sum + met.worth, 0)
  for (const met of paper) {
    if (!met.first) continue
    const others = maximum - met.worth
    addMeeting(sumsFor(sums, met), met, others === 0 ? 0 : (all - met.gained * met.worth) / others)
  }
}

function sumsFor(sums: ItemSums, { revision, options }: Met): Sums {
  const found = sums.get(revision)
  if (found) return found
  const nothing = { shown: 0, answered: 0, right: 0, gained: 0, gainedSquared: 0, rest: 0, restSquared: 0, product: 0 }
  const made = { ...nothing, choices: new Array<number>(options).fill(0), tenths: new Map<number, number>() }
  sums.set(revision, made)
  return made
}

function addMeeting(sum: Sums, { gained, choice, ms }: Met, rest: number): void {
  sum.shown++
  if (choice !== 0) sum.answered++
  if (gained === 1) sum.right++
  sum.gained += gained
  sum.gainedSquared += gained * gained
  sum.rest += rest
  sum.restSquared += rest * rest
  sum.product += gained * rest
  for (let option = 0; option < sum.choices.length; option++)
    if (choice & (1 << option)) sum.choices[option] = (sum.choices[option] as number) + 1
  if (ms === null) return
  const tenth = Math.round(ms / 100)
  sum.tenths.set(tenth, (sum.tenths.get(tenth) ?? 0) + 1)
}

export const itemFigures = (sums: ItemSums): ItemFigures[] =>
  [...sums].map(([revision, sum]) => figuresOf(revision, sum))

function figuresOf(revision: number, sum: Sums): ItemFigures {
  const { shown, answered, right, choices } = sum
  const covariance = sum.product / shown - (sum.gained / shown) * (sum.rest / shown)
  const spread = Math.sqrt(variance(sum.gained, sum.gainedSquared, shown) * variance(sum.rest, sum.restSquared, shown))
  return {
    ...{ revision, shown, answered, right, choices },
    facility: sum.gained / shown,
    discrimination: spread > 1e-9 ? covariance / spread : null,
    ...timesOf(sum.tenths),
  }
}

/** Of the people themselves, not of those they might stand for. */
const variance = (sum: number, squares: number, n: number): number => Math.max(0, squares / n - (sum / n) ** 2)

function timesOf(tenths: Map<number, number>): { timed: number; meanMs: number; medianMs: number } {
  const sorted = [...tenths].sort(([a], [b]) => a - b)
  const timed = sorted.reduce((sum, [, n]) => sum + n, 0)
  if (timed === 0) return { timed, meanMs: 0, medianMs: 0 }
  const meanMs = Math.round((sorted.reduce((sum, [tenth, n]) => sum + tenth * n, 0) * 100) / timed)
  const [below, above] = [at(sorted, Math.ceil(timed / 2)), at(sorted, Math.floor(timed / 2) + 1)]
  return { timed, meanMs, medianMs: ((below + above) / 2) * 100 }
}

/** The n-th smallest, counted from 1. */
function at(sorted: readonly [number, number][], n: number): number {
  let before = 0
  for (const [tenth, times] of sorted) {
    before += times
    if (before >= n) return tenth
  }
  return 0
}

/** Shorter gaps are answers that a phone sent together after it had no network; longer ones somebody who was away. */
const [shortest, longest] = [200, 600_000]

/**
 * Time per question: from the first save of the answer before it, or from the start, to its own first save.
 * @param saves position from 1 and instant of the first save @returns milliseconds by position
 */
export function timesBetween(
  startedAt: number,
  saves: readonly { position: number; at: number }[],
): Map<number, number> {
  const times = new Map<number, number>()
  let before = startedAt
  for (const { position, at } of [...saves].sort((a, b) => a.at - b.at || a.position - b.position)) {
    const ms = at - before
    if (ms >= shortest && ms <= longest) times.set(position, ms)
    before = at
  }
  return times
}
