/** The poster of a contest with its QR code, as a picture and to print. */
import type { Allowed } from '#core/account/roles'
import { longestSeconds } from '#core/contest/size'
import { type Locale, said } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import { contestBySlug } from '#db/contest'
import { messagesIn } from '#messages/messages'
import { pdfOf } from './drawing/pdf.ts'
import { pngOf } from './drawing/png.ts'
import { posterSheet, posterSize } from './drawing/poster.ts'
import type { Runtime } from './runtime.ts'

/** 300 dots an inch on A4. */
const dotsWide = 2480

/**
 * @param origin under which the site was asked, for the code
 * @returns the bytes of a PNG or a PDF of one A4 page; refusal: not-found
 */
export async function poster(
  rt: Runtime,
  _allowed: Allowed<'contests.write'>,
  slug: string,
  { format, locale, origin }: { format: 'png' | 'pdf'; locale: Locale; origin: string },
): Promise<Outcome<Buffer>> {
  const contest = await contestBySlug(rt.storage.read, slug)
  if (!contest) return no('not-found')
  const words = messagesIn(locale).poster
  const seconds = longestSeconds(contest.rules)
  const shown = {
    locale,
    title: said(contest.title, locale),
    summary: said(contest.summary, locale),
    dates: words.dates(momentIn(contest.opensAt, locale), momentIn(contest.closesAt, locale)),
    facts: words.facts(contest.rules.paper.total, seconds === null ? null : Math.round(seconds / 60)),
    href: `${origin}/${locale}/contests/${encodeURIComponent(slug)}`,
  }
  const sheet = () => posterSheet(shown)
  const { width } = posterSize
  const title = said(contest.title, locale)
  return yes(
    format === 'png'
      ? await pngOf(sheet, { dots: dotsWide, sheet: width })
      : await pdfOf(sheet, { width, landscape: false, title, locale }),
  )
}

const momentIn = (instant: number, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant)
