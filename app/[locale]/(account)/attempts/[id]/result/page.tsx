import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { dayTime } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { plain, reportTexts } from '#app/plain'
import { signedIn } from '#app/session'
import { ButtonLink } from '#components/button'
import { OwnStrike } from '#components/integrity/own-strike'
import { Notice } from '#components/notice'
import { Chapters } from '#components/result/chapters'
import { Corrections } from '#components/result/corrections'
import { Learn } from '#components/result/learn'
import { Outcome } from '#components/result/outcome'
import { Reviewed } from '#components/result/reviewed'
import { Share } from '#components/result/share'
import { fill } from '#core/fill'
import { said } from '#core/locale'
import { contestBySlug } from '#services/contest'
import { chaptersOf } from '#services/handbook'
import { resultOf } from '#services/result'
import { runtime } from '#services/runtime'
import { ownStrike } from '#services/strike'
import styles from './result.module.css'

type Params = LocaleParams & Promise<{ id: string }>

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: (await speak(params)).text.result.title, robots: { index: false } }
}

/** Score and place first, then what to learn, then question by question. Another person's attempt is not found. */
export default async function ResultPage({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { id } = await params
  const rt = runtime()
  const who = await signedIn()
  if (!who) redirect(paths.signIn(locale, paths.result(locale, id)))
  const outcome = await resultOf(rt, who, id, locale)
  if (!outcome.ok) {
    if (outcome.refusal !== 'attempt-unfinished') notFound()
    return <Unfinished words={text.result} href={paths.attempt(locale, id)} />
  }
  const result = outcome.value
  const contest = await contestBySlug(rt, result.contest)
  if (!contest) notFound()
  const words = text.result
  const strike = await ownStrike(rt, who, contest.slug)
  return (
    <div className={`wrap ${styles.result}`}>
      {strike && <OwnStrike {...{ strike, locale, text }} slug={contest.slug} />}
      <Outcome {...{ result, contest, locale, words }} />
      <Corrections corrections={result.corrections} slug={contest.slug} locale={locale} words={words} />
      {result.review ? (
        <>
          <Chapters review={result.review} chapters={await chaptersOf(rt)} locale={locale} words={words} />
          <Learn review={result.review} locale={locale} words={words} />
          <section className={styles.part}>
            <h2>{words.review}</h2>
            {result.review.map(question => (
              <Reviewed
                key={question.position}
                question={question}
                attempt={result.attempt}
                report={reportTexts(text)}
                untilRight={contest.rules.attempts.untilRight}
                locale={locale}
                words={words}
              />
            ))}
          </section>
        </>
      ) : (
        <Notice>
          {result.answersFrom === null ? words.answersNever : words.answersLater(dayTime(result.answersFrom, locale))}
        </Notice>
      )}
      {result.score !== null && (
        <Share
          locale={locale}
          attempt={id}
          alt={fill(text.share.alt, { contest: said(contest.title, locale), score: result.score })}
          hasDistrict={who.account.region !== null}
          text={{ ...plain(text.share), offline: text.frame.offline, errorPrefix: text.frame.errorPrefix }}
        />
      )}
      <p className={styles.ways}>
        <ButtonLink href={paths.standings(locale, contest.slug)}>{words.boards}</ButtonLink>
        <ButtonLink kind="quiet" href={paths.contest(locale, contest.slug)}>
          {words.toContest}
        </ButtonLink>
      </p>
    </div>
  )
}

function Unfinished({ words, href }: { words: { unfinished: string; continue: string; title: string }; href: string }) {
  return (
    <div className="wrap flow">
      <h1>{words.title}</h1>
      <p>{words.unfinished}</p>
      <ButtonLink kind="seal" href={href}>
        {words.continue}
      </ButtonLink>
    </div>
  )
}
