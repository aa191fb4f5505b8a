import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { count, dayTime, sentences } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { Cases } from '#components/integrity/cases'
import { ReviewNow } from '#components/integrity/review-now'
import { Strikes } from '#components/integrity/strikes'
import { Notice } from '#components/notice'
import { integrityOf } from '#services/integrity'
import { runtime } from '#services/runtime'
import styles from '../../../../../../components/staff/staff.module.css'

type Params = LocaleParams & Promise<{ slug: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.integrity.title,
})

/** What somebody should look at, what was decided, who was struck out. */
export default async function Integrity({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const allowed = await staffWith(locale, 'integrity.review', paths.staffIntegrity(locale, slug))
  const found = await integrityOf(runtime(), allowed, slug)
  if (!found.ok) notFound()
  const { waiting, candidates, reviewed, waitingCases, decidedCases, strikes } = found.value
  const words = text.integrity
  const parts = { slug, locale, text }
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffContest(locale, slug)}>{text.setup.contest}</Back>
      <h1>{words.title}</h1>
      <p className={styles.lead}>{sentences(locale, words.lead, words.candidatesFirst)}</p>
      <p>{reviewed ? words.reviewed(dayTime(reviewed.at, locale), count(reviewed.attempts)) : words.never}</p>
      <ReviewNow
        {...{ locale, slug }}
        text={{ review: words.review, reviewing: words.reviewing }}
        offline={text.frame.offline}
      />
      <h2>{words.waiting}</h2>
      {waiting === 0 ? <Notice>{words.none}</Notice> : <p>{words.numbers(waiting, candidates)}</p>}
      <Cases cases={waitingCases} {...parts} />
      <h2>{words.strikes}</h2>
      {strikes.length === 0 ? (
        <p className={styles.lead}>{words.noneStruck}</p>
      ) : (
        <Strikes strikes={strikes} {...parts} />
      )}
      <h2>{words.decided}</h2>
      {decidedCases.length === 0 ? (
        <p className={styles.lead}>{words.noneDecided}</p>
      ) : (
        <Cases cases={decidedCases} {...parts} />
      )}
    </div>
  )
}
