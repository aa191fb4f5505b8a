import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { ContestForm } from '#components/staff/contest-form'
import { usualRules } from '#core/contest/rules'
import { dayMs, dayOf, startOfDay } from '#core/day'
import { listSets } from '#services/question'
import { runtime } from '#services/runtime'
import styles from '../../../../../components/staff/staff.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.setup.newTitle,
})

const hour = 3_600_000

/** A new contest begins as a draft: tomorrow at nine, for two weeks, by the usual rules. */
export default async function NewContest({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const allowed = await staffWith(locale, 'contests.write', paths.staffNewContest(locale))
  const rt = runtime()
  const tomorrow = startOfDay(dayOf(rt.clock.now() + dayMs))
  const sets = await listSets(rt, allowed)
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffContests(locale)}>{text.setup.back}</Back>
      <h1>{text.setup.newTitle}</h1>
      <ContestForm
        locale={locale}
        slug={null}
        draft={{
          slug: '',
          title: { zh: '', en: '' },
          summary: { zh: '', en: '' },
          opensAt: tomorrow + 9 * hour,
          closesAt: tomorrow + 14 * dayMs + 18 * hour,
          rules: usualRules,
          sets: [],
        }}
        locked={false}
        sets={sets.map(set => ({ id: set.id, label: `${set.name}（${text.bank.setOf(set.questions)}）` }))}
        contestsHref={paths.staffContests(locale)}
        text={plain(text.setup)}
        frame={formTexts(text)}
      />
    </div>
  )
}
