import type { Metadata } from 'next'
import { count, day } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { Tag } from '#components/tag'
import { said } from '#core/locale'
import { listContests } from '#services/contest'
import { runtime } from '#services/runtime'
import styles from './boards.module.css'

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const { text } = await speak(params)
  return { title: text.board.title, description: text.board.overview }
}

/** Every contest's boards. */
export default async function BoardsPage({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const contests = (await listContests(runtime())).filter(contest => contest.phase !== 'announced')
  const words = text.board
  return (
    <div className="wrap">
      <h1>{words.title}</h1>
      <p className={styles.intro}>{words.overview}</p>
      <ul className={styles.list}>
        {contests.map(contest => (
          <li key={contest.slug} className={styles.contest}>
            <h2 className={styles.name}>{said(contest.title, locale)}</h2>
            <p className={styles.state}>
              <Tag kind={contest.phase === 'open' ? 'open' : 'quiet'}>{text.contest.phase[contest.phase]}</Tag>
              {contest.sample && <Tag kind="attention">{words.sample}</Tag>}
              <span>
                {day(contest.opensAt, locale)} {words.from} {day(contest.closesAt - 1, locale)}
              </span>
              <span>{words.participants(count(contest.participants))}</span>
            </p>
            <p className={styles.ways}>
              <a href={paths.standings(locale, contest.slug)}>{words.persons}</a>
              <a href={paths.standings(locale, contest.slug, { by: 'region' })}>{words.regions}</a>
              <a href={paths.standings(locale, contest.slug, { by: 'organisation' })}>{words.organisations}</a>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
