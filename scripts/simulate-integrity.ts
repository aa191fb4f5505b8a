/** `npm run simulate:integrity`: 9,500 invented honest people and 500 cheats; how many of them the review finds. */
import { inventContest, isCheat } from '#core/integrity/invented/contest'
import type { Invented, Part } from '#core/integrity/invented/person'
import { reviewCases } from '#core/integrity/review'
import { seededRandom } from '#core/random'

const seed = Number(process.argv[2] ?? 20261126)
const people = inventContest(seededRandom(seed), 9500, 500)
const began = performance.now()
const flagged = new Set(reviewCases(people).map(one => one.account))
const seconds = (performance.now() - began) / 1000
const isFlagged = (one: Invented) => flagged.has(one.account)

for (const part of new Set<Part>(people.map(one => one.part))) {
  const those = people.filter(one => one.part === part)
  console.log(`${part.padEnd(14)} ${those.filter(isFlagged).length} of ${those.length} put before a person`)
}
console.log(`seed ${seed}, ${people.length} attempts reviewed in ${seconds.toFixed(1)} s`)
const cheats = people.filter(isCheat)
const found = cheats.filter(isFlagged).length
const innocent = people.filter(one => !isCheat(one))
const rounded = (value: number) => Math.round(value * 10_000) / 10_000
console.log(
  JSON.stringify({
    recall: rounded(found / cheats.length),
    precision: rounded(found / flagged.size),
    falseFlagRate: rounded(innocent.filter(isFlagged).length / innocent.length),
  }),
)
