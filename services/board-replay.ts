/** How a contest grew, day by day, and districts as a table to take along. */
import { stringify } from 'csv-stringify/sync'
import type { Locale } from '#core/locale'
import { safeCell } from '#core/prize/cell'
import { type Outcome, yes } from '#core/refusal'
import type { LeagueView } from '#core/standing/league'
import { type Day, dayScope, daysOf } from '#core/standing/scope'
import type { WireGroupRow } from '#core/wire'
import { messagesIn } from '#messages/messages'
import { newcomers } from './board-groups.ts'
import { publishedRow } from './contest.ts'
import { unitsOf } from './region.ts'
import type { Runtime } from './runtime.ts'
import { standingsOf } from './standing.ts'

/** @returns for each day up to today how many had come by its end, by region; none for a contest of one day */
export async function replayOf(rt: Runtime, slug: string): Promise<{ day: Day; people: Record<string, number> }[]> {
  const contest = await publishedRow(rt, slug)
  if (!contest) return []
  const came = await newcomers(rt, contest)
  const today = dayScope(contest, rt.clock.now())
  const people: Record<string, number> = {}
  return daysOf(contest)
    .filter(day => day <= today)
    .map(day => {
      for (const [region, n] of came.get(day) ?? []) people[region] = (people[region] ?? 0) + n
      return { day, people: { ...people } }
    })
}

/** UTF-8 with byte order mark, as spreadsheet programs want it. @returns refusals: those of standingsOf */
export async function regionTable(
  rt: Runtime,
  asked: { slug: string; scope: string; view: LeagueView; locale: Locale },
): Promise<Outcome<{ name: string; bytes: Buffer }>> {
  const board = await standingsOf(rt, {
    ...asked,
    by: 'region',
    region: null,
    limit: 100,
    after: null,
    accountId: null,
  })
  if (!board.ok) return board
  const contest = await publishedRow(rt, asked.slug)
  const units = new Map((await unitsOf(rt, contest?.edition ?? '')).map(unit => [unit.slug, unit]))
  const words = messagesIn(asked.locale).board
  const headings = [
    words.rank,
    words.region,
    words.people,
    words.residents,
    words.residentsSource,
    words.rate,
    words.growth,
    words.mean,
    words.low,
    words.high,
  ]
  const lines = (board.value.rows as WireGroupRow[]).map(row => {
    const unit = units.get(row.slug)
    const few = row.participants === null ? words.fewShort : row.participants
    const source = unit?.populationNote?.startsWith('exact') ? words.census : words.announced
    return [
      row.rank ?? '',
      safeCell(row.name),
      few,
      unit?.population ?? '',
      unit?.population ? source : '',
      row.perTenThousand ?? '',
      row.growth ?? '',
      row.mean ?? '',
      row.low?.toFixed(3) ?? '',
      row.high?.toFixed(3) ?? '',
    ]
  })
  const text = stringify([headings, ...lines], { bom: true, record_delimiter: 'windows' })
  const { scope, view } = asked
  return yes({ name: `${asked.slug}-${scope}-${view}.csv`, bytes: Buffer.from(text) })
}
