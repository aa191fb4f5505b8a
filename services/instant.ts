/** Instant draws: decided in the unit that ends a paper, by the server's own dice. */
import { randomInt } from 'node:crypto'
import { chancesGained, hits, instantDraws, prizeLeft, shownAtOnceAbove } from '#core/prize/instant'
import type { DrawRule } from '#core/prize/qualify'
import type { AttemptRow } from '#db/attempt'
import type { ContestRow } from '#db/contest'
import { phonesOf } from '#db/draw'
import { excludedFrom } from '#db/excluded'
import { countableAttempts } from '#db/standing'
import type { Db } from '#db/storage'
import { insertList, insertWinners, type ListRow, listsOf, prizesAlone, putWinner, winnersOf } from '#db/winner'
import { record } from './audit.ts'
import { heldElsewhere } from './prize-people.ts'
import { shownFields } from './roll-down.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

/** Draws for a paper that has just been ended. Whoever was struck out, belongs to the staff or wrote questions wins nothing. */
export async function drawInstantly(rt: Runtime, tx: Db, contest: ContestRow, attempt: AttemptRow): Promise<void> {
  const draws = instantDraws(contest.rules)
  if (draws.length === 0 || attempt.struckOutAt !== null) return
  const after = await countableAttempts(tx, contest.id, attempt.accountId)
  const before = after.filter(({ id }) => id !== attempt.id)
  for (const draw of draws) {
    const chances = chancesGained(contest.rules, draw, before, after)
    // The dice come first: they cost nothing, and few papers need to know more.
    if (hits(chances, draw.oneIn, below)) await win(rt, tx, contest, draw, attempt)
  }
}

const below = (n: number): number => randomInt(n)

async function win(rt: Runtime, tx: Db, contest: ContestRow, draw: DrawRule, attempt: AttemptRow): Promise<void> {
  // Two papers that win in the same moment must not get the same last prize.
  await prizesAlone(tx, contest.id)
  const now = rt.clock.now()
  const list = (await listsOf(tx, contest.id)).find(({ rule, drawId }) => rule === draw.id && drawId === null)
  const rows = list ? await winnersOf(tx, [list.id]) : []
  // A prize that was given up for a better one is there again; of one that was taken away the person may appeal.
  const given = rows.filter(({ winner }) => winner.endedWhy !== 'repeated').map(({ winner }) => winner.tier)
  const tier = prizeLeft(draw.tiers, given, below)
  if (!tier || list?.publishedAt != null || !(await mayWin(tx, contest, draw, attempt.accountId, list ?? null))) return
  const listId = list?.id ?? (await newList(tx, contest, draw, now))
  const id = publicId()
  await insertWinners(tx, [
    {
      ...{ publicId: id, listId, place: rows.length + 1, accountId: attempt.accountId, attemptId: attempt.id },
      ...{ region: attempt.region, organisationId: attempt.organisationId, score: attempt.score },
      ...{ tier: tier.id, tierName: tier.name, prize: tier.prize },
    },
  ])
  if (tier.value > shownAtOnceAbove) await showAtOnce(rt, tx, contest, listId, id)
  const detail = { contest: contest.slug, draw: draw.id, tier: tier.id }
  await record(tx, { at: now, actor: null, action: 'draw.instant', subject: `prize:${id}`, detail })
}

const newList = (tx: Db, contest: ContestRow, draw: DrawRule, now: number): Promise<number> =>
  insertList(tx, {
    ...{ publicId: publicId(), contestId: contest.id, kind: 'draw', drawId: null, rule: draw.id },
    ...{ settledAt: now, settledBy: nobody },
  })

/** Nobody of the staff settled the list: papers did. */
const nobody = 0

async function mayWin(
  tx: Db,
  contest: ContestRow,
  draw: DrawRule,
  accountId: number,
  list: ListRow | null,
): Promise<boolean> {
  if ((await excludedFrom(tx, contest.id)).has(accountId)) return false
  // Without a phone nobody could claim a prize.
  if (!(await phonesOf(tx, [accountId])).get(accountId)?.phoneCipher) return false
  const held = (await heldElsewhere(tx, contest, null)).get(accountId)
  const alone = contest.rules.awards.onePrizeEach || draw.excludeEarlier
  return !held || (!alone && held.winner.listId !== list?.id)
}

async function showAtOnce(rt: Runtime, tx: Db, contest: ContestRow, listId: number, id: string): Promise<void> {
  const listed = (await winnersOf(tx, [listId])).find(({ winner }) => winner.publicId === id)
  if (listed) await putWinner(tx, listed.winner.id, shownFields(rt, contest, listed))
  rt.pagesChanged()
}
