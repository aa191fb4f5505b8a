import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { dayTime } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { ButtonLink } from '#components/button'
import { ExportForm } from '#components/staff/export/form'
import { Tag } from '#components/tag'
import type { Locale } from '#core/locale'
import { columnsOf } from '#core/prize/export-columns'
import type { Messages } from '#messages/zh'
import { contestForExport, type ExportLine, exportsFor } from '#services/export-view'
import { runtime } from '#services/runtime'
import styles from '../../../../../../components/staff/staff.module.css'

type Params = LocaleParams & Promise<{ slug: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.exports.title,
})

const tagOf = { working: 'attention', ready: 'good', failed: 'attention', removed: 'quiet' } as const

/** Lists of one contest as files, and what was exported so far. */
export default async function ContestExports({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const allowed = await staffWith(locale, 'standings.export', paths.staffExports(locale, slug))
  const contest = await contestForExport(runtime(), allowed, slug)
  if (!contest.ok) notFound()
  const records = await exportsFor(runtime(), allowed, slug)
  const words = text.exports
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffContest(locale, slug)}>{words.back}</Back>
      <h1>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <ExportForm
        locale={locale}
        slug={slug}
        closed={contest.value.closed}
        columns={columnsOf}
        regions={contest.value.regions.map(unit => ({
          slug: unit.slug,
          name: locale === 'zh' ? unit.nameZh : unit.nameEn,
        }))}
        reasonNeeded={text.refusal['reason-needed']}
        text={plain(words)}
        frame={formTexts(text)}
      />
      <h2>{words.records}</h2>
      {records.length === 0 && <p className={styles.hint}>{words.none}</p>}
      <ul className={styles.plainList}>
        {records.map(record => (
          <li key={record.id ?? record.at}>
            <Exported record={record} locale={locale} words={words} />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ExportedProps {
  record: ExportLine
  locale: Locale
  words: Messages['exports']
}

function Exported({ record, locale, words }: ExportedProps) {
  const { at, who, kind, masked, format, rows, reason, state, mine, id, expiresAt } = record
  return (
    <>
      {dayTime(at, locale)} · {who} · {words.kind[kind]} · {masked ? words.masked : words.full} · {format.toUpperCase()}{' '}
      · {words.line(rows, reason)} <Tag kind={tagOf[state]}>{words.states[state]}</Tag>
      {state === 'ready' && mine && expiresAt !== null && (
        <>
          {' '}
          <ButtonLink kind="quiet" href={`/api/v1/staff/exports/${id}/file`} download>
            {words.download}
          </ButtonLink>{' '}
          {words.until(dayTime(expiresAt, locale))}
        </>
      )}
    </>
  )
}
