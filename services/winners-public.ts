/** Winners as everybody may see them: masked, by list and prize. */
import type { LocalText } from '#core/locale'
import type { ListKind } from '#core/prize/state'
import { contestBySlug } from '#db/contest'
import { drawsOf } from '#db/draw'
import { type ListedWinner, publishedListsOf, winnersOf } from '#db/winner'
import { unitsOf } from './region.ts'
import type { Runtime } from './runtime.ts'

export interface PublicWinner {
  /** Of the row, and nobody's: made anew for each list. */
  id: string
  /** 张**; null without consent, or for a group. */
  name: string | null
  /** 138****8000 */
  phone: string | null
  /** Organisation, as far as the rules show it. */
  organisation: string | null
  region: LocalText | null
  rank: number | null
  /** Called up for somebody who has no prize any more. */
  standsIn: boolean
  /** No longer a winner: given up, or taken away. */
  ended: 'given-up' | 'taken-away' | null
}

export interface PublicTier {
  id: string
  name: LocalText
  prize: LocalText
  winners: PublicWinner[]
}

export interface PublicList {
  id: string
  kind: ListKind
  /** The draw that it comes from. */
  draw: { id: string; rule: string; scope: string } | null
  publishedAt: number
  noticeUntil: number
  tiers: PublicTier[]
}

/** Published lists of a published contest, the newest first; null for one that is not there. */
export async function publishedWinners(rt: Runtime, slug: string): Promise<PublicList[] | null> {
  const read = rt.storage.read
  const contest = await contestBySlug(read, slug)
  if (!contest || contest.publishedAt === null) return null
  const lists = await publishedListsOf(read, contest.id)
  const rows = await winnersOf(
    read,
    lists.map(({ id }) => id),
  )
  const draws = new Map((await drawsOf(read, contest.id)).map(draw => [draw.id, draw]))
  const regions = new Map(
    (await unitsOf(rt, contest.edition)).map(unit => [unit.slug, { zh: unit.nameZh, en: unit.nameEn }]),
  )
  return lists.reverse().map(list => {
    const draw = draws.get(list.drawId ?? 0)
    return {
      ...{ id: list.publicId, kind: list.kind, publishedAt: list.publishedAt ?? 0, noticeUntil: list.noticeUntil ?? 0 },
      draw: draw ? { id: draw.publicId, rule: draw.rule, scope: draw.scope } : null,
      tiers: tiersOf(
        rows.filter(({ winner }) => winner.listId === list.id),
        regions,
      ),
    }
  })
}

/** In the order in which the list names them first; within one, by rank and place. */
function tiersOf(rows: readonly ListedWinner[], regions: ReadonlyMap<string, LocalText>): PublicTier[] {
  const called = rows.filter(({ winner }) => winner.tier !== null && winner.calledAt !== null)
  return [...Map.groupBy(called, ({ winner }) => winner.tier as string)].map(([id, members]) => ({
    id,
    name: members[0]?.winner.tierName ?? { zh: '', en: '' },
    prize: members[0]?.winner.prize ?? { zh: '', en: '' },
    winners: members.map(({ winner }) => ({
      id: winner.publicId,
      ...{ name: winner.shownName, phone: winner.shownPhone, organisation: winner.shownPlace, rank: winner.rank },
      region: regions.get(winner.region ?? '') ?? null,
      standsIn: winner.standsInFor !== null,
      ended: endOf(winner.endedWhy),
    })),
  }))
}

const endOf = (why: string | null): PublicWinner['ended'] =>
  why === null ? null : why === 'late' || why === 'declined' ? 'given-up' : 'taken-away'
