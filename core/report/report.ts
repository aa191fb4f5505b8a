/** The report at the end of a contest: figures as tables, each with what was asked for it. */

export const sectionKeys = [
  'totals',
  'days',
  'hours',
  'regions',
  'organisations',
  'scores',
  'missed',
  'missedByRegion',
  'draws',
  'winners',
  'activities',
] as const
export type SectionKey = (typeof sectionKeys)[number]

export interface ReportSection {
  key: SectionKey
  title: string
  /** What was counted, from which table, by which filter: so that anybody can count again. */
  query: { counted: string; table: string; filter: string }
  /** The same as it was asked of the database; none for what is a list and no figure. */
  statements: string[]
  columns: { name: string; number: boolean }[]
  rows: string[][]
  /** For each row, its share of the greatest: 0 to 1. Empty where lengths would say nothing. */
  bars: number[]
  empty: string
}

export interface ReportPicture {
  id: string
  alt: string
  title: string
  illustration: boolean
}

export interface Report {
  slug: string
  title: string
  sample: boolean
  /** Epoch milliseconds. */
  asOf: number
  sections: ReportSection[]
  pictures: ReportPicture[]
}

/** Fewer people than this are not told apart. */
export const fewest = 5
/** Entries are only compared over the whole city with at least this many answers. */
export const enoughAnswers = 30

/** @returns ten bands of equal width, the last one closed, with how many lie in each */
export function bandsOf(
  scores: ReadonlyMap<number, number>,
  maximum: number,
): { from: number; to: number; n: number }[] {
  const width = Math.max(1, Math.ceil(maximum / 10))
  const bands = Array.from({ length: Math.max(1, Math.ceil(maximum / width)) }, (_, i) => ({
    from: i * width,
    to: Math.min(maximum, (i + 1) * width - 1),
    n: 0,
  }))
  const last = bands.at(-1)
  if (last) last.to = maximum
  for (const [score, n] of scores) {
    const band = bands[Math.min(bands.length - 1, Math.floor(score / width))]
    if (band) band.n += n
  }
  return bands
}
