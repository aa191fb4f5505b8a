/**
 * One person's paper out of a plan. Each cell is drawn in even stretches of its neighbouring questions, so that chapters
 * and levels are spread and every question has the same chance; then questions are exchanged within their stretch until
 * expected score and expected time are those of everybody's paper.
 */
import { orderOf, type Pooled, type Random, type Slot, shuffled } from './paper.ts'
import type { Line, PaperPlan } from './plan.ts'

/** Exchanges that are tried before the best so far is taken: a few dozen are usual. */
const mostExchanges = 1500
/** Times that chance is asked for a free question before the cell is gone through. */
const luckyTries = 8

/** A place on the paper being drawn: a stretch of one cell's candidates. */
interface Place {
  line: Line
  from: number
  width: number
  /** Its place in the pool. */
  question: number
}

/**
 * The same plan and the same dice give the same paper, questions and options shuffled. True or false keeps its order.
 * @param order dice for the order alone, where all people get the same questions
 */
export function drawPaper(plan: PaperPlan, random: Random, order: Random = random): Slot[] {
  const questions = drawQuestions(plan, random).map(i => plan.pool[i] as Pooled)
  return shuffled(questions, order).map(question => ({
    revision: question.revision,
    kind: question.kind,
    order: orderOf(question, order),
  }))
}

/** @returns places in the plan's pool */
export function drawQuestions(plan: PaperPlan, random: Random): number[] {
  const holders = new Map<number, Place>()
  const places = plan.lines.flatMap(line => stretches(line, random))
  for (const place of places) if (!fill(place, holders, random)) move(place, holders, new Set())
  balance(plan, places, holders, random)
  return places.map(place => place.question)
}

/** Cuts a cell's candidates, as a ring, into as many stretches as it has questions, from a random start. */
function stretches(line: Line, random: Random): Place[] {
  const width = line.candidates.length / line.count
  const start = random() * width
  return Array.from({ length: line.count }, (_, i) => ({ line, from: start + i * width, width, question: -1 }))
}

const somewhere = ({ line, from, width }: Place, random: Random): number =>
  line.candidates[Math.floor(from + random() * width) % line.candidates.length] as number

/** Takes a free question of the stretch, or of the cell. @returns false when all of them are taken */
function fill(place: Place, holders: Map<number, Place>, random: Random): boolean {
  for (let i = 0; i < luckyTries; i++) if (take(place, somewhere(place, random), holders)) return true
  const { candidates } = place.line
  const start = Math.floor(random() * candidates.length)
  for (let i = 0; i < candidates.length; i++)
    if (take(place, candidates[(start + i) % candidates.length] as number, holders)) return true
  return false
}

function take(place: Place, question: number, holders: Map<number, Place>): boolean {
  if (holders.has(question)) return false
  holders.delete(place.question)
  holders.set(question, place)
  place.question = question
  return true
}

/** Cells overlap: somebody else gives a question up for another of its own. The plan is known to be fillable. */
function move(place: Place, holders: Map<number, Place>, tried: Set<number>): boolean {
  for (const question of place.line.candidates) {
    if (tried.has(question)) continue
    tried.add(question)
    const holder = holders.get(question)
    if (holder && !holder.line.candidates.some(other => take(holder, other, holders)) && !move(holder, holders, tried))
      continue
    return take(place, question, holders)
  }
  return false
}

/**
 * Exchanges questions, each within its stretch, as long as that brings the paper nearer to the aim, and stops when it is
 * near enough. Going on to the very best, or annealing, was tried: it costs time and evens out the use of questions little.
 */
function balance(plan: PaperPlan, places: Place[], holders: Map<number, Place>, random: Random): void {
  const { gains, seconds, aim, within } = plan
  let score = -aim.score
  let time = -aim.time
  for (const { question } of places) {
    score += gains[question] as number
    time += seconds[question] as number
  }
  for (let i = 0; i < mostExchanges; i++) {
    if (Math.abs(score) <= within.score && Math.abs(time) <= within.time) return
    const place = places[Math.floor(random() * places.length)] as Place
    const other = somewhere(place, random)
    const newScore = score + (gains[other] as number) - (gains[place.question] as number)
    const newTime = time + (seconds[other] as number) - (seconds[place.question] as number)
    if (off(newScore, newTime, within) < off(score, time, within) && take(place, other, holders)) {
      score = newScore
      time = newTime
    }
  }
}

/** A hair's breadth stands for nought, where all questions are alike. */
const off = (score: number, time: number, within: { score: number; time: number }): number =>
  (score / (within.score + 1e-9)) ** 2 + (time / (within.time + 1e-9)) ** 2
