/** Which contest a proposal is about, as people name it. */
import type { LocalText } from '#core/locale'
import type { ApprovalRow } from '#db/approval'
import { contestsOfDraws, contestTitles } from '#db/approval'
import type { Db } from '#db/storage'

export interface ConcernedContest {
  slug: string
  title: LocalText
}

/** @returns by the public id of the proposal; nothing for one that is about no contest */
export async function contestsConcerned(
  db: Db,
  rows: readonly Pick<ApprovalRow, 'publicId' | 'payload'>[],
): Promise<Map<string, ConcernedContest>> {
  const draws = await contestsOfDraws(db, unique(rows.map(row => saidIn(row.payload, 'draw'))))
  const slugOf = ({ payload }: Pick<ApprovalRow, 'payload'>) =>
    saidIn(payload, 'slug') ?? saidIn(payload, 'contest') ?? draws.get(saidIn(payload, 'draw') ?? '')
  const titles = await contestTitles(db, unique(rows.map(slugOf)))
  return new Map(
    rows.flatMap(row => {
      const slug = slugOf(row) ?? ''
      const title = titles.get(slug)
      return title ? [[row.publicId, { slug, title }]] : []
    }),
  )
}

function saidIn(payload: unknown, name: string): string | undefined {
  const value = (payload as Record<string, unknown> | null)?.[name]
  return typeof value === 'string' ? value : undefined
}

const unique = (all: (string | undefined)[]): string[] => [...new Set(all)].filter(one => one !== undefined)
