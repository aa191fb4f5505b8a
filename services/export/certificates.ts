/** A batch of certificates as one PDF to print: page after page, in the order in which they were issued. */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { winnerName } from '#core/account/name'
import { shownNumber } from '#core/certificate/number'
import { dayOf } from '#core/day'
import { said } from '#core/locale'
import { certificatesAfter } from '#db/certificate'
import type { ContestRow } from '#db/contest'
import { messagesIn } from '#messages/messages'
import { type CertificateWords, certificateSheet, sheetSize } from '../drawing/certificate.ts'
import { pdfPages } from '../drawing/pdf.ts'
import type { Runtime } from '../runtime.ts'
import type { Wanted } from './rows.ts'

const pageSize = 100

/** What stands on each certificate that holds, some at a time. @param origin for the codes */
export async function* certificatesIn(
  rt: Runtime,
  contest: ContestRow,
  { filter, locale, masked }: Wanted,
  origin: string,
): AsyncGenerator<CertificateWords[]> {
  const nameless = messagesIn(locale).certificate.nameless
  for (let after = 0; ; ) {
    const page = await certificatesAfter(rt.storage.read, contest.id, filter.region, after, pageSize)
    for (const { number, name, level, score, issuedAt } of page)
      yield [
        {
          ...{ locale, contest: said(contest.title, locale), level: said(level, locale), score },
          holder: name ? (masked ? winnerName(name) : name) : nameless,
          ...{ day: dayOf(issuedAt), number: shownNumber(number), href: `${origin}/${locale}/verify/${number}` },
        },
      ]
    after = page.at(-1)?.id ?? after
    if (page.length < pageSize) return
  }
}

/** No page is drawn before what came before it has been taken: a batch may be longer than memory. */
export async function writeCertificates(
  out: Writable,
  { title, locale }: { title: string; locale: Wanted['locale'] },
  batches: AsyncIterable<CertificateWords[]>,
): Promise<void> {
  const pdf = pdfPages({ width: sheetSize.width, landscape: true, title, locale })
  pdf.source.on('data', (chunk: Buffer) => out.write(chunk))
  for await (const some of batches)
    for (const words of some) {
      await pdf.add(() => certificateSheet(words))
      if (out.writableNeedDrain) await once(out, 'drain')
    }
  await pdf.end()
}
