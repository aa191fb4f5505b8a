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
import { Tag } from '#components/tag'
import { setById } from '#services/question'
import { runtime } from '#services/runtime'
import { contestsOfSet } from '#services/set-edit'
import styles from '../../../../../../components/staff/staff.module.css'

interface Props {
  params: LocaleParams & Promise<{ id: string }>
  searchParams: Promise<{ page?: string | string[]; question?: string | string[]; stored?: string | string[] }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await speak(params)).text.bank.title,
})

/** One set: where it came from, and its questions. */
export default async function SetPage({ params, searchParams }: Props) {
  const { locale, text } = await speak(params)
  const { id } = await params
  const { page: asked, question, stored } = await searchParams
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
          {words.stored(Number(stored))}
        </Notice>
      )}
      <SetFacts set={set.value} contests={contests.ok ? contests.value : []} locale={locale} text={text} />
      <Questions questions={shown} locale={locale} text={words} />
      <Pagination
        label={text.frame.pages}
        previous={page > 1 ? to(page - 1, text.frame.previous) : null}
        next={page < pages ? to(page + 1, text.frame.next) : null}
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
