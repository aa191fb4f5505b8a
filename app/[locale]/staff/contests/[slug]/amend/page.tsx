import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { Notice } from '#components/notice'
import { Phrases } from '#components/phrases'
import { RulesAmendForm } from '#components/staff/rules-amend-form'
import { contestForStaff } from '#services/contest-view'
import { runtime } from '#services/runtime'
import styles from '../../../../../../components/staff/staff.module.css'

type Params = LocaleParams & Promise<{ slug: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.amend.title,
})

/** Rules of an open contest: what may be changed to nobody's disadvantage, by two people. */
export default async function AmendRules({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const allowed = await staffWith(locale, 'contests.write', paths.staffAmendRules(locale, slug))
  const found = await contestForStaff(runtime(), allowed, slug)
  if (!found.ok) notFound()
  const words = text.amend
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffContest(locale, slug)}>{words.back}</Back>
      <h1>
        <Phrases of={words.title} />
      </h1>
      <p className={styles.lead}>{words.lead}</p>
      {found.value.phase === 'open' ? (
        <RulesAmendForm
          locale={locale}
          slug={slug}
          rules={found.value.rules}
          approvals={paths.staffApprovals(locale)}
          text={plain(words)}
          frame={formTexts(text)}
        />
      ) : (
        <Notice>{words.onlyOpen}</Notice>
      )}
    </div>
  )
}
