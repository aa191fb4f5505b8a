/** The report's tables, in words. */
import { dayMs } from '#core/day'
import { type Locale, said } from '#core/locale'
import { interval } from '#core/report/interval'
import { bandsOf, enoughAnswers, fewest, type ReportSection, type SectionKey } from '#core/report/report'
import type { WireGroupRow } from '#core/wire'
import type { totalsOf } from '#db/report'
import { messagesIn } from '#messages/messages'
import type { ActivityCard } from '../campaign.ts'
import type { DrawView } from '../draw-public.ts'
import type { PublicList } from '../winners-public.ts'
import type { Missed, MissedEntries } from './missed.ts'

/** Entries shown for the whole city. */
const mostMissed = 20
const number = (n: number): string => n.toLocaleString('en-US')
const percent = (share: number): string => `${Math.round(share * 100)}%`

/** @param columns names as messages have them; those after the first are numbers unless `text` says otherwise */
function section(
  key: SectionKey,
  locale: Locale,
  rows: string[][],
  more: { text?: number[]; bars?: number[] } = {},
): ReportSection {
  const words = messagesIn(locale).report
  const greatest = Math.max(0, ...(more.bars ?? []))
  return {
    key,
    title: words.title[key],
    query: words.query[key],
    statements: [],
    columns: words.columns[key].map((name, i) => ({ name, number: i > 0 && !more.text?.includes(i) })),
    rows,
    bars: greatest > 0 ? (more.bars ?? []).map(n => n / greatest) : [],
    empty: words.empty[key],
  }
}

export function totals(found: Awaited<ReturnType<typeof totalsOf>>, locale: Locale): ReportSection {
  const names = messagesIn(locale).report.totals
  const rows = (['people', 'attempts', 'started', 'regions', 'organisations'] as const).map(key => [
    names[key],
    number(found[key]),
  ])
  return section('totals', locale, rows)
}

/** @param hours papers handed in, by hours since 1970 in Shanghai */
export function days(hours: ReadonlyMap<number, number>, locale: Locale): ReportSection {
  const byDay = summed(hours, hour => Math.floor(hour / 24))
  const rows = [...byDay].sort(([a], [b]) => a - b)
  return section(
    'days',
    locale,
    rows.map(([day, n]) => [new Date(day * dayMs).toISOString().slice(0, 10), number(n)]),
    { bars: rows.map(([, n]) => n) },
  )
}

export function hoursOfDay(hours: ReadonlyMap<number, number>, locale: Locale): ReportSection {
  if (hours.size === 0) return section('hours', locale, [])
  const byHour = summed(hours, hour => hour % 24)
  const all = Array.from({ length: 24 }, (_, hour) => byHour.get(hour) ?? 0)
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
  return section(
    'hours',
    locale,
    all.map((n, hour) => [`${clock(hour)}–${clock((hour + 1) % 24)}`, number(n)]),
    { bars: all },
  )
}

export function regions(rows: WireGroupRow[], locale: Locale): ReportSection {
  return section(
    'regions',
    locale,
    rows.map(row => [
      row.name,
      few(row.participants),
      row.perTenThousand?.toFixed(2) ?? '—',
      row.mean?.toFixed(1) ?? '—',
    ]),
    { bars: rows.map(row => row.perTenThousand ?? 0) },
  )
}

export function organisations(rows: WireGroupRow[], locale: Locale): ReportSection {
  return section(
    'organisations',
    locale,
    rows.map(row => [row.name, few(row.participants), row.mean?.toFixed(1) ?? '—']),
    { bars: rows.map(row => row.participants ?? 0) },
  )
}

export function scores(found: { scores: ReadonlyMap<number, number>; maximum: number }, locale: Locale): ReportSection {
  if (found.scores.size === 0) return section('scores', locale, [])
  const bands = bandsOf(found.scores, found.maximum)
  return section(
    'scores',
    locale,
    bands.map(band => [`${band.from}–${band.to}`, number(band.n)]),
    { bars: bands.map(band => band.n) },
  )
}

export function missed(found: MissedEntries, titleOf: (entry: string) => string, locale: Locale): ReportSection {
  const enough = [...found.all].filter(([, seen]) => seen.asked >= enoughAnswers && isEnough(seen)).sort(worstFirst)
  const shown = enough.slice(0, mostMissed)
  return section(
    'missed',
    locale,
    shown.map(([entry, seen]) => [`${entry} ${titleOf(entry)}`, ...shareOf(seen)]),
    { bars: shown.map(([, seen]) => seen.missed / seen.asked) },
  )
}

/** For each district and county the entry that was missed most, among those asked often enough to be told. */
export function missedByRegion(
  found: MissedEntries,
  units: { slug: string; name: string }[],
  titleOf: (entry: string) => string,
  locale: Locale,
): ReportSection {
  const words = messagesIn(locale).report
  const rows = units.map(({ slug, name }) => {
    const told = [...(found.byRegion.get(slug) ?? [])].filter(([, seen]) => isEnough(seen))
    const worst = told.sort(worstFirst)[0]
    return worst
      ? [name, `${worst[0]} ${titleOf(worst[0])}`, ...shareOf(worst[1])]
      : [name, words.withheld, '—', '—', '—']
  })
  return section('missedByRegion', locale, rows, { text: [1] })
}

export function draws(found: DrawView[], locale: Locale): ReportSection {
  const words = messagesIn(locale).report
  return section(
    'draws',
    locale,
    found.map(draw => [
      draw.rule,
      draw.number ?? words.notYet,
      draw.seed ?? words.notYet,
      number(draw.people),
      number(draw.winners.length),
    ]),
    { text: [1, 2] },
  )
}

export function winners(lists: PublicList[], locale: Locale): ReportSection {
  const words = messagesIn(locale).report
  const rows = lists.flatMap(list =>
    list.tiers.flatMap(tier =>
      tier.winners.map(winner => [
        said(tier.name, locale),
        said(tier.prize, locale),
        winner.name ?? winner.organisation ?? words.anonymous,
        winner.region ? said(winner.region, locale) : '—',
        winner.ended === null ? '' : words.ended[winner.ended],
      ]),
    ),
  )
  return section('winners', locale, rows, { text: [1, 2, 3, 4] })
}

export function activities(cards: ActivityCard[], locale: Locale): ReportSection {
  const words = messagesIn(locale).report
  return section(
    'activities',
    locale,
    cards.map(card => [
      said(card.title, locale),
      card.day ?? '—',
      card.region ? said(card.region.name, locale) : words.city,
      card.department ? said(card.department.name, locale) : '—',
    ]),
    { text: [1, 2, 3] },
  )
}

/** Of fewer people than that nothing is told, however often they were asked. */
const isEnough = ({ people }: Missed): boolean => people.size >= fewest

/** The lower end of the interval decides: few answers do not put an entry on top. */
function worstFirst([, a]: [string, Missed], [, b]: [string, Missed]): number {
  return interval(b.missed, b.asked).low - interval(a.missed, a.asked).low
}

function shareOf({ asked, missed }: Missed): string[] {
  const { low, high } = interval(missed, asked)
  return [number(asked), percent(missed / asked), `${percent(low)}–${percent(high)}`]
}

const few = (n: number | null): string => (n === null ? `<${fewest}` : number(n))

function summed(hours: ReadonlyMap<number, number>, keyOf: (hour: number) => number): Map<number, number> {
  const sums = new Map<number, number>()
  for (const [hour, n] of hours) sums.set(keyOf(hour), (sums.get(keyOf(hour)) ?? 0) + n)
  return sums
}
