import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { SetForm } from '#components/staff/set-form'
import { setById } from '#services/question'
import { runtime } from '#services/runtime'
import styles from '../../../../../../../components/staff/staff.module.css'

interface EditSetProps {
  params: LocaleParams & Promise<{ id: string }>
}

export const generateMetadata = async ({ params }: EditSetProps): Promise<Metadata> => ({
  title: (await speak(params)).text.bankWork.sets.editTitle,
})

/** Who answers for a set, where it comes from, and how others may use it. */
export default async function EditSet({ params }: EditSetProps) {
  const { locale, text } = await speak(params)
  const { id } = await params
  const allowed = await staffWith(locale, 'questions.write', paths.staffEditSet(locale, id))
  const set = await setById(runtime(), allowed, id, 1)
  if (!set.ok) notFound()
  const { name, owner, source, licence } = set.value
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffSet(locale, id)}>{name}</Back>
      <h1>{text.bankWork.sets.editTitle}</h1>
      <SetForm
        locale={locale}
        id={id}
        set={{ name, owner, source, licence }}
        setHref={paths.staffSet(locale, id)}
        text={plain(text.bankWork.sets)}
        frame={formTexts(text)}
      />
    </div>
  )
}
