/** What travels between the API and the pages about a contest that runs. Plain types. */
import type { LocalText } from './locale.ts'

export interface WireNotice {
  kind: 'paused' | 'resumed' | 'extended' | 'extension-undone'
  words: LocalText
  /** The close after an extension, or after it was taken back. */
  closesAt: number | null
  at: number
}

export interface WireWatch {
  asOf: number
  paused: boolean
  started: number
  finished: number
  /** By minute, the oldest first: the last fifteen. */
  minutes: { at: number; started: number; finished: number }[]
  regions: { slug: string; name: string; started: number; finished: number }[]
  /** Units of work that wait for the database now. */
  queue: number
  /** Requests that failed since the server started, and in the last fifteen minutes. */
  errors: { all: number; recent: number }
}

export interface WireExtraTime {
  id: string
  name: string | null
  /** 138****1234 */
  phone: string
  percent: number
  reason: string
  grantedAt: number
  undoneAt: number | null
}
