/** Honest people, and the company in which they take part. */
import type { Random } from '../../paper/paper.ts'
import { bell, several } from './chance.ts'
import { alone, type Invented, type Make, type Part, type Place } from './person.ts'

export function honestPeople(random: Random, make: Make, count: number): Invented[] {
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
