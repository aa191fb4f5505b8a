/**
 * An invented contest of honest people and cheats, to measure the review against. Habits are drawn wide on purpose:
 * quick experts, slow readers, people with a screen reader, families on one phone, offices on one line, libraries with
 * one computer; bots that hurry and bots that dawdle, pairs side by side and by relay, operators with many accounts.
 */
import type { Random } from '../paper/paper.ts'
import type { Trace, TracedAnswer } from './trace.ts'

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

export const isCheat = ({ part }: Invented): boolean => part === 'bot' || part === 'pair' || part === 'farm'

interface Item {
  question: number
  letters: number
  difficulty: number
  /** How wrong answers spread over three options. */
  wrong: readonly [number, number, number]
}

const items = 20
const points = 5
const limit = 600_000
/** The contest is open for a week; people come in the day. */
const week = 7 * 24 * 3_600_000

/** @param honest how many honest people @param cheats how many cheats: a third each of bots, pairs and farms */
export function inventContest(random: Random, honest: number, cheats: number): Invented[] {
  const paper = Array.from({ length: items }, (_, i): Item => {
    const first = 0.4 + random() * 0.4
    return {
      question: i + 1,
      letters: 18 + Math.floor(random() * 70),
      difficulty: bell(random) * 1.1,
      wrong: [first, (1 - first) * 0.65, (1 - first) * 0.35],
    }
  })
  const make = maker(random, paper)
  const people = [...honestPeople(random, make, honest), ...cheaters(random, make, cheats)]
  return people.map((one, i) => ({ ...one, account: i + 1 }))
}

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
type Make = (manner: Manner) => Invented

function maker(random: Random, paper: readonly Item[]): Make {
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
      maximum: items * points,
      device,
      network,
      line,
      leaves,
      answers,
    }
  }
}

function honestPeople(random: Random, make: Make, count: number): Invented[] {
  const people: Invented[] = []
  const shares: [Exclude<Part, 'bot' | 'pair' | 'farm'>, number][] = [
    ['office', 0.3],
    ['family', 0.06],
    ['library', 0.015],
    ['slow-reader', 0.05],
    ['screen-reader', 0.01],
    ['expert', 0.06],
    ['clicker', 0.01],
  ]
  for (const [part, share] of shares)
    while (people.filter(one => one.part === part).length < count * share) people.push(...company(random, make, part))
  while (people.length < count) people.push(person(random, make, 'usual', alone(random)))
  return people.slice(0, count)
}

interface Place {
  device: string
  network: string
  line: number
  startedAt: number
}
const alone = (random: Random): Place => ({
  device: `d${random()}`,
  network: `n${Math.floor(random() * 4000)}`,
  line: 13_000_000_000 + Math.floor(random() * 6_999_999_999),
  startedAt: daytime(random),
})

/** One person, a family, an office after its notice, a library's queue. */
function company(random: Random, make: Make, part: Part): Invented[] {
  if (part === 'family') {
    const { device, network, startedAt } = alone(random)
    return several(2 + Math.floor(random() * 2), i =>
      person(random, make, part, { ...alone(random), device, network, startedAt: startedAt + i * 900_000 }),
    )
  }
  if (part === 'library') {
    const { device, network, startedAt } = alone(random)
    let at = startedAt
    return several(15 + Math.floor(random() * 20), () => {
      const one = person(random, make, part, { ...alone(random), device, network, startedAt: at })
      at += one.durationMs + 30_000 + random() * 600_000
      return one
    })
  }
  if (part === 'office') {
    const { network, line, startedAt } = alone(random)
    // One office in five gave its people phones with numbers in a row.
    const inRow = random() < 0.2
    return several(5 + Math.floor(random() ** 2 * 150), i =>
      person(random, make, part, {
        ...alone(random),
        network,
        ...(inRow && { line: line + i }),
        startedAt: startedAt + random() * 5_400_000,
      }),
    )
  }
  return [person(random, make, part, alone(random))]
}

/** Reading speeds in milliseconds a letter; a median person takes 12 s for a question. */
function person(random: Random, make: Make, part: Part, place: Place): Invented {
  const slower = { 'slow-reader': 2.3, 'screen-reader': 3 }[part as 'slow-reader'] ?? 1
  const own = Math.exp(bell(random) * 0.35) * slower
  const scatter = 0.35 + random() * 0.3
  const paces: Partial<Record<Part, (letters: number) => number>> = {
    // Knows the question by its first words.
    expert: letters => (900 + letters * 22 * own) * Math.exp(bell(random) * scatter),
    clicker: () => 250 + random() * 900,
  }
  const usual = (letters: number) => (2500 + letters * 180 * own) * Math.exp(bell(random) * scatter)
  return make({
    part,
    skill: part === 'expert' ? 3.2 + bell(random) * 0.6 : part === 'clicker' ? -9 : 0.9 + bell(random),
    pace: paces[part] ?? usual,
    ...place,
    leaves: random() < 0.25 ? Math.floor(random() ** 3 * 10) : 0,
  })
}

function cheaters(random: Random, make: Make, count: number): Invented[] {
  const third = Math.floor(count / 3)
  const farms = several(Math.ceil(third / 10), () => farm(random, make))
    .flat()
    .slice(0, third)
  const pairs = several(Math.ceil(third / 2), () => pair(random, make))
    .flat()
    .slice(0, third)
  return [...farms, ...pairs, ...several(count - farms.length - pairs.length, () => bot(random, make))]
}

/** A script: at full speed, at a steady beat, or with pauses drawn at random. */
function bot(random: Random, make: Make): Invented {
  const kind = random()
  const beat = 1200 + random() * 2500
  const [least, most] = [1500 + random() * 1000, 3500 + random() * 2000]
  const pace =
    kind < 0.45
      ? () => 40 + random() * 260
      : kind < 0.75
        ? () => beat * (0.93 + random() * 0.14)
        : () => least + random() * (most - least)
  return make({ part: 'bot', skill: 3 + random() * 3, pace, ...alone(random) })
}

/** Two who work together: side by side within minutes, or the second after the first has told the answers. */
function pair(random: Random, make: Make): Invented[] {
  const first = alone(random)
  const leader = make({ part: 'pair', skill: 0.7 + bell(random), pace: usualPace(random), ...first })
  const besides = random() < 0.6
  const follower = make({
    part: 'pair',
    skill: 0.5 + bell(random),
    pace: besides ? usualPace(random) : () => 2000 + random() * 3000,
    ...alone(random),
    ...(random() < 0.65 && { network: first.network }),
    startedAt: besides
      ? first.startedAt + random() * 240_000
      : first.startedAt + leader.durationMs + random() * 7_200_000,
    copies: { from: leader, fidelity: 0.95 },
  })
  return [leader, follower]
}

function usualPace(random: Random) {
  const own = Math.exp(bell(random) * 0.35)
  return (letters: number) => (2500 + letters * 180 * own) * Math.exp(bell(random) * 0.5)
}

/** One operator, ten accounts, better and quicker with each; often one device, often numbers bought in a row. */
function farm(random: Random, make: Make): Invented[] {
  const { device, network, line, startedAt } = alone(random)
  const [oneDevice, inRow] = [random() < 0.7, random() < 0.6]
  let at = startedAt
  return several(10, i => {
    const known = i / 9
    const one = make({
      part: 'farm',
      skill: 0.8 + known * 4 + bell(random) * 0.3,
      pace: letters =>
        ((2500 + letters * 180) * (1 - known) + (2200 + letters * 15) * known) * Math.exp(bell(random) * 0.35),
      device: oneDevice ? device : `${device} ${i % 3}`,
      network,
      line: inRow ? line + i : alone(random).line,
      startedAt: at,
    })
    at += one.durationMs + 20_000 + random() * 120_000
    return one
  })
}

const several = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))

/** About normal, mean 0, deviation 1: a sum of twelve. */
const bell = (random: Random): number => several(12, random).reduce((sum, value) => sum + value, 0) - 6

const daytime = (random: Random): number =>
  Math.floor((random() * week) / 86_400_000) * 86_400_000 + (8 + random() * 14) * 3_600_000
