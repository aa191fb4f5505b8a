/** A table as its file gave it: text only, with the address of every cell. */
import type { Field } from './columns.ts'
import type { ProblemCode, ProblemData } from './problem.ts'

export interface Row {
  /** As the spreadsheet program counts: the first is 1. */
  number: number
  /** By column; a missing or empty cell is ''. */
  cells: string[]
}

export interface Sheet {
  name: string
  rows: Row[]
  /** Addresses of cells whose content is a formula: their value is not taken. */
  formulas: string[]
  /** Addresses of cells that the spreadsheet program shows as a day or a time, whatever was typed: 3-4 is one. */
  days?: string[]
  /** Numbers of days count from 1904-01-01, not from 1899-12-30. */
  since1904?: boolean
  /** Numbers of rows that the program does not show: they are taken, and it is said. */
  hiddenRows?: number[]
  /** Not shown by the program: its questions are not taken. */
  hidden?: boolean
  /** Row numbers are lines of a text, or numbers of questions: there are no cells to point at. */
  lines?: boolean
  /** What the reader of a format could not hand on. */
  faults?: Fault[]
  /** A set that was exported whole: its chapters and entries are kept even where nobody knows them. */
  whole?: boolean
}

export interface Fault {
  row: number
  field: Field | { option: number }
  code: ProblemCode
  data: ProblemData
}

/** Limits of an uploaded file: what an office's sheet needs, times ten; beyond it somebody tries something. */
export const sheetLimits = {
  bytes: 5 * 1024 * 1024,
  rows: 20_000,
  columns: 64,
  characters: 8_000,
} as const

/** Between the two beginnings from which spreadsheet programs count days. */
export const daysTo1904 = 1462

/** @param column from 0 @param row from 1 @returns 'D17' */
export const address = (column: number, row: number): string => `${letters(column)}${row}`

/** @param column from 0 @returns 'A' … 'Z', 'AA' … */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

const cellAddress = /^([A-Z]{1,3})([1-9]\d{0,6})$/

/** @param written 'D17' @returns column from 0 and row from 1, or null */
export function placeOf(written: string): { column: number; row: number } | null {
  const [, column = '', row = ''] = cellAddress.exec(written) ?? []
  if (!row) return null
  return { column: [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1, row: Number(row) }
}
