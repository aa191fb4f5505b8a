import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { dayTime, limit } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { share } from '#app/share'
import { Back } from '#components/back'
import { ButtonLink } from '#components/button'
import { Conditions } from '#components/contest/conditions'
import { Errata } from '#components/contest/errata'
import { Facts } from '#components/contest/facts'
import { Start } from '#components/contest/start'
import { Notice } from '#components/notice'
import { Phrases } from '#components/phrases'
import { Seal } from '#components/seal'
import { Tag } from '#components/tag'
import { Notices } from '#components/watch/notices'
import { longestSeconds } from '#core/contest/size'
import { said } from '#core/locale'
import { answerKey } from '#services/answer-key'
import { contestBySlug } from '#services/contest'
import { errataOf } from '#services/regrade-view'
import { runtime } from '#services/runtime'
import { noticesFor } from '#services/watch'
import styles from './contest.module.css'

type Params = LocaleParams & Promise<{ slug: string }>

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { locale } = await speak(params)
  const { slug } = await params
  const contest = await contestBySlug(runtime(), slug)
  if (!contest) return {}
  const [title, description] = [said(contest.title, locale), said(contest.summary, locale)]
  return share({ locale, path: paths.contest(locale, slug), title, description })
}

/** The start page of a contest: who, how long, what counts; then the one red button. */
export default async function ContestPage({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const contest = await contestBySlug(runtime(), slug)
  if (!contest) notFound()
  const words = text.contest
  const here = paths.contest(locale, slug)
  const notices = await noticesFor(runtime(), slug)
  const paused = notices.find(({ kind }) => kind === 'paused' || kind === 'resumed')?.kind === 'paused'
  return (
    <div className="wrap">
      <Back href={paths.contests(locale)}>{words.back}</Back>
      <div className={styles.head}>
        {contest.phase === 'open' && !contest.sample && !paused && <Seal>{words.sealOpen}</Seal>}
        <div>
          <h1>
            <Phrases of={said(contest.title, locale)} />
          </h1>
          <p className={styles.tags}>
            {(contest.phase !== 'open' || contest.sample) && <Tag kind="quiet">{words.phase[contest.phase]}</Tag>}{' '}
            {contest.phase === 'open' && paused && <Tag kind="attention">{text.watch.notice.paused}</Tag>}
            {contest.sample && <Tag kind="attention">{words.sample}</Tag>}
          </p>
        </div>
      </div>
      <p className={styles.summary}>{said(contest.summary, locale)}</p>
      {contest.sample && (
        <div className={styles.notice}>
          <Notice kind="attention">{words.sampleWhy}</Notice>
        </div>
      )}
      <Notices {...{ notices, locale }} words={text.watch} className={styles.notice} />
      <Facts contest={contest} locale={locale} words={words} />
      <div className={styles.act}>
        {contest.phase !== 'closed' && (
          <noscript>
            <p>{text.paper.needsScript}</p>
          </noscript>
        )}
        <Start
          slug={slug}
          locale={locale}
          paused={paused}
          open={contest.phase === 'open' || contest.warmingUp}
          time={limit(longestSeconds(contest.rules), locale)}
          words={words.start}
          hrefs={{
            signIn: paths.signIn(locale, here),
            region: paths.myRegion(locale, here),
            enter: paths.enter(locale, slug),
            attempts: paths.attempts(locale),
          }}
        />
        {contest.phase === 'announced' && <p>{words.opensSoon(dayTime(contest.opensAt, locale))}</p>}
        {contest.practising && <ButtonLink href={paths.practice(locale)}>{words.practise}</ButtonLink>}
        {contest.phase === 'closed' && (
          <p className={styles.closed}>{words.closed(dayTime(contest.closesAt, locale))}</p>
        )}
        {contest.phase !== 'announced' && (
          <ButtonLink
            kind={contest.phase === 'open' ? 'quiet' : 'plain'}
            className={contest.phase === 'open' ? styles.boards : undefined}
            href={paths.standings(locale, slug)}
          >
            {contest.phase === 'open' ? words.boardsOpen : words.boards}
          </ButtonLink>
        )}
        {contest.phase === 'closed' && (await answerKey(runtime(), slug, 1, locale)) && (
          <ButtonLink kind="quiet" href={paths.answers(locale, slug, 1)}>
            {words.answerKey}
          </ButtonLink>
        )}
        {(contest.phase === 'closed' || contest.rules.draws.length > 0) && (
          <ButtonLink kind="quiet" href={paths.winners(locale, slug)}>
            {text.prize.title}
          </ButtonLink>
        )}
      </div>
      <Conditions contest={contest} locale={locale} words={words} rulesLink={text.rules.onContest} />
      <Errata errata={await errataOf(runtime(), contest.id)} locale={locale} words={text.statistics} />
    </div>
  )
}
