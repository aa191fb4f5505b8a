import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { day } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { Back } from '#components/back'
import { RuleGroups } from '#components/contest/rule-groups'
import { Phrases } from '#components/phrases'
import { said } from '#core/locale'
import { explained } from '#messages/explain'
import { rulesOfContest } from '#services/contest-rules'
import { runtime } from '#services/runtime'
import styles from './rules.module.css'

type Params = LocaleParams & Promise<{ slug: string }>

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { locale, text } = await speak(params)
  const found = await rulesOfContest(runtime(), (await params).slug)
  return found ? { title: `${text.rules.title} · ${said(found.contest.title, locale)}` } : {}
}

/** All rules in plain words, made from the value that drives the engine; the value itself stands beside them. */
export default async function ContestRulesPage({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const found = await rulesOfContest(runtime(), slug)
  if (!found) notFound()
  const { contest, amendments } = found
  const words = text.rules
  return (
    <div className="wrap">
      <Back href={paths.contest(locale, slug)}>{words.back}</Back>
      <h1>
        <Phrases of={words.title} />
      </h1>
      <p className={styles.contest}>{said(contest.title, locale)}</p>
      <p className={styles.lead}>
        {words.lead}{' '}
        <a href={paths.rulesAsData(slug)} type="application/json">
          {words.asData}
        </a>
      </p>
      <RuleGroups groups={explained(contest.rules, contest, locale)} />
      <section className={styles.amendments}>
        <h2>{words.amendments}</h2>
        {amendments.length === 0 ? (
          <p>{words.noAmendments}</p>
        ) : (
          <ul>
            {amendments.map(({ from, reason }) => (
              <li key={from}>{words.amended(day(from, locale), said(reason, locale))}</li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}
