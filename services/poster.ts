/** The poster of a contest with its QR code, as a picture and to print. */
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import type { Allowed } from '#core/account/roles'
import { longestSeconds } from '#core/contest/size'
import { type Locale, said } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import { contestBySlug } from '#db/contest'
import { messagesIn } from '#messages/messages'
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
  const svg = posterSheet({
    locale,
    title: said(contest.title, locale),
    summary: said(contest.summary, locale),
    dates: words.dates(momentIn(contest.opensAt, locale), momentIn(contest.closesAt, locale)),
    facts: words.facts(contest.rules.paper.total, seconds === null ? null : Math.round(seconds / 60)),
    href: `${origin}/${locale}/contests/${encodeURIComponent(slug)}`,
  })
  const png = await sharp(Buffer.from(svg), { density: (72 * dotsWide) / posterSize.width })
    .resize({ width: dotsWide })
    .png({ palette: true })
    .toBuffer()
  return yes(format === 'png' ? png : await pageOf(png, said(contest.title, locale)))
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

/** One A4 page that the picture fills. */
async function pageOf(png: Buffer, title: string): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, displayTitle: true, info: { Title: title } })
  const chunks: Buffer[] = []
  pdf.on('data', chunk => chunks.push(chunk))
  const done = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  pdf.image(png, 0, 0, { width: pdf.page.width })
  pdf.end()
  await done
  return Buffer.concat(chunks)
}
