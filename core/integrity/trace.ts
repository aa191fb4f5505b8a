/** What the review of a contest's integrity looks at, and what it may say. It never decides: people do. */

/** One finished attempt. Devices and networks are keyed hashes; `line` is the phone as a number, kept nowhere. */
export interface Trace {
  account: number
  /** Epoch milliseconds. */
  startedAt: number
  durationMs: number
  score: number
  maximum: number
  device: string | null
  network: string | null
  line: number | null
  /** How often the page was left while the clock ran. */
  leaves: number
  answers: TracedAnswer[]
}

export interface TracedAnswer {
  question: number
  /** Chosen options as a bit set. */
  choice: number
  right: boolean
  /** When it was last saved; null when never. */
  savedAt: number | null
  /** Letters of the stem: what must be read at the least. */
  letters: number
}

export type Suspicion =
  | { code: 'under-minimum'; weight: number; seconds: number }
  | { code: 'too-fast'; weight: number; answers: number; of: number }
  | { code: 'too-even'; weight: number; spread: number }
  | { code: 'same-mistakes'; weight: number; account: number; mistakes: number; linked: boolean }
  /** Gave the same identity for a prize; found at the claim, not in the attempts. */
  | { code: 'same-person'; weight: number; account: number }
  | { code: 'device-shared'; weight: number; accounts: number }
  | { code: 'series'; weight: number; accounts: number }
  | { code: 'network-burst'; weight: number; accounts: number }
  | { code: 'number-run'; weight: number; accounts: number }
  | { code: 'left-often'; weight: number; times: number }

export type SuspicionCode = Suspicion['code']

export const suspicionCodes: readonly SuspicionCode[] = [
  'under-minimum',
  'too-fast',
  'too-even',
  'same-mistakes',
  'same-person',
  'device-shared',
  'series',
  'network-burst',
  'number-run',
  'left-often',
]

/** From this sum of weights on an attempt is put before a person. Single weak signs (1) never reach it, nor two. */
export const reviewFrom = 3
