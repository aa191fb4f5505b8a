import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { Back } from '#components/back'
import { Phrases } from '#components/phrases'
import { ReportView } from '#components/report/report-view'
import { publicReport } from '#services/report/report'
import { runtime } from '#services/runtime'

type Params = LocaleParams & Promise<{ slug: string }>

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: (await speak(params)).text.report.task }
}

/** What the organizer has made public of how a contest went. */
export default async function PublicReport({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const report = await publicReport(runtime(), slug, locale)
  if (!report) notFound()
  return (
    <div className="wrap wrap-wide">
      <Back href={paths.contest(locale, slug)}>{text.report.back}</Back>
      <h1>
        <Phrases of={text.report.heading(report.title)} />
      </h1>
      <ReportView report={report} locale={locale} text={text} />
    </div>
  )
}
