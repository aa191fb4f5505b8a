/** Boards: people, districts and counties, organisations; of a whole contest, a stage, a day. */
import { scoreFrom } from '#core/contest/feedback'
import type { Locale } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import type { LeagueView } from '#core/standing/league'
import { type Scope, scopeNamed } from '#core/standing/scope'
import type { WireStandings } from '#core/wire'
import type { ContestRow } from '#db/contest'
import { organisationRows, regionRows } from './board-groups.ts'
import { ownRow, type Page, peoplePage, placeFrom } from './board-people.ts'
import { type BoardState, boardState } from './board-state.ts'
import { keptFor, peopleIn } from './board-sums.ts'
import { publishedRow } from './contest.ts'
import { forAMoment } from './memory.ts'
import { unitNamed } from './region.ts'
import type { Runtime } from './runtime.ts'

export interface StandingsQuery {
  slug: string
  by: 'person' | 'region' | 'organisation'
  /** 'whole' without it; 'stage-…', 'track-…', 'day-YYYY-MM-DD'. */
  scope?: string
  /** People of one district or county only. */
  region: string | null
  limit: number
  /** From 1; the first without it. */
  page?: number
  /** `next` of the page before: goes on where it ended, though people have come since. */
  after: string | null
  /** How districts and counties are compared; by participation without it. */
  view?: LeagueView
  /** Whose own row comes along. */
  accountId: number | null
  locale: Locale
}

/**
 * Rows are shared by all who ask within half a second; one's own row is read anew.
 * @returns refusals: not-found, region-unknown, scope-unknown, invalid-request (an `after` that is not ours)
 */
export async function standingsOf(rt: Runtime, query: StandingsQuery): Promise<Outcome<WireStandings>> {
  const contest = await forAMoment(rt, `contest ${query.slug}`, keptFor, () => publishedRow(rt, query.slug))
  if (!contest) return no('not-found')
  const scope = scopeNamed(contest, query.scope ?? 'whole')
  if (!scope) return no('scope-unknown')
  const region = query.region === null ? null : await unitNamed(rt, contest.edition, query.region)
  if (query.region !== null && !region) return no('region-unknown')
  const after = query.after === null ? null : placeFrom(rt, query.after)
  if (query.after !== null && !after) return no('invalid-request')
  const page: Page = { limit: query.limit, number: query.page ?? 1, after }
  const asked = { ...query, scope, region: region?.slug ?? null, view: query.view ?? 'participation' }
  const state = await stateOf(rt, contest)
  const board = await forAMoment(rt, nameOf(contest, asked, state), keptFor, () =>
    boardOf(rt, contest, asked, page, state),
  )
  const { accountId } = query
  const me = accountId === null || state.revealing ? null : await ownRow(rt, contest, asked, accountId, query.locale)
  return yes({ ...board, me })
}

/** A board would tell scores that the rules hide until the close: until then it is shown like one before its reveal. */
async function stateOf(rt: Runtime, contest: ContestRow): Promise<BoardState> {
  const state = await boardState(rt, contest)
  const now = rt.clock.now()
  return scoreFrom(contest, { finishedAt: now }) > now ? { ...state, revealing: true } : state
}

type Asked = StandingsQuery & { scope: Scope; view: LeagueView }
type Board = Omit<WireStandings, 'me'>

const nameOf = (contest: ContestRow, asked: Asked, state: BoardState): string =>
  `board ${contest.id} ${asked.by} ${asked.scope} ${asked.region} ${asked.view} ${asked.limit} ${asked.page} ${asked.after} ${asked.locale} ${Object.values(state)}`

async function boardOf(rt: Runtime, contest: ContestRow, asked: Asked, page: Page, state: BoardState): Promise<Board> {
  const { by, scope, region, view } = asked
  const participants = await peopleIn(rt, contest.id, scope, region)
  const now = rt.clock.now()
  const head = {
    by,
    scope,
    region,
    view: by === 'region' ? view : null,
    participants,
    ...state,
    asOf: state.frozenSince === null ? now : Math.min(now, state.frozenSince),
    ...nothing,
  }
  if (state.revealing) return head
  switch (by) {
    case 'person':
      return { ...head, ...(await peoplePage(rt, contest, asked, page, participants)) }
    case 'region':
      return { ...head, ...(await regionRows(rt, contest, asked, state.ranks)) }
    case 'organisation':
      return { ...head, ...(await organisationRows(rt, contest, asked, page)) }
    default:
      return by satisfies never
  }
}

const nothing = { rows: [], page: 1, pages: 1, next: null, day: null }
