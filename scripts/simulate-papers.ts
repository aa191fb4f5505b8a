/**
 * `npm run simulate:papers`: draws 10,000 papers of 20 questions from the bank as the product does, and as many by plain
 * chance (20 different questions out of the same pool, each as likely as any other). Its last line is JSON: standard
 * deviations of expected score and time (`ratio` = plainSd / sd), use, overlap and time of a draw.
 */
import { join } from 'node:path'
import { holdsThroughout } from '#core/bank/entry'
import { usualRules } from '#core/contest/rules'
import { dayOf } from '#core/day'
import { expectedOf } from '#core/paper/difficulty'
import { drawPaper } from '#core/paper/draw'
import { type Pooled, shuffled } from '#core/paper/paper'
import { type PaperPlan, planOf } from '#core/paper/plan'
import { randomFrom, seededRandom } from '#core/random'
import { readBankFiles } from '#services/bank-files'

const papers = 10_000
const total = 20
/** Papers that are all exactly alike would be infinitely better than chance: JSON has no such number. */
const mostRatio = 1e6

const read = await readBankFiles(join(import.meta.dirname, '..', 'questions'))
if (!read.ok) {
  for (const { file, line, message } of read.problems) console.error(`${file}:${line} ${message}`)
  process.exit(1)
}
/** Questions that hold today. */
const pool = read.bank.drafts
  .filter(draft => holdsThroughout(draft, dayOf(Date.now()), dayOf(Date.now())))
  .map(({ kind, chapter, level, seconds, face }, i): Pooled => {
    const options = face.options.length
    return {
      question: i,
      revision: i,
      kind,
      chapter,
      options,
      ...expectedOf({ kind, options, level, seconds }, null),
    }
  })
const plan = planFor(pool)
const balanced = drawn(plan)
const random = seededRandom(2)
const plain = Array.from({ length: papers }, () => shuffled([...pool.keys()], random).slice(0, total))

const moved = planFor(answered(pool))
const movedPapers = drawn(moved).papers
const used = timesUsed(balanced.papers)
const result = {
  papers,
  pool: pool.length,
  total,
  score: compared(plan.gains, balanced.papers, plain),
  time: compared(plan.seconds, balanced.papers, plain),
  /** The same once answers have moved the estimates, each question its own way. */
  moved: {
    score: compared(moved.gains, movedPapers, plain),
    time: compared(moved.seconds, movedPapers, plain),
  },
  use: {
    /** Share of drawable questions that were used. */
    coverage: used.filter(times => times > 0).length / pool.length,
    /** Share of papers that the most used question is on, and what it would be if all were used alike. */
    largestShare: Math.max(...used) / papers,
    fairShare: total / pool.length,
    smallestShare: Math.min(...used) / papers,
    /** The largest share as a multiple of what is fair within its cell of the blueprint. */
    largestToFair: largestToFair(used),
  },
  /** Questions that two papers have in common, on average. */
  overlap: { mean: overlapOf(used), plainMean: overlapOf(timesUsed(plain)) },
  drawMs: { median: balanced.median, median1000: drawn(planFor(thousand(pool))).median },
}
console.log(
  `${papers} papers of ${total} questions out of ${pool.length}; a draw takes ${balanced.median.toFixed(4)} ms`,
)
console.log(JSON.stringify(result))

function planFor(pool: readonly Pooled[]): PaperPlan {
  const made = planOf(pool, { ...usualRules.paper, total })
  if (!made) throw new Error(`The bank holds ${pool.length} questions today: too few for a paper of ${total}`)
  return made
}

/** Each paper from a seed of its own, as each attempt has one. @returns places in the pool, and the median time in ms */
function drawn(plan: PaperPlan): { papers: number[][]; median: number } {
  const seed = new Uint8Array(16)
  const times: number[] = []
  const drawnPapers = Array.from({ length: papers }, (_, i) => {
    new DataView(seed.buffer).setUint32(0, i)
    const before = performance.now()
    const paper = drawPaper(plan, randomFrom(seed))
    times.push(performance.now() - before)
    return paper.map(slot => slot.revision)
  })
  return { papers: drawnPapers, median: times.sort((a, b) => a - b)[papers / 2] as number }
}

/** The bank once more, up to a thousand questions. */
function thousand(pool: readonly Pooled[]): Pooled[] {
  return Array.from({ length: 1000 }, (_, i) => ({ ...(pool[i % pool.length] as Pooled), question: i, revision: i }))
}

/** What a contest's first 300 answers to each question may do to its estimate: up to a quarter either way, and a third in time. */
function answered(pool: readonly Pooled[]): Pooled[] {
  const random = seededRandom(3)
  return pool.map(question => {
    const { kind, options, level, seconds, facility } = question
    const right = Math.min(0.98, Math.max(0.1, facility / 1000 + (random() - 0.5) / 2))
    const meanMs = seconds * 1000 * (1 + (random() - 0.5) / 1.5)
    const seen = { shown: 300, gained: 300 * right, timed: 300, timeMs: 300 * meanMs }
    return { ...question, ...expectedOf({ kind, options, level, seconds }, seen) }
  })
}

function largestToFair(used: readonly number[]): number {
  const ratios = plan.lines.flatMap(({ count, candidates }) =>
    [...candidates].map(i => (used[i] as number) / ((papers * count) / candidates.length)),
  )
  return Math.max(...ratios)
}

function compared(values: Float64Array, balanced: number[][], plain: number[][]) {
  const sd = deviation(balanced.map(paper => worth(values, paper)))
  const plainSd = deviation(plain.map(paper => worth(values, paper)))
  return { sd, plainSd, ratio: Math.min(mostRatio, plainSd / sd) }
}

function worth(values: Float64Array, paper: number[]): number {
  return paper.reduce((sum, i) => sum + (values[i] as number), 0)
}

function deviation(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

function timesUsed(drawn: number[][]): number[] {
  const times = pool.map(() => 0)
  for (const paper of drawn) for (const i of paper) times[i] = (times[i] ?? 0) + 1
  return times
}

/** Over all pairs of papers: a question on k of them is common to k(k-1)/2 pairs. */
function overlapOf(used: number[]): number {
  return used.reduce((sum, k) => sum + k * (k - 1), 0) / (papers * (papers - 1))
}
