/** The chain of the audit log: each row's hash covers its own content and the hash of the row before. */

/** What a row says. No personal data: people are account ids, and reasons are written to be read by auditors. */
export interface AuditEntry {
  at: number
  /** Account id; null: the server itself. */
  actor: number | null
  action: string
  /** What it was done to, as `noun:id`: 'contest:chongqing-2026', 'account:<public id>'. */
  subject: string
  /** JSON text, kept byte for byte. */
  detail: string
  reason: string
  /** Coarse address (core/account/address.ts); '' when nobody's request stands behind it. */
  origin: string
}

export interface AuditRow extends AuditEntry {
  /** 1, 2, 3 … without gaps. */
  number: number
  previous: string
  hash: string
}

/** A place in the chain that is known from elsewhere. */
export interface Anchor {
  number: number
  hash: string
}

/** The chain before its first row. */
export const beginning: Anchor = { number: 0, hash: '' }

type Digest = (text: string) => string

/** @param digest SHA-256 of the UTF-8 text, written as text */
export function link(before: Anchor, entry: AuditEntry, digest: Digest): AuditRow {
  const number = before.number + 1
  return { ...entry, number, previous: before.hash, hash: digest(covered({ ...entry, number, previous: before.hash })) }
}

/** The text that a hash covers: a JSON list, so that no two contents run into the same text. */
const covered = (row: Omit<AuditRow, 'hash'>): string =>
  JSON.stringify([
    row.number,
    row.previous,
    row.at,
    row.actor,
    row.action,
    row.subject,
    row.detail,
    row.reason,
    row.origin,
  ])

/** What is wrong with the first row that does not hold: its content, its place, or that it is not there. */
export type Tampering = { number: number; what: 'changed' | 'misplaced' | 'missing' | 'not-anchored' | 'surplus' }

/**
 * Holds rows, in the order of their numbers, against the chain and against what is known from elsewhere.
 * @param anchors by number; the head is one of them
 */
export function checker(anchors: ReadonlyMap<number, string>, digest: Digest) {
  let before = beginning
  return {
    /** @returns what is wrong with this row, or null */
    take(row: AuditRow): Tampering | null {
      const number = before.number + 1
      if (row.number !== number) return { number, what: 'missing' }
      if (digest(covered(row)) !== row.hash) return { number, what: 'changed' }
      if (row.previous !== before.hash) return { number, what: 'misplaced' }
      if ((anchors.get(number) ?? row.hash) !== row.hash) return { number, what: 'not-anchored' }
      before = row
      return null
    },
    /** After the last row: rows that were cut off, or put behind the head. @param head the newest number written */
    end(head: number): Tampering | null {
      const known = Math.max(head, ...anchors.keys(), 0)
      if (before.number < known) return { number: before.number + 1, what: 'missing' }
      return before.number > head ? { number: head + 1, what: 'surplus' } : null
    },
    last: (): Anchor => before,
  }
}
