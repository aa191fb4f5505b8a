/** What is put before a person, with its reasons, prize candidates first. */
import { companyOf } from './company.ts'
import { likenessOf } from './likeness.ts'
import { paceOf } from './pace.ts'
import { reviewFrom, type Suspicion, type Trace } from './trace.ts'

export interface ReviewCase {
  account: number
  /** Sum of the weights of its reasons. */
  weight: number
  reasons: Suspicion[]
}

/** Looking things up elsewhere shows as leaving the page; a call or a message does too. */
const often = 6

/** @param minimumSeconds of the rules; 0: none @returns every attempt whose reasons weigh enough, heaviest first; nobody is judged by it */
export function reviewCases(traces: readonly Trace[], minimumSeconds = 0): ReviewCase[] {
  const company = companyOf(traces)
  const likeness = likenessOf(traces)
  return traces
    .map(trace => {
      const reasons = [
        ...tooShort(trace, minimumSeconds),
        ...paceOf(trace),
        ...(likeness.get(trace.account) ?? []),
        ...(company.get(trace.account) ?? []),
        ...leavesOf(trace),
      ]
      return { account: trace.account, reasons, weight: reasons.reduce((sum, reason) => sum + reason.weight, 0) }
    })
    .filter(({ weight }) => weight >= reviewFrom)
    .sort((a, b) => b.weight - a.weight || a.account - b.account)
}

const leavesOf = ({ leaves }: Trace): Suspicion[] =>
  leaves >= often ? [{ code: 'left-often', weight: 1, times: leaves }] : []

/** The rules themselves ask for a look. */
const tooShort = ({ durationMs }: Trace, minimumSeconds: number): Suspicion[] =>
  durationMs < minimumSeconds * 1000
    ? [{ code: 'under-minimum', weight: reviewFrom, seconds: Math.round(durationMs / 1000) }]
    : []
