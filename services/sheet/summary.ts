/** What was read, in files of a size that can be read and stored without making anybody wait. */

import type { SetHead } from '#core/bank/json'
import type { Problem } from '#core/bank/problem'
import type { PlacedDraft } from '#core/bank/rows'
import { draftHash } from '#db/draft-hash'
import type { ForeignHeadings } from './headings.ts'
import type { Format } from './opened.ts'
import type { Read, Rest } from './reading.ts'
import type { Twin } from './twins.ts'

/** Questions in a file: as many as one unit stores, about 20 ms of SQLite. */
export const questionsAFile = 200
export const problemsAFile = 100

export interface Summary {
  format: Format
  set: SetHead | null
  rowsIn: number
  good: number
  /** Of the good ones, against the set that is to be updated; without one, all are added. */
  added: number
  revised: number
  unchanged: number
  errors: number
  warnings: number
  /** The first of them. */
  twins: Twin[]
  twinCount: number
  headings: ForeignHeadings | null
  mapped: boolean
}

export const draftsName = (file: number): string => `drafts-${file}.json`
export const problemsName = (file: number): string => `problems-${file}.json`
export const restName = 'rest.json'

const shownTwins = 100

/** Of a placed draft: what storing it will do. */
export interface Prepared extends PlacedDraft {
  change: 'added' | 'revised' | 'unchanged'
}

export function summaryOf(
  read: Read,
  target: readonly [string, string][] | null,
): { summary: Summary; files: { name: string; value: Prepared[] | Problem[] | Rest[] }[] } {
  const held = new Map(target ?? [])
  const prepared = read.drafts.map(placed => ({ ...placed, change: changeOf(placed, held) }))
  const count = (change: Prepared['change']) => prepared.filter(one => one.change === change).length
  const errors = read.problems.filter(problem => problem.severity === 'error').length
  const { format, set, rowsIn, headings, mapped, twins } = read
  return {
    summary: {
      ...{ format, set, rowsIn, headings, mapped },
      good: prepared.length,
      added: count('added'),
      revised: count('revised'),
      unchanged: count('unchanged'),
      errors,
      warnings: read.problems.length - errors,
      twins: twins.slice(0, shownTwins),
      twinCount: twins.length,
    },
    files: [
      ...inFiles(prepared, questionsAFile).map((value, at) => ({ name: draftsName(at), value })),
      ...inFiles(read.problems, problemsAFile).map((value, at) => ({ name: problemsName(at), value })),
      { name: restName, value: read.rest },
    ],
  }
}

function changeOf({ draft }: PlacedDraft, held: ReadonlyMap<string, string>): Prepared['change'] {
  const hash = held.get(draft.externalId)
  return hash === undefined ? 'added' : hash === draftHash(draft) ? 'unchanged' : 'revised'
}

const inFiles = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
