/** Rows that ask nearly what the bank asks already. */
import { problemAt } from '#core/bank/cells'
import type { Problem } from '#core/bank/problem'
import type { Reading } from '#core/bank/rows'
import { twinFinder } from '#core/bank/twins'
import type { QuestionFace } from '#core/question/question'

/** A question of the bank, with its set. */
export interface Asked {
  set: string
  setName: string
  externalId: string
  /** Whether its set is the one to be updated. */
  isTarget: boolean
  face: QuestionFace
  right: number
}

/** A row beside what it resembles. */
export interface Twin {
  sheet: string
  row: number
  /** Per cent. */
  alike: number
  own: Pick<Asked, 'face' | 'right'>
  of: Asked
}

const askedText = ({ scenario, stem }: QuestionFace): string => `${scenario?.zh ?? ''}${stem.zh}`

/** @param job the bank, which is compared with; a question is no twin of itself */
export function twinsOf(
  { drafts, tables }: Reading,
  { bank }: { bank: readonly Asked[] },
  progress: (done: number, total: number) => void,
): { twins: Twin[]; problems: Problem[] } {
  const twins: Twin[] = []
  const problems: Problem[] = []
  if (bank.length === 0) return { twins, problems }
  const finder = twinFinder(bank.map(asked => ({ text: askedText(asked.face), what: asked })))
  const own = new Set(bank.filter(asked => asked.isTarget).map(asked => asked.externalId))
  const tableOf = new Map(tables.map(table => [table.sheet.name, table]))
  for (const [at, { sheet, row, draft }] of drafts.entries()) {
    if (at % 500 === 0) progress(at, drafts.length)
    if (own.has(draft.externalId)) continue
    const found = finder.nearest(askedText(draft.face))
    const table = tableOf.get(sheet)
    if (!table) continue
    const column = table.header.columns.fields.get('stem') ?? 0
    if (found === undefined) {
      problems.push(problemAt(table.sheet, column, row, 'similar-unchecked', { count: at }))
      return { twins, problems }
    }
    if (!found) continue
    const alike = Math.floor(found.alike * 100)
    const { setName: set, externalId: id } = found.what
    problems.push(problemAt(table.sheet, column, row, 'similar', { set, id, percent: alike }))
    twins.push({ sheet, row, alike, own: { face: draft.face, right: draft.right }, of: found.what })
  }
  return { twins, problems }
}
