import type { Metadata } from 'next'
import { dayTime } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Notice } from '#components/notice'
import { AssignReport } from '#components/staff/assign-report'
import { HandleReport } from '#components/staff/handle-report'
import { Tag } from '#components/tag'
import type { Locale } from '#core/locale'
import { said } from '#core/locale'
import type { WireErrorReport } from '#core/wire-staff'
import type { Messages } from '#messages/zh'
import { errorReports } from '#services/error-report'
import { runtime } from '#services/runtime'
import staffStyles from '../../../../components/staff/staff.module.css'
import styles from './reports.module.css'

interface ReportsProps {
  params: LocaleParams
  searchParams: Promise<{ which?: string }>
}

export const generateMetadata = async ({ params }: ReportsProps): Promise<Metadata> => ({
  title: (await speak(params)).text.upkeep.reportsTitle,
})

/** What readers found wrong: a queue, newest first. */
export default async function Reports({ params, searchParams }: ReportsProps) {
  const { locale, text } = await speak(params)
  const allowed = await staffWith(locale, 'questions.write', paths.staffReports(locale))
  const which = (await searchParams).which === 'handled' ? 'handled' : 'open'
  const reports = await errorReports(runtime(), allowed, which)
  const words = text.upkeep
  return (
    <div className={`wrap wrap-wide ${staffStyles.page}`}>
      <h1>{words.reportsTitle}</h1>
      <p className={staffStyles.lead}>{words.reportsLead}</p>
      <nav className={styles.which} aria-label={words.reportsTitle}>
        <a href={paths.staffReports(locale)} aria-current={which === 'open' ? 'page' : undefined}>
          {words.open}
        </a>
        <a href={paths.staffReports(locale, 'handled')} aria-current={which === 'handled' ? 'page' : undefined}>
          {words.handled}
        </a>
      </nav>
      {reports.length === 0 && <Notice>{which === 'open' ? words.noneOpen : words.noneHandled}</Notice>}
      <ol className={styles.reports}>
        {reports.map(report => (
          <li key={report.id} id={report.id} className={styles.report}>
            <p className={styles.about}>
              <Tag kind="quiet">{report.subject === 'entry' ? words.entry : words.question}</Tag>
              <About report={report} locale={locale} words={words} />
              <span className={styles.when}>{dayTime(report.createdAt, locale)}</span>
            </p>
            <blockquote className={styles.body} lang={report.locale === 'zh' ? 'zh-CN' : 'en'}>
              {report.body}
            </blockquote>
            {report.handled ? (
              <p className={styles.outcome}>
                {report.handled.outcome}
                <span className={styles.when}>
                  {words.handledLine(report.handled.by, dayTime(report.handled.at, locale))}
                </span>
              </p>
            ) : (
              <>
                <AssignReport
                  locale={locale}
                  id={report.id}
                  mine={report.assigned?.mine ?? false}
                  taken={report.assigned && words.assignedTo(report.assigned.by)}
                  text={plain(words)}
                  offline={text.frame.offline}
                />
                <HandleReport locale={locale} id={report.id} text={plain(words)} frame={formTexts(text)} />
              </>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

function About({ report, locale, words }: { report: WireErrorReport; locale: Locale; words: Messages['upkeep'] }) {
  const { about, subject } = report
  if (!about) return words.gone
  const href = subject === 'entry' ? paths.entry(locale, about.address) : paths.staffQuestion(locale, about.address)
  return (
    <a href={href}>
      {about.number} {said(about.text, locale)}
    </a>
  )
}
