/** What travels between the API and the pages on the integrity of a contest. Plain types. */
import type { Suspicion } from './integrity/trace.ts'

export type WireReason =
  | Exclude<Suspicion, { code: 'same-mistakes' | 'same-person' }>
  | {
      code: 'same-person'
      weight: number
      /** Public id of the other one, when they stand in the queue too. */
      with: string | null
    }
  | {
      code: 'same-mistakes'
      weight: number
      mistakes: number
      linked: boolean
      /** Public id of the other one, when they stand in the queue too. */
      with: string | null
    }

export interface WireCase {
  id: string
  account: string
  name: string | null
  attempt: string
  candidate: boolean
  weight: number
  reasons: WireReason[]
  foundAt: number
  decision: 'cleared' | 'struck-out' | null
  decidedAt: number | null
  decidedBy: string | null
  note: string | null
}

export interface WireStrike {
  id: string
  account: string
  name: string | null
  reason: string
  struckAt: number
  struckBy: string
  appealUntil: number | null
  appeal: string | null
  appealedAt: number | null
  answer: string | null
  answeredAt: number | null
  undoneAt: number | null
  undoneWhy: string | null
}

export interface WireIntegrity {
  waiting: number
  candidates: number
  /** Sum of weights from which an attempt is put before a person. */
  from: number
  reviewed: { at: number; attempts: number } | null
  waitingCases: WireCase[]
  decidedCases: WireCase[]
  strikes: WireStrike[]
}

/** What a person who was struck out reads and may do. */
export interface WireOwnStrike {
  reason: string
  struckAt: number
  appealUntil: number | null
  appeal: string | null
  answer: string | null
  mayAppeal: boolean
}
