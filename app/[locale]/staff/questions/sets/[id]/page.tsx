import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { dayTime } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { Notice } from '#components/notice'
import { Pagination } from '#components/pagination'
import { Questions } from '#components/staff/question'
import { SetFacts } from '#components/staff/set-facts'
import { TakeOut } from '#components/staff/take-out'
import { Tag } from '#components/tag'
import type { Messages } from '#messages/zh'
import { setById } from '#services/question'
import { runtime } from '#services/runtime'
import { contestsOfSet } from '#services/set-edit'
import styles from '../../../../../../components/staff/staff.module.css'

interface Props {
  params: LocaleParams & Promise<{ id: string }>
  searchParams: Promise<{
    page?: string | string[]
    question?: string | string[]
    stored?: string | string[]
    report?: string | string[]
  }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await speak(params)).text.bank.title,
})

/** One set: where it came from, and its questions. */
export default async function SetPage({ params, searchParams }: Props) {
  const { locale, text } = await speak(params)
  const { id } = await params
  const { page: asked, question, stored, report } = await searchParams
  const wanted = /^[1-9]\d{0,4}$/.test(String(asked ?? '1')) ? Number(asked ?? '1') : 1
  const here = paths.staffSet(locale, id)
  const allowed = await staffWith(locale, 'questions.write', here)
  const set = await setById(runtime(), allowed, id, typeof question === 'string' ? { question } : wanted)
  if (!set.ok) notFound()
  const words = text.bank
  const { name, imports, shown, page, pages } = set.value
  const reader = await staffWith(locale, 'questions.read', here)
  const contests = await contestsOfSet(runtime(), reader, id)
  const to = (n: number, label: string) => ({ href: `${here}?page=${n}`, label })
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffSets(locale)}>{words.back}</Back>
      <h1>
        {name} {set.value.retiredAt !== null && <Tag kind="quiet">{text.bankWork.sets.retired}</Tag>}
      </h1>
      {typeof stored === 'string' && (
        <Notice kind="good" role="status">
          {words.stored(Number(stored))} {reportSaid(report, text)}
        </Notice>
      )}
      <SetFacts set={set.value} contests={contests.ok ? contests.value : []} locale={locale} text={text} />
      {shown.length > 0 && <h2>{words.questionsTitle}</h2>}
      <Questions
        questions={shown}
        locale={locale}
        text={words}
        stored={
          new Map(
            shown.map(({ place, id: question, state }) => [
              place,
              { href: paths.staffQuestion(locale, question), state: text.bankWork.states[state] },
            ]),
          )
        }
      />
      <Pagination
        label={text.frame.pages}
        previous={page > 1 ? to(page - 1, text.frame.previous) : null}
        next={page < pages ? to(page + 1, text.frame.next) : null}
      />
      <TakeOut
        title={text.imports.exportTitle}
        lead={text.imports.exportLead}
        links={Object.entries(text.imports.exports).map(([format, label]) => ({
          href: paths.setExport(locale, id, format),
          label,
        }))}
        upload={{ href: paths.staffImport(locale, id), label: words.upload }}
      />
      {imports.length > 0 && <h2>{words.imports}</h2>}
      <ul className={styles.plainList}>
        {imports.map(one => (
          <li key={one.createdAt}>
            {dayTime(one.createdAt, locale)} · {words.importLine(one.fileName, one.rowsIn, one.stored, one.refused)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** '7-5-0-0-2' as the import hands it on: rows, new, changed, unchanged, not stored. */
function reportSaid(report: string | string[] | undefined, text: Messages): string {
  if (!/^\d{1,5}(-\d{1,5}){4}$/.test(String(report))) return ''
  const [rowsIn = 0, added = 0, revised = 0, unchanged = 0, refused = 0] = String(report).split('-').map(Number)
  return text.imports.storedReport(rowsIn, added, revised, unchanged, refused)
}
