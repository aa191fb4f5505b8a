/** The published lists of winners as files, in the forms that the rules offer. Masked as on the page: nobody signs in for them. */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type Locale, type LocalText, said } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import { messagesIn } from '#messages/messages'
import { type ContestView, contestBySlug } from './contest.ts'
import { writeCsv } from './export/csv.ts'
import { stamp } from './export/row.ts'
import type { Cell } from './export/rows.ts'
import { type Book, writeXlsx } from './export/xlsx.ts'
import { forAMoment } from './memory.ts'
import type { Runtime } from './runtime.ts'
import { bytesFromThread } from './thread.ts'
import { type PublicList, publishedWinners } from './winners-public.ts'

export const winnerFormats = ['xlsx', 'csv', 'pdf'] as const
export type WinnerFormat = (typeof winnerFormats)[number]

export interface WinnersFile {
  name: string
  type: string
  bytes: Buffer
}

const types: Record<WinnerFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
}

/** Whoever asks within it gets the same file: laying out a PDF takes a second of work. */
const aMoment = 30_000

/** @returns refusals: not-found (also a form that the rules do not offer, and before a list is published) */
export async function winnersFile(
  rt: Runtime,
  slug: string,
  format: WinnerFormat,
  locale: Locale,
): Promise<Outcome<WinnersFile>> {
  const contest = await contestBySlug(rt, slug)
  if (!contest?.rules.publicity.formats.includes(format)) return no('not-found')
  const lists = ((await publishedWinners(rt, slug)) ?? []).filter(({ early }) => !early)
  if (lists.length === 0) return no('not-found')
  const bytes = await forAMoment(rt, `winners ${slug} ${format} ${locale}`, aMoment, () =>
    written(rt, contest, lists, format, locale),
  )
  return yes({ name: `winners-${slug}.${format}`, type: types[format], bytes })
}

async function written(
  rt: Runtime,
  contest: ContestView,
  lists: readonly PublicList[],
  format: WinnerFormat,
  locale: Locale,
): Promise<Buffer> {
  const words = messagesIn(locale).prize
  const rows = lists.flatMap(list => rowsOf(list, contest, locale))
  const about: [string, string][] = [
    [messagesIn(locale).staff.list.contest, said(contest.title, locale)],
    [messagesIn(locale).staff.list.createdAt, stamp(rt.clock.now())],
  ]
  const book: Book = { sheet: words.title, headings: words.fileColumns, about: { sheet: words.title, lines: about } }
  if (format === 'pdf') {
    const parts = { lang: locale, title: words.titleOf(said(contest.title, locale)), note: words.masked, book, rows }
    return bytesFromThread(new URL('./drawing/winners-worker.ts', import.meta.url), parts)
  }
  const out = new PassThrough()
  const whole = buffer(out)
  await (format === 'xlsx' ? writeXlsx : writeCsv)(out, book, onePage(rows))
  out.end()
  return whole
}

async function* onePage(rows: Cell[][]): AsyncGenerator<Cell[][]> {
  yield rows
}

function rowsOf(list: PublicList, { rules }: ContestView, locale: Locale): Cell[][] {
  const words = messagesIn(locale).prize
  const draw = rules.draws.find(({ id }) => id === list.draw?.rule)
  const name = draw ? said(draw.name, locale) : words.kind[list.kind]
  const told = (text: LocalText | null) => (text ? said(text, locale) : '')
  return list.tiers.flatMap(tier =>
    tier.winners.map(winner => [
      ...[name, said(tier.name, locale), said(tier.prize, locale), winner.rank],
      ...[winner.name ?? '', winner.phone ?? '', winner.organisation ?? '', told(winner.region)],
      winner.ended ? words.ended[winner.ended] : winner.standsIn ? words.standsIn : '',
    ]),
  )
}
