/** How fast and how evenly somebody answered. */
import { correlation } from './correlation.ts'
import type { Suspicion, Trace } from './trace.ts'

/**
 * The least time in which a stem can be taken in and an option be tapped: 0.5 s, and 15 ms a letter, four times the
 * speed of quick readers of Chinese (about 15 letters a second). Those who know a question by its first words stay above.
 */
export const leastMs = (letters: number): number => 500 + 15 * letters

/** Fewer answers than this tell nothing of somebody's pace. */
const fewest = 8
/** People's times scatter by half of their mean and more; a program's delay by less than this. */
const even = { doubtful: 0.3, certain: 0.2 }
/** Above this mean the machine would be no faster than people: milliseconds. */
const unhurried = 8_000

/** @returns what is odd about the pace of an attempt; careless clicking that earns nothing is not */
export function paceOf(trace: Trace): Suspicion[] {
  const timed = intervalsOf(trace)
  if (timed.length < fewest) return []
  const found: Suspicion[] = []
  const quick = timed.filter(({ ms, letters }) => ms < leastMs(letters)).length
  const rightShare = trace.answers.filter(answer => answer.right).length / trace.answers.length
  if (quick >= timed.length / 2 && rightShare >= 0.5)
    found.push({ code: 'too-fast', weight: 4, answers: quick, of: timed.length })
  const { mean, spread } = spreadOf(timed.map(({ ms }) => ms))
  if (mean < unhurried && rightShare >= 0.85 && spread < even.doubtful) {
    const certain = spread < even.certain || !followsLength(timed)
    found.push({ code: 'too-even', weight: certain ? 4 : 2, spread: Math.round(spread * 100) / 100 })
  }
  return found
}

/** Time between one saved answer and the next, in the order in which they were saved. */
export function intervalsOf(trace: Trace): { ms: number; letters: number }[] {
  const saved = trace.answers
    .flatMap(({ savedAt, letters }) => (savedAt === null ? [] : [{ savedAt, letters }]))
    .sort((a, b) => a.savedAt - b.savedAt)
  return saved.map(({ savedAt, letters }, i) => ({ ms: savedAt - (saved[i - 1]?.savedAt ?? trace.startedAt), letters }))
}

/** Whoever reads takes longer for what is longer. */
const followsLength = (timed: readonly { ms: number; letters: number }[]): boolean =>
  correlation(
    timed.map(({ letters }) => letters),
    timed.map(({ ms }) => ms),
  ) > 0.3

/** Mean, and standard deviation as a share of it. */
function spreadOf(values: readonly number[]): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return { mean, spread: mean > 0 ? Math.sqrt(variance) / mean : 0 }
}
