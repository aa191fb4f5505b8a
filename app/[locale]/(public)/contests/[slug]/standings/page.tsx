import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { type BoardBy, paths } from '#app/paths'
import { Back } from '#components/back'
import { Groups } from '#components/board/groups'
import { BoardHead } from '#components/board/head'
import { People } from '#components/board/people'
import { said } from '#core/locale'
import type { WireGroupRow, WirePersonRow } from '#core/wire'
import { contestBySlug } from '#services/contest'
import { regionsOf } from '#services/region'
import { runtime } from '#services/runtime'
import { standingsOf } from '#services/standing'

type Params = LocaleParams & Promise<{ slug: string }>
type Search = Promise<Record<string, string | string[] | undefined>>
interface BoardProps {
  params: Params
  searchParams: Search
}

const pageSize = 50
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
  const region = by === 'person' ? one(asked.region) : null
  const contest = await contestBySlug(rt, slug)
  const board = await standingsOf(rt, {
    slug,
    by,
    region,
    limit: pageSize,
    after: one(asked.after),
    accountId: null,
    locale,
  })
  if (!contest || !board.ok) notFound()
  const regions = await regionsOf(rt, contest.edition, locale)
  const words = text.board
  const shared = { board: board.value, contest, regions, locale, words }
  return (
    <div className="wrap">
      <Back href={paths.contest(locale, slug)}>{said(contest.title, locale)}</Back>
      <BoardHead {...shared} />
      {by === 'person' ? (
        <People {...shared} rows={board.value.rows as WirePersonRow[]} isFirst={one(asked.after) === null} />
      ) : (
        <Groups {...shared} rows={board.value.rows as WireGroupRow[]} />
      )}
    </div>
  )
}

/** A value given once and not empty: the filter's form sends an empty one for the whole city. */
const one = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null
