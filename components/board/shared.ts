import type { Locale } from '#core/locale'
import type { WireRegion, WireStandings } from '#core/wire'
import type { Messages } from '#messages/zh'
import type { ContestView } from '#services/contest'

/** What every part of a board page is told. */
export interface BoardParts {
  board: WireStandings
  contest: ContestView
  regions: WireRegion[]
  locale: Locale
  words: Messages['board']
}
