import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { campaignFormParts } from '#app/campaign-form'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { CampaignForm } from '#components/staff/campaign-form'
import { said } from '#core/locale'
import { campaignForStaff } from '#services/campaign-setup'
import { runtime } from '#services/runtime'
import styles from '../../../../../../components/staff/staff.module.css'

type Params = LocaleParams & Promise<{ slug: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.campaign.editTitle,
})

export default async function EditCampaign({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const allowed = await staffWith(locale, 'campaigns.write', paths.staffEditCampaign(locale, slug))
  const found = await campaignForStaff(runtime(), allowed, slug)
  if (!found.ok) notFound()
  const { published: _published, ...draft } = found.value
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffCampaign(locale, slug)}>{said(draft.title, locale)}</Back>
      <h1>{text.campaign.editTitle}</h1>
      <CampaignForm {...(await campaignFormParts(locale, text, allowed))} slug={slug} draft={draft} />
    </div>
  )
}
