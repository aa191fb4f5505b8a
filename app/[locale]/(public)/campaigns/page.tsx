import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { spanOf } from '#components/campaign/span'
import { Phrases } from '#components/phrases'
import { said } from '#core/locale'
import { listCampaigns } from '#services/campaign'
import { runtime } from '#services/runtime'
import styles from '../../../../components/campaign/campaign.module.css'
import page from './campaigns.module.css'

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const { text } = await speak(params)
  return { title: text.campaign.title, description: text.campaign.overview }
}

/** All campaigns, the newest first. */
export default async function Campaigns({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const words = text.campaign
  const campaigns = await listCampaigns(runtime())
  return (
    <div className="wrap flow">
      <h1>{words.title}</h1>
      <p>{words.overview}</p>
      {campaigns.length === 0 && <p>{words.none}</p>}
      <ul className={page.list}>
        {campaigns.map(campaign => (
          <li key={campaign.slug} className={page.campaign}>
            <h2 className={page.name}>
              <a href={paths.campaign(locale, campaign.slug)}>
                <Phrases of={said(campaign.title, locale)} />
              </a>
            </h2>
            <p className={`${styles.slogan} ${styles.small}`}>
              <Phrases of={said(campaign.slogan, locale)} />
            </p>
            <p className={styles.facts}>
              {spanOf(campaign, locale, words)} · {words.count(campaign.activities)}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
