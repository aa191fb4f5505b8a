import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { activityFormParts } from '#app/activity-form'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { ActivityForm } from '#components/staff/activity-form'
import styles from '../../../../../../../components/staff/staff.module.css'

type Params = LocaleParams & Promise<{ slug: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.campaign.newActivity,
})

/** A new report begins where its writer reports. */
export default async function NewActivity({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const allowed = await staffWith(locale, 'activities.write', paths.staffNewActivity(locale, slug))
  const parts = await activityFormParts(locale, text, allowed, slug)
  if (!parts) notFound()
  const none = { zh: '', en: '' }
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffCampaign(locale, slug)}>{text.campaign.listTitle}</Back>
      <h1>{text.campaign.newActivity}</h1>
      <ActivityForm
        {...parts}
        edited={null}
        draft={{
          day: null,
          region: parts.regions[0]?.value || null,
          department: parts.departments[0]?.value || null,
          title: none,
          summary: none,
          body: none,
        }}
      />
      <p className={styles.hint}>{text.campaign.picturesFirst}</p>
    </div>
  )
}
