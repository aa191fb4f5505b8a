import { dayTime } from '#app/format'
import { paths } from '#app/paths'
import { Tag } from '#components/tag'
import type { Locale } from '#core/locale'
import type { WireQuestionReport } from '#core/wire-bank'
import type { Messages } from '#messages/zh'
import view from './question-view.module.css'
import staff from './staff.module.css'

/** What citizens reported about one question, and what became of it. */
export function ReportsOn({
  reports,
  locale,
  text,
}: {
  reports: readonly WireQuestionReport[]
  locale: Locale
  text: Messages
}) {
  const words = text.bankWork.view
  return (
    <section className={view.part}>
      <h2>{words.reports}</h2>
      {reports.length === 0 && <p className={staff.hint}>{words.noReports}</p>}
      <ol className={view.history}>
        {reports.map(report => (
          <li key={report.id}>
            <span className={view.when}>{dayTime(report.createdAt, locale)}</span>
            <span>
              <Tag kind={report.handled ? 'quiet' : 'attention'}>
                {report.handled
                  ? text.upkeep.handled
                  : report.assignedTo
                    ? text.upkeep.assignedTo(report.assignedTo)
                    : text.upkeep.open}
              </Tag>{' '}
              <a href={`${paths.staffReports(locale, report.handled ? 'handled' : undefined)}#${report.id}`}>
                <span lang={report.locale === 'zh' ? 'zh-CN' : 'en'}>{report.body}</span>
              </a>
              {report.handled && <span className={view.noteLine}>{report.handled.outcome}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
