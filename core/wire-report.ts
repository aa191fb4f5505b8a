/** What travels to somebody who has reported an error. */
import type { LocalText } from './locale.ts'

export interface WireMyReport {
  id: string
  subject: 'entry' | 'question'
  /** The entry, with its address; null for a question, whose text is shown where it is asked, and for what is gone. */
  entry: { title: LocalText; address: string } | null
  body: string
  createdAt: number
  /** Null while it waits. */
  handled: { at: number; outcome: string } | null
}
