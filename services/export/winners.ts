/** The rows of the list of winners: who stands on the published lists, in their order, with what they have won. */
import { said } from '#core/locale'
import type { ContestRow } from '#db/contest'
import { standingsOf, winnersInHand } from '#db/export-rows'
import type { Runtime } from '../runtime.ts'
import { inRegion, stamp } from './row.ts'
import type { Identify, Row, Wanted } from './rows.ts'

/** Small enough that nobody else waits for a page. */
const pageSize = 500

/** @returns no page at all where nothing was published yet */
export async function* winnerRows(
  rt: Runtime,
  contest: ContestRow,
  { filter, locale }: Wanted,
  people: Identify,
): AsyncGenerator<Row[]> {
  const all = await winnersInHand(rt.storage.read, contest.id)
  for (let from = 0; from < all.length; from += pageSize) {
    const page = all.slice(from, from + pageSize)
    const ids = page.flatMap(({ accountId }) => accountId ?? [])
    const results = new Map((await standingsOf(rt.storage.read, contest.id, ids)).map(row => [row.accountId, row]))
    // An organisation or a district is nobody: no account has the number nought.
    const named = page.filter(inRegion(filter)).map(row => ({ ...row, accountId: row.accountId ?? 0 }))
    yield (await people(named)).map(({ shown, rank, tierName, prize, accountId }) => {
      const result = results.get(accountId)
      return {
        ...shown,
        ...{ rank, award: tierName && said(tierName, locale), prize: prize && said(prize, locale) },
        ...(result && {
          ...{ score: result.score, correct: result.correct, attempts: result.attempts },
          ...{ seconds: result.durationMs / 1000, finishedAt: stamp(result.finishedAt) },
        }),
      }
    })
  }
}
