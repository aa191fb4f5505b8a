import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { day } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { type BoardBy, paths } from '#app/paths'
import { Back } from '#components/back'
import { BoardFilter } from '#components/board/filter'
import { Groups } from '#components/board/groups'
import { BoardHead } from '#components/board/head'
import { Pages } from '#components/board/pages'
import { People } from '#components/board/people'
import { TileMap } from '#components/board/tile-map'
import { type Locale, said } from '#core/locale'
import { leagueViews } from '#core/standing/league'
import { daysOf, startOfScope, trackScope } from '#core/standing/scope'
import type { WireGroupRow, WirePersonRow } from '#core/wire'
import { replayOf } from '#services/board-replay'
import { type ContestView, contestBySlug } from '#services/contest'
import { regionsOf } from '#services/region'
import { runtime } from '#services/runtime'
import { standingsOf } from '#services/standing'
import type { BoardParts } from '../../../../../../components/board/shared.ts'

type Params = LocaleParams & Promise<{ slug: string }>
type Search = Promise<Record<string, string | string[] | undefined>>
interface BoardProps {
  params: Params
  searchParams: Search
}

const pageSize = 50
/** Districts and counties stand on one page. */
const wholeEdition = 100
const views: readonly BoardBy[] = ['person', 'region', 'organisation']

export async function generateMetadata({ params }: BoardProps): Promise<Metadata> {
  const { locale, text } = await speak(params)
  const contest = await contestBySlug(runtime(), (await params).slug)
  return contest ? { title: text.board.of(said(contest.title, locale)) } : {}
}

/** The boards of a contest: people, of the whole city or of one district; districts and counties; organisations. */
export default async function StandingsPage({ params, searchParams }: BoardProps) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const asked = await searchParams
  const rt = runtime()
  const by = views.find(view => view === asked.by) ?? 'person'
  const view = leagueViews.find(one => one === asked.view) ?? 'participation'
  const region = by === 'person' ? one(asked.region) : null
  const scope = one(asked.scope)
  const contest = await contestBySlug(rt, slug)
  const limit = by === 'region' ? wholeEdition : pageSize
  const query = { slug, by, scope: scope ?? 'whole', view, region, limit, page: pageNumber(asked.page) }
  const board = await standingsOf(rt, { ...query, after: null, accountId: null, locale })
  if (!contest || !board.ok) notFound()
  const regions = await regionsOf(rt, contest.edition, locale)
  const words = text.board
  const scopes = scopesOf(contest, rt.clock.now(), locale)
  const shared = { board: board.value, contest, regions, locale, words, scopes }
  const rows = board.value.rows
  const { day: growthDay } = board.value
  return (
    <div className={`wrap ${by === 'region' ? 'wrap-wide' : ''}`}>
      <Back href={paths.contest(locale, slug)}>{said(contest.title, locale)}</Back>
      <BoardHead {...shared} />
      {(board.value.participants > 0 || region || scope) && <BoardFilter {...shared} />}
      {by === 'region' && !board.value.revealing && (
        <TileMap {...shared} rows={rows as WireGroupRow[]} replay={await replayOf(rt, slug)} />
      )}
      {board.value.revealing ? null : by === 'person' ? (
        <People {...shared} rows={rows as WirePersonRow[]} />
      ) : (
        <Groups
          {...shared}
          rows={rows as WireGroupRow[]}
          shownDay={growthDay === null ? '' : day(startOfScope(contest, `day-${growthDay}`), locale)}
        />
      )}
      <Pages {...shared} here={{ ...(by !== 'person' && { by }), region, scope }} />
    </div>
  )
}

/** A value given once and not empty: the filter's form sends an empty one for the whole city. */
const one = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' && value !== '' && value !== 'whole' ? value : null

const pageNumber = (value: string | string[] | undefined): number =>
  typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1

/** Tracks, stages that have begun, and days up to today. */
function scopesOf(contest: ContestView, now: number, locale: Locale): BoardParts['scopes'] {
  const stages = contest.rules.calendar.stages.filter(stage => stage.opensAt <= now)
  const days = daysOf(contest).filter(scope => startOfScope(contest, scope) <= now)
  return [
    ...contest.rules.who.tracks.map(({ id, name }) => ({
      scope: trackScope(id),
      name: said(name, locale),
      kind: 'track' as const,
    })),
    ...stages.map(stage => ({
      scope: `stage-${stage.id}` as const,
      name: said(stage.name, locale),
      kind: 'stage' as const,
    })),
    ...days.map(scope => ({ scope, name: day(startOfScope(contest, scope), locale), kind: 'day' as const })),
  ]
}
