/** A person's result as a picture, made when they ask and kept nowhere. */
import type { Locale } from '#core/locale'
import { said } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import { contestBySlug } from './contest.ts'
import { pngOf } from './drawing/png.ts'
import { resultSheet } from './drawing/share.ts'
import { regionName } from './region.ts'
import { resultOf } from './result.ts'
import type { Runtime } from './runtime.ts'
import type { SignedIn } from './session.ts'

export interface ShareWish {
  /** Only for this picture; '' for none. */
  nickname: string
  district: boolean
}

const longestNickname = 12

/**
 * @param origin under which the site was asked, for the code
 * @returns a PNG; refusals: not-found, attempt-unfinished, share-later (the score is not told yet), nickname-unfit (too long, one's real name, or a number)
 */
export async function sharePicture(
  rt: Runtime,
  who: SignedIn,
  attempt: string,
  wish: ShareWish,
  { locale, origin }: { locale: Locale; origin: string },
): Promise<Outcome<Buffer>> {
  const result = await resultOf(rt, who, attempt, locale)
  if (!result.ok) return result
  const contest = await contestBySlug(rt, result.value.contest)
  if (!contest) return no('not-found')
  const { score, maximum } = result.value
  if (score === null) return no('share-later')
  const nickname = wish.nickname.normalize('NFKC').trim()
  if (isUnfit(nickname, who.account.name)) return no('nickname-unfit')
  const shown = {
    locale,
    contest: said(contest.title, locale),
    nickname: nickname || null,
    score,
    maximum,
    district: wish.district ? await districtOf(rt, who, contest.edition, locale) : null,
    href: `${origin}/${locale}/contests/${encodeURIComponent(contest.slug)}`,
  }
  return yes(await pngOf(() => resultSheet(shown)))
}

/** Seven figures in a row, in any script and as hanzi: a phone or identity number, or a good part of one. */
const number = /[\p{N}零一二三四五六七八九]{7}/u

/**
 * The real name and anything like a phone or identity number never stand on a picture that goes round, whatever
 * stands between their signs; and nothing stands there that is not seen, or turns what is seen around.
 */
function isUnfit(nickname: string, name: string | null): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const real = name === null ? '' : bare(name)
  return (
    [...nickname].length > longestNickname ||
    /\p{C}/u.test(nickname) ||
    number.test(bare(nickname)) ||
    (real !== '' && bare(nickname).includes(real))
  )
}

async function districtOf(rt: Runtime, who: SignedIn, edition: string, locale: Locale): Promise<string | null> {
  const { region } = who.account
  return region === null ? null : regionName(rt, who.account.regionEdition ?? edition, region, locale)
}
