/** A person's own certificate as PNG or PDF, drawn when they ask. */
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { readNumber, shownNumber } from '#core/certificate/number'
import { dayOf } from '#core/day'
import { type Locale, said } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import * as db from '#db/certificate'
import { contestById } from '#db/contest'
import { messagesIn } from '#messages/messages'
import { certificateSheet, sheetSize } from './drawing/certificate.ts'
import type { Runtime } from './runtime.ts'
import type { SignedIn } from './session.ts'

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
  const svg = certificateSheet({
    locale,
    holder: who.account.name ?? messagesIn(locale).certificate.nameless,
    contest: contest ? said(contest.title, locale) : '',
    level: said(row.level, locale),
    score: row.score,
    day: dayOf(row.issuedAt),
    number: shownNumber(row.number),
    href: `${origin}/${locale}/verify/${row.number}`,
  })
  const png = await sharp(Buffer.from(svg), { density: 144 }).png({ palette: true }).toBuffer()
  return yes(format === 'png' ? png : await onPage(png, messagesIn(locale).certificate.title, locale))
}

/** A4, on its side. */
async function onPage(png: Buffer, title: string, locale: Locale): Promise<Buffer> {
  const lang = locale === 'zh' ? 'zh-CN' : 'en'
  const pdf = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    lang,
    displayTitle: true,
    info: { Title: title },
  })
  const chunks: Buffer[] = []
  pdf.on('data', chunk => chunks.push(chunk))
  const done = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  pdf.image(png, 0, 0, { width: pdf.page.width, height: pdf.page.width * (sheetSize.height / sheetSize.width) })
  pdf.end()
  await done
  return Buffer.concat(chunks)
}
