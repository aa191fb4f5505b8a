/**
 * Live numbers for big screens: one ticker for each contest and language, however many listen; none while nobody does.
 */
import type { Locale } from '#core/locale'
import type { WireGroupRow, WirePersonRow } from '#core/wire'
import type { WireLive } from '#core/wire-live'
import { contestBySlug } from './contest.ts'
import type { Runtime } from './runtime.ts'
import { standingsOf } from './standing.ts'

/** Between two looks at the boards, and between two signs of life when nothing has changed, in milliseconds. */
export const liveTimes = { tick: 2000, beat: 10_000 }
/** Screens hang in halls and stations; whoever opens thousands is no screen. */
export const mostListeners = { perContest: 100, inAll: 300 }
/** People and districts that a screen has room for. */
const shown = 5

export type LiveEvent = { name: 'state'; data: WireLive } | { name: 'beat'; data: { asOf: number } }
type Listener = (event: LiveEvent) => void

interface Ticker {
  listeners: Set<Listener>
  timer: NodeJS.Timeout
  /** What was last sent, without its time. */
  last: string
  sentAt: number
  busy: boolean
}

/** @returns null for a contest that does not exist or is still a draft */
export async function liveState(rt: Runtime, slug: string, locale: Locale): Promise<WireLive | null> {
  const query = { slug, region: null, after: null, accountId: null, locale }
  const [contest, regions, people] = await Promise.all([
    contestBySlug(rt, slug),
    standingsOf(rt, { ...query, by: 'region', limit: 100 }),
    standingsOf(rt, { ...query, by: 'person', limit: shown }),
  ])
  if (!contest || !regions.ok || !people.ok) return null
  const rows = regions.value.rows as WireGroupRow[]
  return {
    phase: contest.phase,
    participants: regions.value.participants,
    regionsIn: rows.filter(row => row.participants !== 0).length,
    regions: rows.map(({ slug, name, participants, perTenThousand }) => ({ slug, name, participants, perTenThousand })),
    people: (people.value.rows as WirePersonRow[])
      .slice(0, shown)
      .map(({ rank, name, region, score }) => ({ rank, name, region, score })),
    frozen: people.value.frozenSince !== null,
    hidden: people.value.revealing,
    ranks: regions.value.ranks,
    asOf: regions.value.asOf,
  }
}

/**
 * Tells a listener the present state and every change after it.
 * @returns how to stop; 'busy' when too many listen; null for an unknown contest
 */
export async function listenTo(
  rt: Runtime,
  slug: string,
  locale: Locale,
  listener: Listener,
): Promise<(() => void) | 'busy' | null> {
  const tickers = tickersOf(rt)
  const key = `${slug} ${locale}`
  const isFull = () =>
    listening(rt) >= mostListeners.inAll || (tickers.get(key)?.listeners.size ?? 0) >= mostListeners.perContest
  if (isFull()) return 'busy'
  const state = await liveState(rt, slug, locale)
  if (!state) return null
  // Hundreds who ask in the same moment were all let through above.
  if (isFull()) return 'busy'
  const ticker = tickers.get(key) ?? startTicker(rt, key, () => liveState(rt, slug, locale))
  ticker.listeners.add(listener)
  listener({ name: 'state', data: state })
  return () => {
    ticker.listeners.delete(listener)
    if (ticker.listeners.size > 0) return
    clearInterval(ticker.timer)
    if (tickers.get(key) === ticker) tickers.delete(key)
  }
}

/** How many listen. */
export const listening = (rt: Runtime): number =>
  [...tickersOf(rt).values()].reduce((sum, ticker) => sum + ticker.listeners.size, 0)

function startTicker(rt: Runtime, key: string, look: () => Promise<WireLive | null>): Ticker {
  const ticker: Ticker = {
    listeners: new Set(),
    timer: setInterval(tick, liveTimes.tick),
    last: '',
    sentAt: 0,
    busy: false,
  }
  ticker.timer.unref()
  tickersOf(rt).set(key, ticker)
  async function tick(): Promise<void> {
    // A slow database is not asked again before it has answered.
    if (ticker.busy) return
    ticker.busy = true
    try {
      const state = await look()
      if (state) tell(ticker, state, rt.clock.now())
    } catch (error) {
      rt.log.warn({ error, key }, 'the big screen could not be told anything new')
    } finally {
      ticker.busy = false
    }
  }
  return ticker
}

/** @param now a frozen board stays as of its freeze, and still says that it lives */
function tell(ticker: Ticker, state: WireLive, now: number): void {
  const { asOf, ...rest } = state
  const what = JSON.stringify(rest)
  const isNew = what !== ticker.last
  if (!isNew && now - ticker.sentAt < liveTimes.beat) return
  ticker.last = what
  ticker.sentAt = now
  const event: LiveEvent = isNew ? { name: 'state', data: state } : { name: 'beat', data: { asOf } }
  for (const listener of ticker.listeners) listener(event)
}

function tickersOf(rt: Runtime): Map<string, Ticker> {
  const found = rt.memory.get('live tickers') as Map<string, Ticker> | undefined
  if (found) return found
  const made = new Map<string, Ticker>()
  rt.memory.set('live tickers', made)
  return made
}
