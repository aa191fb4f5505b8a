import { count, dayTime, duration } from '#app/format'
import { paths } from '#app/paths'
import type { Locale } from '#core/locale'
import { said } from '#core/locale'
import { placeWord } from '#core/standing/place'
import type { WireResult } from '#core/wire'
import type { Messages } from '#messages/zh'
import type { ContestView } from '#services/contest'
import { Notice } from '../notice.tsx'
import { Seal } from '../seal.tsx'
import styles from './outcome.module.css'

interface OutcomeProps {
  result: WireResult
  contest: ContestView
  locale: Locale
  words: Messages['result']
}

/** The seal with the score, the sentence that places it, and the figures behind both. */
export function Outcome({ result, contest, locale, words }: OutcomeProps) {
  const { region } = result
  const rows: [string, React.ReactNode][] = [
    ...(result.correct === null
      ? []
      : [[words.right, words.rightOf(result.correct, result.total)] as [string, React.ReactNode]]),
    [words.time, duration(result.durationMs, locale)],
  ]
  if (region)
    rows.push([
      words.rankRegion,
      <a key="region" href={paths.standings(locale, contest.slug, { by: 'person', region: region.slug })}>
        {words.rankOf(count(region.rank), count(region.participants))}
      </a>,
    ])
  if (result.rank !== null)
    rows.push([
      words.rankAll,
      <a key="all" href={paths.standings(locale, contest.slug)}>
        {words.rankOf(count(result.rank), count(result.participants))}
      </a>,
    ])
  rows.push([words.when, dayTime(result.finishedAt, locale)])
  return (
    <>
      <h1 className={styles.title}>
        <span className="spoken">{words.title} · </span>
        {said(contest.title, locale)}
      </h1>
      <div className={styles.head}>
        <Seal size="large" pressed below={words.ofMaximum(result.maximum)}>
          {result.score ?? '…'}
        </Seal>
        <p className={styles.place}>
          {result.score === null ? words.scoreLater(dayTime(result.scoreAt, locale)) : sentence(result, contest, words)}
        </p>
      </div>
      {result.won.map(({ tier, prize }) => (
        <Notice kind="good" key={tier}>
          {words.won(tier, prize)} <a href={paths.winners(locale, contest.slug)}>{words.toWinners}</a>
        </Notice>
      ))}
      {result.finishedBy === 'server' && <p className={styles.server}>{words.finishedByServer}</p>}
      <dl className={styles.figures}>
        {rows.map(([name, value]) => (
          <div key={name} className={styles.row}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function sentence({ region, rank, rankWaits }: WireResult, contest: ContestView, words: Messages['result']): string {
  if (!contest.rules.feedback.rank) return words.finishedNoRank
  if (rankWaits) return words.rankWaits[rankWaits]
  if (rank === null) return words.notCounted
  if (!region) return words.finishedNoRank
  const place = placeWord(region.rank, region.participants, contest.rules.ties[0] === 'shared')
  switch (place.kind) {
    case 'first':
      return words.firstInRegion(region.name)
    case 'beats':
      return words.beats(region.name, place.percent)
    case 'rank':
      return words.rankInRegion(region.name, count(region.rank))
    default:
      return place satisfies never
  }
}
