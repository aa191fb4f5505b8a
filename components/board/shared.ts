import type { Locale } from '#core/locale'
import type { Scope } from '#core/standing/scope'
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
  /** What there are boards of, beside the whole, with its name. */
  scopes: { scope: Scope; name: string; kind: 'track' | 'stage' | 'day' }[]
}
