/**
 * Pairs whose answers are more alike than two independent people's would be. Each answer in common weighs by how rare
 * it is among people of the same strength: a rare mistake made by both says much, a right answer little. (The copying
 * model of the indices ω and GBT, as a likelihood ratio.)
 */
import type { Suspicion, Trace } from './trace.ts'

/** A copied answer is the other's with this chance. */
const fidelity = 0.9
/**
 * log10 of the odds, before any answer was looked at, that two people work together. Of 10,000 people who come on seven
 * days, some fifty million pairs are strangers, a few hundred thousand start at the same time, and some ten thousand
 * also share a network: the fewer there are, the more of those who work together are among them.
 */
const prior = { strangers: -6.5, network: -4, together: -3.7, linked: -3 }
/** log10 of the odds from which a pair is put before a person: one in four. A look costs little, and decides nothing. */
const certain = -0.5
/** Who was told the answers needs less than half of the usual time; of others one in fourteen does. */
const relay = { share: 0.5, odds: Math.log10(14) }
/**
 * Together: started within five minutes of the other's start or end. Linked: on one device or network as well. Network:
 * on one network within three hours. Milliseconds.
 */
const nearby = 5 * 60_000
const sameDay = 3 * 3_600_000
/** How many of those who came next somebody is held against: bounds the work in a rush. */
const neighbours = 200
/** Strength is told apart in fifths. */
const bands = 5
/** A pair of strangers is looked at when it shares three of its five rarest mistakes. */
const rarest = 5

export function likenessOf(traces: readonly Trace[]): Map<number, Suspicion[]> {
  const chances = chancesAmong(traces)
  const usual = medianOf(traces.map(trace => trace.durationMs))
  const found = new Map<number, Suspicion[]>()
  for (const { a, b, tie } of candidates(traces, chances)) {
    const { odds, mistakes } = compare(a, b, chances)
    if (mistakes < 2 || odds + prior[tie] + relayOdds(a, b, usual) < certain) continue
    const linked = tie === 'linked'
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      keepHeavier(found, one.account, { code: 'same-mistakes', weight: 4, account: other.account, mistakes, linked })
  }
  return found
}

interface Chances {
  /** How likely a person of that strength chooses this. */
  of(trace: Trace, question: number, choice: number): number
  /** How likely anybody does. */
  overall(question: number, choice: number): number
}

const tokenOf = (question: number, choice: number): number => question * 256 + choice

/** Chances from the contest's own answers, by strength, smoothed so that nothing is impossible. */
function chancesAmong(traces: readonly Trace[]): Chances {
  const shares = traces.map(({ score, maximum }) => score / maximum).sort((a, b) => a - b)
  const cuts = Array.from({ length: bands - 1 }, (_, i) => shares[Math.floor((shares.length * (i + 1)) / bands)] ?? 1)
  const bandOf = (trace: Trace) => cuts.filter(cut => trace.score / trace.maximum >= cut).length
  const counts = Array.from({ length: bands + 1 }, () => new Map<number, number>())
  const totals = Array.from({ length: bands + 1 }, () => new Map<number, number>())
  const add = (map: Map<number, number>, key: number) => map.set(key, (map.get(key) ?? 0) + 1)
  for (const trace of traces)
    for (const { question, choice } of trace.answers)
      for (const band of [bandOf(trace), bands]) {
        add(counts[band] as Map<number, number>, tokenOf(question, choice))
        add(totals[band] as Map<number, number>, question)
      }
  const chance = (band: number, question: number, choice: number) =>
    ((counts[band]?.get(tokenOf(question, choice)) ?? 0) + 0.5) / ((totals[band]?.get(question) ?? 0) + 3)
  return {
    of: (trace, question, choice) => chance(bandOf(trace), question, choice),
    overall: (question, choice) => chance(bands, question, choice),
  }
}

/** log10 of the likelihood that `b` copied from `a` against that they are independent, and the mistakes in common. */
function compare(a: Trace, b: Trace, chances: Chances): { odds: number; mistakes: number } {
  const theirs = new Map(a.answers.map(answer => [answer.question, answer]))
  let odds = 0
  let mistakes = 0
  for (const { question, choice, right } of b.answers) {
    const other = theirs.get(question)
    // Left open by both, for want of time, is nothing that was copied.
    if (!other || choice === 0 || other.choice === 0) continue
    const chance = chances.of(b, question, choice)
    const same = other.choice === choice
    odds += Math.log10(((same ? fidelity : 0) + (1 - fidelity) * chance) / chance)
    if (same && !right) mistakes++
  }
  return { odds, mistakes }
}

/** One came after the other's end and was quick. */
function relayOdds(a: Trace, b: Trace, usual: number): number {
  const [first, second] = a.startedAt <= b.startedAt ? [a, b] : [b, a]
  const after = second.startedAt >= first.startedAt + first.durationMs
  return after && second.durationMs < usual * relay.share ? relay.odds : 0
}

interface Pair {
  a: Trace
  b: Trace
  tie: keyof typeof prior
}

/** Pairs worth a look, each once, by its closest tie. */
function* candidates(traces: readonly Trace[], chances: Chances): Generator<Pair> {
  const seen = new Set<string>()
  for (const pairs of [onOneDevice(traces), atOneTime(traces), onOneNetwork(traces), rarePairs(traces, chances)])
    for (const pair of pairs) {
      const [low, high] = [pair.a.account, pair.b.account].sort((x, y) => x - y)
      const key = `${low} ${high}`
      if (seen.has(key)) continue
      seen.add(key)
      yield pair
    }
}

function* onOneDevice(traces: readonly Trace[]): Generator<Pair> {
  for (const group of groupsBy(traces, trace => trace.device))
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1, i + 1 + neighbours)) yield { a, b, tie: 'linked' }
}

/** Side by side, or one soon after the other. */
function* atOneTime(traces: readonly Trace[]): Generator<Pair> {
  const inTime = [...traces].sort((x, y) => x.startedAt - y.startedAt)
  for (const [i, a] of inTime.entries()) {
    const until = a.startedAt + a.durationMs + nearby
    for (const b of inTime.slice(i + 1, i + 1 + neighbours)) {
      if (b.startedAt > until) break
      yield { a, b, tie: a.network !== null && a.network === b.network ? 'linked' : 'together' }
    }
  }
}

function* onOneNetwork(traces: readonly Trace[]): Generator<Pair> {
  for (const group of groupsBy(traces, trace => trace.network)) {
    const inTime = [...group].sort((x, y) => x.startedAt - y.startedAt)
    for (const [i, a] of inTime.entries())
      for (const b of inTime.slice(i + 1, i + 1 + neighbours)) {
        if (b.startedAt - a.startedAt > sameDay) break
        yield { a, b, tie: 'network' }
      }
  }
}

/** Strangers who share three of their five rarest mistakes. Very common triples are left out: they tell nothing. */
function* rarePairs(traces: readonly Trace[], chances: Chances): Generator<Pair> {
  const byTriple = new Map<string, Trace[]>()
  for (const trace of traces) {
    const mistakes = trace.answers
      .filter(answer => !answer.right && answer.choice !== 0)
      .map(({ question, choice }) => ({ token: tokenOf(question, choice), chance: chances.overall(question, choice) }))
      .sort((x, y) => x.chance - y.chance || x.token - y.token)
      .slice(0, rarest)
      .map(mistake => mistake.token)
      .sort((x, y) => x - y)
    for (const triple of triplesOf(mistakes)) byTriple.set(triple, [...(byTriple.get(triple) ?? []), trace])
  }
  for (const group of byTriple.values())
    if (group.length <= 40)
      for (const [i, a] of group.entries()) for (const b of group.slice(i + 1)) yield { a, b, tie: 'strangers' }
}

function triplesOf(tokens: readonly number[]): string[] {
  const found: string[] = []
  for (let i = 0; i < tokens.length; i++)
    for (let j = i + 1; j < tokens.length; j++)
      for (let k = j + 1; k < tokens.length; k++) found.push(`${tokens[i]} ${tokens[j]} ${tokens[k]}`)
  return found
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Groups of two and more that share a key; null is no key. */
export function groupsBy(traces: readonly Trace[], key: (trace: Trace) => string | null): Trace[][] {
  const groups = new Map<string, Trace[]>()
  for (const trace of traces) {
    const name = key(trace)
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), trace])
  }
  return [...groups.values()].filter(group => group.length > 1)
}

function keepHeavier(
  found: Map<number, Suspicion[]>,
  account: number,
  one: Suspicion & { code: 'same-mistakes' },
): void {
  const held = found.get(account)?.[0]
  if (!held || (held.code === 'same-mistakes' && held.mistakes < one.mistakes)) found.set(account, [one])
}
