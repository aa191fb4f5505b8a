/** What the city does not know: of each handbook entry, how many answers missed it, in all and by district. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { answerWorth, type Graded } from '#core/attempt/regrade'
import type { ContestRow } from '#db/contest'
import { answersOfAll, finishedAttempts } from '#db/finished'
import { entriesBehind, regionsOfAttempts } from '#db/report'
import { acceptedIn } from '../decisions.ts'
import { everFixed } from '../memory.ts'
import type { Runtime } from '../runtime.ts'
import { gradedPaper } from '../scoring.ts'

export interface Missed {
  /** Questions of the entry on finished papers; unanswered ones are missed too. */
  asked: number
  missed: number
}
export interface MissedEntries {
  all: Map<string, Missed>
  byRegion: Map<string, Map<string, Missed>>
}

/** Goes through every finished paper that was not struck out, some at a time. */
export async function missedEntries(rt: Runtime, contest: ContestRow): Promise<MissedEntries> {
  const read = rt.storage.read
  const decisions = await acceptedIn(read, contest.id)
  const found: MissedEntries = { all: new Map(), byRegion: new Map() }
  for await (const attempts of finishedAttempts(read, contest.id)) {
    const counted = attempts.filter(attempt => !attempt.struckOut)
    const ids = counted.map(attempt => attempt.id)
    const [answers, regions] = await Promise.all([answersOfAll(read, ids), regionsOfAttempts(read, ids)])
    for (const { id, paper } of counted) {
      const graded = await gradedPaper(rt, read, paper, decisions)
      const entries = await entriesOf(
        rt,
        paper.map(slot => slot.revision),
      )
      const choices = new Map(answers.get(id)?.map(answer => [answer.position, answer.choice]))
      for (const [at, slot] of paper.entries()) {
        const entry = entries.get(slot.revision)
        const { right } = answerWorth(contest.rules.paper, graded[at] as Graded, choices.get(at + 1) ?? 0)
        if (entry) add(found, entry, regions.get(id) ?? null, !right)
      }
    }
    await nextTurn()
  }
  return found
}

const entriesOf = (rt: Runtime, revisions: number[]): Promise<Map<number, string | null>> =>
  everFixed(rt, 'entries of revisions', revisions, missing => entriesBehind(rt.storage.read, missing))

function add({ all, byRegion }: MissedEntries, entry: string, region: string | null, isMissed: boolean): void {
  tally(all, entry, isMissed)
  if (region === null) return
  const there = byRegion.get(region) ?? new Map<string, Missed>()
  byRegion.set(region, there)
  tally(there, entry, isMissed)
}

function tally(into: Map<string, Missed>, entry: string, isMissed: boolean): void {
  const seen = into.get(entry) ?? { asked: 0, missed: 0 }
  into.set(entry, { asked: seen.asked + 1, missed: seen.missed + Number(isMissed) })
}
