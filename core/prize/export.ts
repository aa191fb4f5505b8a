/** Lists that can be exported of a contest. */
export const exportKinds = ['winners', 'standings', 'participants', 'organisations', 'answers'] as const
export type ExportKind = (typeof exportKinds)[number]

/** Which rows: of one district or county, or of all. */
export interface ExportFilter {
  /** A unit's slug. */
  region: string | null
}
