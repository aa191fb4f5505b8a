import type { Metadata } from 'next'
import { campaignFormParts } from '#app/campaign-form'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { CampaignForm } from '#components/staff/campaign-form'
import { dayOf } from '#core/day'
import { runtime } from '#services/runtime'
import styles from '../../../../../components/staff/staff.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.campaign.newCampaign,
})

export default async function NewCampaign({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const allowed = await staffWith(locale, 'campaigns.write', paths.staffNewCampaign(locale))
  const none = { zh: '', en: '' }
  const year = Number(dayOf(runtime().clock.now()).slice(0, 4))
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffCampaigns(locale)}>{text.campaign.staffTitle}</Back>
      <h1>{text.campaign.newCampaign}</h1>
      <CampaignForm
        {...(await campaignFormParts(locale, text, allowed))}
        slug={null}
        draft={{
          slug: '',
          title: none,
          theme: none,
          slogan: none,
          lead: none,
          year,
          fromDay: null,
          toDay: null,
          items: [],
          contests: [],
        }}
      />
    </div>
  )
}
