/**
 * `npm run simulate:draw`: many draws by the product's own rules, and whether chance alone decided them.
 * Options: --draws 100000, --people 12, --seed TEXT (the same seed, the same figures). The last line is JSON.
 */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { entryOf, orderOf } from '#core/prize/draw'
import { sha256 } from '#core/prize/sha256'
import { chiSquare } from './chi-square.ts'

const { values } = parseArgs({
  options: {
    draws: { type: 'string', default: '100000' },
    people: { type: 'string', default: '12' },
    seed: { type: 'string', default: 'ip-contest' },
  },
})
const [draws, people] = [Number(values.draws), Number(values.people)]
if (!Number.isSafeInteger(draws) || !Number.isSafeInteger(people) || people < 2 || draws < people * 10) {
  console.error('--draws must be at least ten times --people, and --people at least 2')
  process.exit(2)
}

const tokens = Array.from({ length: people }, (_, i) => sha256(`person ${i}`)).sort()
const group = { name: '', people: tokens.map(token => entryOf(token, 1)) }
/** How often each person stood in each place. */
const stood = tokens.map(() => Array.from({ length: people }, () => 0))
const at = new Map(tokens.map((token, i) => [token, i]))
for (let i = 0; i < draws; i++) {
  const order = orderOf([group], sha256(`${values.seed} ${i}`))
  for (const [place, token] of order.entries()) {
    const places = stood[at.get(token) as number] as number[]
    places[place] = (places[place] as number) + 1
  }
}

const places = [0, 1, people - 1].map(place => ({
  place: place + 1,
  ...chiSquare(stood.map(places => places[place] as number)),
}))
console.log(`${draws} draws among ${people} people with one chance each`)
for (const { place, statistic, p } of places)
  console.log(`place ${place}: chi-square ${statistic.toFixed(2)}, ${people - 1} degrees of freedom, p ${p.toFixed(4)}`)
const p = Math.min(...places.map(place => place.p))
console.log(JSON.stringify({ draws, people, seed: values.seed, p, uniform: p > 0.001 }))
process.exitCode = p > 0.001 ? 0 : 1
