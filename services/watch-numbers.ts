/** Live numbers of a contest: how it goes, where, how fast, and whether the server keeps up. */
import type { Allowed } from '#core/account/roles'
import type { Locale } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireWatch } from '#core/wire-watch'
import { contestBySlug } from '#db/contest'
import * as db from '#db/watch'
import { forAMoment } from './memory.ts'
import { unitsOf } from './region.ts'
import type { Runtime } from './runtime.ts'
import { troublesOf } from './trouble.ts'

const minuteMs = 60_000
const minutesShown = 15
/** More starts in a quarter of an hour than this are counted as this: a chart needs no more. */
const mostCounted = 200_000

/** A second old at most, however many watch. @returns refusals: not-found */
export async function watchNumbers(
  rt: Runtime,
  _allowed: Allowed<'contests.write'>,
  slug: string,
  locale: Locale,
): Promise<Outcome<WireWatch>> {
  const contest = await contestBySlug(rt.storage.read, slug)
  if (!contest) return no('not-found')
  const kept = await forAMoment(rt, `watch ${contest.id} ${locale}`, 1000, async () => {
    const now = rt.clock.now()
    const from = Math.floor(now / minuteMs) * minuteMs - (minutesShown - 1) * minuteMs
    const [started, finished, recent, units] = await Promise.all([
      db.countsByRegion(rt.storage.read, contest.id),
      db.finishedByRegion(rt.storage.read, contest.id),
      db.recent(rt.storage.read, contest.id, from - 1, now, mostCounted),
      unitsOf(rt, contest.edition),
    ])
    const finishedIn = new Map(finished.map(row => [row.region, row.finished]))
    const within = (at: number, minute: number) => at >= minute && at < minute + minuteMs
    return {
      asOf: now,
      started: started.reduce((sum, row) => sum + row.started, 0),
      finished: finished.reduce((sum, row) => sum + row.finished, 0),
      minutes: Array.from({ length: minutesShown }, (_, i) => {
        const at = from + i * minuteMs
        return {
          at,
          started: recent.starts.filter(instant => within(instant, at)).length,
          finished: recent.finishes.filter(instant => within(instant, at)).length,
        }
      }),
      regions: started
        .flatMap(row => {
          const unit = units.find(one => one.slug === row.region)
          return unit
            ? [
                {
                  slug: unit.slug,
                  name: locale === 'zh' ? unit.nameZh : unit.nameEn,
                  started: row.started,
                  finished: finishedIn.get(row.region) ?? 0,
                },
              ]
            : []
        })
        .sort((a, b) => b.started - a.started || (a.slug < b.slug ? -1 : 1)),
    }
  })
  const paused = contest.pausedAt !== null
  return yes({ ...kept, paused, queue: rt.storage.waiting(), errors: troublesOf(rt, rt.clock.now()) })
}
