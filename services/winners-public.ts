/** Winners as everybody may see them: masked, by list and prize. */
import type { LocalText } from '#core/locale'
import { shownAtOnceAbove } from '#core/prize/instant'
import type { ListKind } from '#core/prize/state'
import { type ContestRow, contestBySlug } from '#db/contest'
import { drawsOf } from '#db/draw'
import { excludedFrom } from '#db/excluded'
import { type ListedWinner, type ListRow, listsOf, winnersOf } from '#db/winner'
import { valuesIn } from './prize-people.ts'
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
  /** The draw that it comes from; of an instant draw only the rule, since papers draw there. */
  draw: { id: string | null; rule: string; scope: string } | null
  /** Of an instant draw that still goes on: only the prizes that are made public at once. */
  early: boolean
  publishedAt: number
  noticeUntil: number
  tiers: PublicTier[]
}

/**
 * Published lists of a published contest, the newest first, and before their publication the great prizes of instant
 * draws; null for a contest that is not there.
 */
export async function publishedWinners(rt: Runtime, slug: string): Promise<PublicList[] | null> {
  const read = rt.storage.read
  const contest = await contestBySlug(read, slug)
  if (!contest || contest.publishedAt === null) return null
  const lists = (await listsOf(read, contest.id)).filter(isShown)
  const rows = await shownRows(rt, contest, lists)
  const draws = new Map((await drawsOf(read, contest.id)).map(draw => [draw.id, draw]))
  const regions = new Map(
    (await unitsOf(rt, contest.edition)).map(unit => [unit.slug, { zh: unit.nameZh, en: unit.nameEn }]),
  )
  return lists.toSorted(newestFirst).flatMap(list => {
    const draw = draws.get(list.drawId ?? 0)
    const own = rows.filter(({ winner }) => winner.listId === list.id)
    const early = list.publishedAt === null
    if (early && own.length === 0) return []
    const noted = { publishedAt: shownSince(list), noticeUntil: list.noticeUntil ?? 0 }
    return [
      {
        ...{ id: list.publicId, kind: list.kind, ...noted, early, tiers: tiersOf(own, regions) },
        draw: list.rule ? { id: draw?.publicId ?? null, rule: list.rule, scope: draw?.scope ?? '' } : null,
      },
    ]
  })
}

const shownSince = ({ publishedAt, settledAt }: ListRow): number => publishedAt ?? settledAt
/** Of two that came at once, the one that was made last. */
const newestFirst = (a: ListRow, b: ListRow): number => shownSince(b) - shownSince(a) || b.id - a.id

const isShown = (list: ListRow): boolean => list.publishedAt !== null || list.rule !== null

type Lists = Awaited<ReturnType<typeof listsOf>>

/** Of published lists everybody who was called; of one that still grows, the great prizes. */
async function shownRows(rt: Runtime, contest: ContestRow, lists: Lists): Promise<ListedWinner[]> {
  const read = rt.storage.read
  const rows = await winnersOf(
    read,
    lists.map(({ id }) => id),
  )
  const open = new Set(lists.filter(({ publishedAt }) => publishedAt === null).map(({ id }) => id))
  if (open.size === 0) return rows.filter(({ winner }) => winner.calledAt !== null)
  const value = await valuesIn(read, contest)
  const excluded = await excludedFrom(read, contest.id)
  const isGreat = ({ winner }: ListedWinner) =>
    winner.endedAt === null && value(winner) > shownAtOnceAbove && !excluded.has(winner.accountId ?? 0)
  return rows.filter(row => (open.has(row.winner.listId) ? isGreat(row) : row.winner.calledAt !== null))
}

/** In the order in which the list names them first; within one, by rank and place. */
function tiersOf(rows: readonly ListedWinner[], regions: ReadonlyMap<string, LocalText>): PublicTier[] {
  const called = rows.filter(({ winner }) => winner.tier !== null)
  // Where each track has its own awards, their names tell the tiers of one id apart.
  const tiers = Map.groupBy(called, ({ winner }) => `${winner.tier} ${winner.tierName?.zh}`)
  return [...tiers.values()].map(members => ({
    id: members[0]?.winner.tier ?? '',
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
  why === null ? null : why === 'late' || why === 'declined' || why === 'closed' ? 'given-up' : 'taken-away'
