/** The columns of each list, in the order of the sheet. */
import type { ExportKind } from './export.ts'

const person = ['name', 'phone', 'district', 'organisation'] as const
const result = ['score', 'correct', 'seconds', 'finishedAt', 'attempts'] as const

export const columnsOf = {
  winners: ['rank', ...person, 'award', 'prize', ...result],
  standings: ['rank', ...person, ...result],
  participants: [...person, 'attempts', 'finished', 'firstStartedAt'],
  organisations: ['organisation', 'participants', 'totalScore', 'meanScore'],
  answers: ['number', ...person, 'attempt', 'position', 'question', 'stem', 'choice', 'right', 'answeredAt'],
  certificates: ['name'],
} as const satisfies Record<ExportKind, readonly string[]>

export type ExportColumn = (typeof columnsOf)[ExportKind][number]

/** What tells who somebody is: masked lists show these as published lists do; only full ones show them as they are. */
export const personalColumns: readonly ExportColumn[] = ['name', 'phone']

/** @returns the chosen columns in the order of the sheet; null when one of them is not in this list, or none is */
export function chosenColumns(kind: ExportKind, chosen: readonly string[]): ExportColumn[] | null {
  const known: readonly ExportColumn[] = columnsOf[kind]
  if (chosen.length === 0 || !chosen.every(name => (known as readonly string[]).includes(name))) return null
  return known.filter(name => chosen.includes(name))
}

/** A list shows people in full when it is not masked and holds a column that tells who they are. */
export const isFull = (masked: boolean, columns: readonly string[]): boolean =>
  !masked && personalColumns.some(name => columns.includes(name))
