/** The living half of a big screen, as the page first shows it. */
import type { Locale } from '#core/locale'
import type { ContestView } from '#services/contest'
import { liveState } from '#services/live'
import { qrCode } from '#services/qr'
import { regionsOf } from '#services/region'
import { runtime } from '#services/runtime'

export async function livePart(contest: ContestView, locale: Locale) {
  const rt = runtime()
  const [first, regions] = await Promise.all([
    liveState(rt, contest.slug, locale),
    regionsOf(rt, contest.edition, locale),
  ])
  if (!first) return null
  const tiles = regions.flatMap(({ slug, short, tileCol: col, tileRow: row }) =>
    col === null || row === null ? [] : [{ slug, short, col, row }],
  )
  const path = `/api/v1/contests/${encodeURIComponent(contest.slug)}/live?locale=${locale}`
  return { path, first, tiles }
}

/** The code of a page, part of the page itself: a screen must not lose it to a busy moment. @param path of the page */
export function qrOf(path: string, picture: string): { size: number; path: string } | string {
  const { siteUrl } = runtime().environment
  return siteUrl === null ? picture : qrCode(siteUrl + path)
}
