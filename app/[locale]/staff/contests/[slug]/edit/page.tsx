import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { ContestForm } from '#components/staff/contest-form'
import { said } from '#core/locale'
import { contestForStaff } from '#services/contest-setup'
import { listSets } from '#services/question'
import { runtime } from '#services/runtime'
import styles from '../../../../../../components/staff/staff.module.css'

type Params = LocaleParams & Promise<{ slug: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.setup.edit,
})

/** Changing a contest; once it is open only its words. */
export default async function EditContest({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const allowed = await staffWith(locale, 'contests.write', paths.staffEditContest(locale, slug))
  const contest = await contestForStaff(runtime(), allowed, slug)
  if (!contest.ok) notFound()
  const { title, summary, opensAt, closesAt, rules, phase } = contest.value
  const sets = await listSets(runtime(), allowed)
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffContest(locale, slug)}>{said(title, locale)}</Back>
      <h1>{text.setup.editTitle(said(title, locale))}</h1>
      <ContestForm
        locale={locale}
        slug={slug}
        draft={{ slug, title, summary, opensAt, closesAt, rules, sets: contest.value.sets.map(set => set.id) }}
        locked={phase === 'open' || phase === 'closed'}
        sets={sets.map(set => ({ id: set.id, label: `${set.name}（${text.bank.setOf(set.questions)}）` }))}
        contestsHref={paths.staffContests(locale)}
        text={plain(text.setup)}
        frame={formTexts(text)}
      />
    </div>
  )
}
