/** Lists that can be exported of a contest. */
export const tableKinds = ['winners', 'standings', 'participants', 'organisations', 'answers'] as const
export type TableKind = (typeof tableKinds)[number]
/** Lists as tables; and certificates, as pages. */
export const exportKinds = [...tableKinds, 'certificates'] as const
export type ExportKind = (typeof exportKinds)[number]

/** As a table, or (certificates) as pages to print. */
export const exportFormats = ['xlsx', 'csv', 'pdf'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Certificates are printed, everything else is a table. */
export const isFormatOf = (kind: ExportKind, format: ExportFormat): boolean =>
  (kind === 'certificates') === (format === 'pdf')

/** Which rows: of one district or county, or of all. */
export interface ExportFilter {
  /** A unit's slug. */
  region: string | null
}
