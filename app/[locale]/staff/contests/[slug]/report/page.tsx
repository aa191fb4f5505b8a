import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { ButtonLink } from '#components/button'
import { Notice } from '#components/notice'
import { Phrases } from '#components/phrases'
import { ReportView } from '#components/report/report-view'
import { ShowReport } from '#components/staff/show-report'
import { Tag } from '#components/tag'
import { reportFor } from '#services/report/report'
import { runtime } from '#services/runtime'
import styles from '../../../../../../components/staff/staff.module.css'

type Params = LocaleParams & Promise<{ slug: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.report.task,
})

/** What a report waits for. */
const waits = { 'contest-not-closed': 'notClosed', 'boards-not-revealed': 'notRevealed' } as const

/** The report of a closed contest: read, printed, downloaded, made public. */
export default async function StaffReport({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const allowed = await staffWith(locale, 'contests.write', paths.staffReport(locale, slug))
  const found = await reportFor(runtime(), allowed, slug, locale)
  const words = text.report
  if (!found.ok && !(found.refusal in waits)) notFound()
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffContest(locale, slug)}>{words.back}</Back>
      {!found.ok ? (
        <>
          <h1>{words.task}</h1>
          <Notice>{words[waits[found.refusal as keyof typeof waits]]}</Notice>
        </>
      ) : (
        <>
          <div className={styles.head}>
            <h1>
              <Phrases of={words.heading(found.value.title)} />
            </h1>
            <Tag kind={found.value.publishedAt === null ? 'quiet' : 'good'}>
              {found.value.publishedAt === null ? words.isHidden : words.isPublic}
            </Tag>
          </div>
          <p className={`${styles.actions} no-print`}>
            <ButtonLink kind="seal" href={paths.reportFile(locale, slug)} download>
              {words.download}
            </ButtonLink>
            {found.value.publishedAt !== null && <a href={paths.report(locale, slug)}>{words.publicPage}</a>}
          </p>
          <ShowReport
            locale={locale}
            slug={slug}
            published={found.value.publishedAt !== null}
            text={plain(words)}
            frame={formTexts(text)}
          />
          <ReportView report={found.value} locale={locale} text={text} />
        </>
      )}
    </div>
  )
}
