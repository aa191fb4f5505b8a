/** Who answered on the same device or line, and in what manner: a family, an office and a library do so too. */
import { correlation } from './correlation.ts'
import { groupsBy, medianOf } from './likeness.ts'
import type { Suspicion, Trace } from './trace.ts'

/** A family shares a phone; from this many on it is worth saying. */
const household = 4
/** Numbers that follow each other at most this far apart make a run, from `household` numbers on. */
const gap = 3
/** This many starts on one network within ten minutes are a burst: milliseconds. */
const burst = { people: 8, within: 10 * 60_000 }
/** A series of one hand: each next account is quicker and better. Correlation with the place in the series. */
const trained = { accounts: 5, quicker: -0.5, better: 0.3 }

export function companyOf(traces: readonly Trace[]): Map<number, Suspicion[]> {
  const found = new Map<number, Suspicion[]>()
  const say = (group: readonly Trace[], one: Suspicion) => {
    for (const { account } of group) found.set(account, [...(found.get(account) ?? []), one])
  }
  const median = medianOf(traces.map(trace => trace.durationMs))
  const runs = runsOf(traces)
  for (const run of runs) say(run, { code: 'number-run', weight: 1, accounts: run.length })
  for (const group of groupsBy(traces, trace => trace.device))
    if (group.length >= household) say(group, { code: 'device-shared', weight: 1, accounts: group.length })
  for (const group of bursts(traces)) say(group, { code: 'network-burst', weight: 0.5, accounts: group.length })
  const said = new Set<number>()
  for (const group of [
    ...groupsBy(traces, trace => trace.device),
    ...devicesOfOneLine(traces),
    ...runs,
    ...runsOnNetworks(runs),
  ])
    if (isSeries(group, median)) {
      say(
        group.filter(({ account }) => !said.has(account)),
        { code: 'series', weight: 3, accounts: group.length },
      )
      for (const { account } of group) said.add(account)
    }
  return found
}

/** One hand at many accounts: they follow each other without overlap, and get quicker and better, or are all quick and good. */
export function isSeries(group: readonly Trace[], median: number): boolean {
  if (group.length < trained.accounts) return false
  const inTime = [...group].sort((a, b) => a.startedAt - b.startedAt)
  const apart = inTime.slice(1).filter((trace, i) => {
    const before = inTime[i] as Trace
    return trace.startedAt >= before.startedAt + before.durationMs
  }).length
  if (apart < (inTime.length - 1) * 0.9) return false
  const shares = inTime.map(({ score, maximum }) => score / maximum)
  const durations = inTime.map(trace => trace.durationMs)
  const quickAndGood = inTime.filter(
    (trace, i) => trace.durationMs < median / 2 && (shares[i] as number) >= 0.85,
  ).length
  if (quickAndGood >= inTime.length * 0.6) return true
  const places = inTime.map((_, i) => i)
  return correlation(places, durations) <= trained.quicker && correlation(places, shares) >= trained.better
}

/** Accounts whose phone numbers follow each other. */
function runsOf(traces: readonly Trace[]): Trace[][] {
  const lined = traces.filter(trace => trace.line !== null).sort((a, b) => (a.line as number) - (b.line as number))
  const runs: Trace[][] = []
  for (const trace of lined) {
    const last = runs.at(-1)
    const before = last?.at(-1)
    if (last && before && (trace.line as number) - (before.line as number) <= gap) last.push(trace)
    else runs.push([trace])
  }
  return runs.filter(run => run.length >= household)
}

/** Devices with several accounts each on one network: an operator has more than one. */
function devicesOfOneLine(traces: readonly Trace[]): Trace[][] {
  const shared = groupsBy(traces, trace => trace.device).filter(group => group.length >= household - 1)
  return groupsBy(shared.flat(), trace => trace.network)
}

/** Within a run of numbers those who share a network: an operator changes devices sooner than the line. */
const runsOnNetworks = (runs: readonly Trace[][]): Trace[][] =>
  runs.flatMap(run => groupsBy(run, trace => trace.network)).filter(group => group.length >= trained.accounts)

function bursts(traces: readonly Trace[]): Trace[][] {
  return groupsBy(traces, trace => trace.network).flatMap(group => {
    const inTime = [...group].sort((a, b) => a.startedAt - b.startedAt)
    const crowded = new Set<Trace>()
    for (const [i, first] of inTime.entries()) {
      const together = inTime.slice(i).filter(trace => trace.startedAt - first.startedAt <= burst.within)
      if (together.length >= burst.people) for (const trace of together) crowded.add(trace)
    }
    return crowded.size > 0 ? [[...crowded]] : []
  })
}
