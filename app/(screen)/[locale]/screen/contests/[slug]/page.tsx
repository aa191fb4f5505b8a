import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { livePart, qrOf } from '#app/screen'
import { Screen } from '#components/screen/screen'
import { said } from '#core/locale'
import { campaignWith } from '#services/campaign'
import { contestBySlug } from '#services/contest'
import { runtime } from '#services/runtime'

type Params = LocaleParams & Promise<{ slug: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.screen.title,
})

/** A contest on a big screen, under the slogan of its campaign. */
export default async function ContestScreen({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const contest = await contestBySlug(runtime(), slug)
  if (!contest) notFound()
  const campaign = await campaignWith(runtime(), contest.id)
  const title = said(contest.title, locale)
  return (
    <Screen
      slogan={campaign ? said(campaign.slogan, locale) : title}
      title={campaign ? title : said(contest.summary, locale)}
      qr={qrOf(paths.contest(locale, slug), paths.qr('contests', slug, locale))}
      invitation={contest.phase === 'closed' ? text.screen.scanClosed : text.screen.scan}
      live={await livePart(contest, locale)}
      locale={locale}
      words={text.screen}
    />
  )
}
