/** What travels between the API and the pages on which files are brought in. Plain types, like core/wire-staff.ts. */
import type { ColumnMapping } from './bank/mapping.ts'
import type { LocalText } from './locale.ts'
import type { WireDraft, WireProblem } from './wire-staff.ts'

/** How far a file is; `refused` says why in words. */
export interface WireProgress {
  stage: 'reading' | 'checking' | 'comparing' | 'storing' | 'done' | 'refused'
  done: number
  total: number
  says?: string
}

/** Headings of a sheet, to say what each column holds. */
export interface WireHeadings {
  sheet: string
  /** The first row is taken for a question: the sheet has no headings. */
  headless: boolean
  columns: {
    column: number
    /** 'D' */
    letter: string
    /** What stands in the first row. */
    heading: string
    samples: string[]
    /** What it is taken for. */
    target: ColumnMapping[string] | null
  }[]
}

/** A row beside the question of the bank that it resembles. */
export interface WireTwin extends WireAsked {
  place: string
  /** Per cent. */
  alike: number
  own: WireAsked
  set: string
  setName: string
  id: string
}

/** Question and options, with what is right. */
export interface WireAsked {
  stem: LocalText
  options: (LocalText & { right: boolean })[]
}

export interface WirePreview {
  /** Hand back to store the good rows. */
  id: string
  fileName: string
  /** xlsx, csv, json, gift, moodle, qti, text: what it was read as. */
  format: string
  expiresAt: number
  /** Set when the columns are to be named first; then there is nothing else to see yet. */
  headings: WireHeadings | null
  needsColumns: boolean
  /** The columns were taken as this account said them before. */
  mapped: boolean
  /** The set that will be updated; null for a new one. */
  target: { id: string; name: string } | null
  /** What the file says of the set it holds. */
  head: { name: string; owner: string; licence: string; source: string } | null
  /** rowsIn = good + refused; good = added + revised + unchanged. */
  rowsIn: number
  good: number
  added: number
  revised: number
  unchanged: number
  refused: number
  errors: number
  warnings: number
  /** A page of them, errors first. */
  problems: WireProblem[]
  /** A page of them. */
  questions: WireDraft[]
  pages: { problems: number; questions: number }
  twins: WireTwin[]
  twinCount: number
  /** The same file was stored before. */
  sameFile: { set: string; name: string; at: number } | null
}

/** rowsIn = stored + unchanged + refused; stored = added + revised. */
export interface WireStored {
  set: string
  /** Hand back to undo it. */
  batch: string
  rowsIn: number
  stored: number
  added: number
  revised: number
  unchanged: number
  refused: number
}

export interface WireBatch {
  id: string
  name: string
  fileName: string
  /** Null when the set is not shown any more. */
  set: string | null
  setName: string
  by: string
  createdAt: number
  rowsIn: number
  stored: number
  added: number
  revised: number
  unchanged: number
  refused: number
  undoneAt: number | null
}
