/** Those who cheat: scripts, pairs, and operators with many accounts. */
import type { Random } from '../../paper/paper.ts'
import { bell, several } from './chance.ts'
import { alone, type Invented, type Make } from './person.ts'

export function cheaters(random: Random, make: Make, count: number): Invented[] {
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
