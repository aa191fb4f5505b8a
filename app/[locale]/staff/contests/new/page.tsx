import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { NewForm } from '#components/wizard/new-form'
import { usualRules } from '#core/contest/rules'
import { dayMs, dayOf, startOfDay } from '#core/day'
import { said } from '#core/locale'
import { listAllContests } from '#services/contest-view'
import { runtime } from '#services/runtime'
import styles from '../../../../../components/staff/staff.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.setup.newTitle,
})

const hour = 3_600_000

/** A new contest begins as a draft: tomorrow at nine, for two weeks, by the usual rules; or as a copy of another. */
export default async function NewContest({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const allowed = await staffWith(locale, 'contests.write', paths.staffNewContest(locale))
  const rt = runtime()
  const tomorrow = startOfDay(dayOf(rt.clock.now() + dayMs))
  const contests = await listAllContests(rt, allowed)
  const { field, create, moment } = text.wizard
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffContests(locale)}>{text.setup.back}</Back>
      <h1>{text.setup.newTitle}</h1>
      <NewForm
        locale={locale}
        usual={{
          slug: '',
          title: { zh: '', en: '' },
          summary: { zh: '', en: '' },
          opensAt: tomorrow + 9 * hour,
          closesAt: tomorrow + 14 * dayMs + 18 * hour,
          rules: usualRules,
          sets: [],
        }}
        contests={contests.map(({ slug, title }) => ({ slug, title: said(title, locale) }))}
        words={{
          ...create,
          title: field.title?.label ?? '',
          slug: field.slug?.label ?? '',
          slugHint: field.slug?.hint ?? '',
          opensAt: field.opensAt?.label ?? '',
          opensHint: field.opensAt?.hint ?? '',
          moment,
        }}
        frame={formTexts(text)}
        contestsHref={paths.staffContests(locale)}
      />
    </div>
  )
}
