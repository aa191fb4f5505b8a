import { day } from '#app/format'
import { startOfDay } from '#core/day'
import type { Locale } from '#core/locale'
import type { Messages } from '#messages/zh'

/** Its days; where none are on record, its year. */
export const spanOf = (
  { fromDay, toDay, year }: { fromDay: string | null; toDay: string | null; year: number },
  locale: Locale,
  words: Messages['campaign'],
): string =>
  fromDay && toDay ? words.span(day(startOfDay(fromDay), locale), day(startOfDay(toDay), locale)) : words.year(year)
