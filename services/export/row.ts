/** What the rows of every list have in common. */
import type { ExportFilter } from '#core/prize/export'

export const inRegion =
  ({ region }: ExportFilter) =>
  (row: { region: string | null }): boolean =>
    region === null || row.region === region

/** 2026-04-26 18:05:09 in Shanghai: sorts as text in every program. */
export const stamp = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
