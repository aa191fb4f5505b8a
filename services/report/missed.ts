/** What the city does not know: of each handbook entry, how many answers missed it, in all and by district. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { answerWorth, type Graded } from '#core/attempt/regrade'
import { fewest } from '#core/report/report'
import type { ContestRow } from '#db/contest'
import { answersOfAll, finishedAttempts } from '#db/finished'
import { entriesBehind } from '#db/report'
import { acceptedIn } from '../decisions.ts'
import { everFixed } from '../memory.ts'
import type { Runtime } from '../runtime.ts'
import { gradedPaper } from '../scoring.ts'

export interface Missed {
  /** Questions of the entry on finished papers; unanswered ones are missed too. */
  asked: number
  missed: number
  /** Who was asked, no more of them than it takes to tell: below that number nothing is shown. */
  people: Set<number>
}
export interface MissedEntries {
  all: Map<string, Missed>
  byRegion: Map<string, Map<string, Missed>>
}

/** Goes through every finished paper that counts, some at a time: neither struck out nor of the warm-up. */
export async function missedEntries(rt: Runtime, contest: ContestRow): Promise<MissedEntries> {
  const read = rt.storage.read
  const decisions = await acceptedIn(read, contest.id)
  const found: MissedEntries = { all: new Map(), byRegion: new Map() }
  for await (const attempts of finishedAttempts(read, contest.id)) {
    const counted = attempts.filter(attempt => !attempt.struckOut && attempt.startedAt >= contest.opensAt)
    const ids = counted.map(attempt => attempt.id)
    const answers = await answersOfAll(read, ids)
    for (const { id, paper, region, accountId } of counted) {
      const graded = await gradedPaper(rt, read, paper, decisions)
      const entries = await entriesOf(
        rt,
        paper.map(slot => slot.revision),
      )
      const choices = new Map(answers.get(id)?.map(answer => [answer.position, answer.choice]))
      for (const [at, slot] of paper.entries()) {
        const entry = entries.get(slot.revision)
        const { right } = answerWorth(contest.rules.paper, graded[at] as Graded, choices.get(at + 1) ?? 0)
        if (entry) add(found, { entry, region, accountId, isMissed: !right })
      }
    }
    await nextTurn()
  }
  return found
}

const entriesOf = (rt: Runtime, revisions: number[]): Promise<Map<number, string | null>> =>
  everFixed(rt, 'entries of revisions', revisions, missing => entriesBehind(rt.storage.read, missing))

interface Answered {
  entry: string
  region: string | null
  accountId: number
  isMissed: boolean
}

function add({ all, byRegion }: MissedEntries, answered: Answered): void {
  tally(all, answered)
  if (answered.region === null) return
  const there = byRegion.get(answered.region) ?? new Map<string, Missed>()
  byRegion.set(answered.region, there)
  tally(there, answered)
}

function tally(into: Map<string, Missed>, { entry, accountId, isMissed }: Answered): void {
  const seen = into.get(entry) ?? { asked: 0, missed: 0, people: new Set<number>() }
  seen.asked++
  if (isMissed) seen.missed++
  if (seen.people.size < fewest) seen.people.add(accountId)
  into.set(entry, seen)
}
