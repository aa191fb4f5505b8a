/** A person's own certificate as PNG or PDF, drawn when they ask. */
import { readNumber, shownNumber } from '#core/certificate/number'
import { dayOf } from '#core/day'
import { type Locale, said } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import * as db from '#db/certificate'
import { contestById } from '#db/contest'
import { messagesIn } from '#messages/messages'
import { certificateSheet, sheetSize } from './drawing/certificate.ts'
import { pdfOf } from './drawing/pdf.ts'
import { pngOf } from './drawing/png.ts'
import type { Runtime } from './runtime.ts'
import type { SignedIn } from './session.ts'

/** 216 dots an inch on A4: a picture to send on and to print; who wants it sharper takes the PDF. */
const dotsWide = 2526

/** @param origin for the code @returns refusals: not-found (also somebody else's), certificate-revoked */
export async function certificateFile(
  rt: Runtime,
  who: SignedIn,
  written: string,
  { format, locale, origin }: { format: 'png' | 'pdf'; locale: Locale; origin: string },
): Promise<Outcome<Buffer>> {
  const number = readNumber(written)
  const row = number === null ? null : await db.certificateNumbered(rt.storage.read, number)
  if (!row || row.accountId !== who.account.id) return no('not-found')
  if (row.revokedAt !== null) return no('certificate-revoked')
  const contest = await contestById(rt.storage.read, row.contestId)
  const words = {
    locale,
    holder: who.account.name ?? messagesIn(locale).certificate.nameless,
    contest: contest ? said(contest.title, locale) : '',
    level: said(row.level, locale),
    score: row.score,
    day: dayOf(row.issuedAt),
    number: shownNumber(row.number),
    href: `${origin}/${locale}/verify/${row.number}`,
  }
  const sheet = () => certificateSheet(words)
  const { title } = messagesIn(locale).certificate
  const { width } = sheetSize
  return yes(
    format === 'png'
      ? await pngOf(sheet, { dots: dotsWide, sheet: width })
      : await pdfOf(sheet, { width, landscape: true, title, locale }),
  )
}
