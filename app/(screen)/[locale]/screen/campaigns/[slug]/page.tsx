import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { livePart, qrOf } from '#app/screen'
import { Screen } from '#components/screen/screen'
import { said } from '#core/locale'
import { campaignBySlug } from '#services/campaign'
import { runtime } from '#services/runtime'

type Params = LocaleParams & Promise<{ slug: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.screen.title,
})

/** A campaign on a big screen: its slogan and its code, and the numbers of its newest contest where it has one. */
export default async function CampaignScreen({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const campaign = await campaignBySlug(runtime(), slug)
  if (!campaign) notFound()
  const contest = campaign.contests[0]
  return (
    <Screen
      slogan={said(campaign.slogan, locale)}
      title={said(campaign.title, locale)}
      qr={qrOf(paths.campaign(locale, slug), paths.qr('campaigns', slug, locale))}
      invitation={text.screen.scanCampaign}
      live={contest ? await livePart(contest, locale) : null}
      locale={locale}
      words={text.screen}
    />
  )
}
