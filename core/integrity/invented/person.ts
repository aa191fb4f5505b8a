/** One invented person: their manner, where they sit, and the attempt that comes of it. */
import type { Random } from '../../paper/paper.ts'
import type { Trace, TracedAnswer } from '../trace.ts'

export type Part =
  | 'usual'
  | 'office'
  | 'family'
  | 'library'
  | 'slow-reader'
  | 'screen-reader'
  | 'expert'
  | 'clicker'
  | 'bot'
  | 'pair'
  | 'farm'

export interface Invented extends Trace {
  part: Part
}

export interface Item {
  question: number
  letters: number
  difficulty: number
  /** How wrong answers spread over three options. */
  wrong: readonly [number, number, number]
}

const points = 5
const limit = 600_000
/** The contest is open for a week; people come in the day. */
const week = 7 * 24 * 3_600_000

interface Manner {
  part: Part
  /** Strength on the scale of the difficulties. */
  skill: number
  /** Milliseconds for one question of so many letters. */
  pace: (letters: number) => number
  device: string
  network: string
  line: number
  startedAt: number
  leaves?: number
  /** Whose answers are taken over, and how faithfully. */
  copies?: { from: Invented; fidelity: number }
}
export type Make = (manner: Manner) => Invented

export function maker(random: Random, paper: readonly Item[]): Make {
  return ({ part, skill, pace, device, network, line, startedAt, leaves = 0, copies }) => {
    let at = startedAt
    const answers = paper.map(({ question, letters, difficulty, wrong }): TracedAnswer => {
      at += pace(letters)
      const copied =
        copies && random() < copies.fidelity ? copies.from.answers.find(one => one.question === question) : null
      const right = random() < 0.2 + 0.8 / (1 + Math.exp(difficulty - skill))
      const mistake = random()
      const option = right ? 0 : mistake < wrong[0] ? 1 : mistake < wrong[0] + wrong[1] ? 2 : 3
      const choice = copied?.choice ?? 1 << option
      const late = at - startedAt > limit
      return { question, choice: late ? 0 : choice, right: !late && choice === 1, savedAt: late ? null : at, letters }
    })
    const score = answers.filter(answer => answer.right).length * points
    const durationMs = Math.min(limit, at - startedAt + 2000)
    return {
      account: 0,
      part,
      startedAt,
      durationMs,
      score,
      maximum: paper.length * points,
      device,
      network,
      line,
      leaves,
      answers,
    }
  }
}

export interface Place {
  device: string
  network: string
  line: number
  startedAt: number
}
export const alone = (random: Random): Place => ({
  device: `d${random()}`,
  network: `n${Math.floor(random() * 4000)}`,
  line: 13_000_000_000 + Math.floor(random() * 6_999_999_999),
  startedAt: daytime(random),
})

const daytime = (random: Random): number =>
  Math.floor((random() * week) / 86_400_000) * 86_400_000 + (8 + random() * 14) * 3_600_000
