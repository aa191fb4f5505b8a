import { paths } from '#app/paths'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { CampaignView, ActivityCard as Card } from '#services/campaign'
import { ActivityCard } from '../campaign/activity-card.tsx'
import styles from '../campaign/campaign.module.css'
import { Caption } from '../caption.tsx'
import { Phrases } from '../phrases.tsx'
import week from './week.module.css'

interface WeekProps {
  campaign: CampaignView
  activities: Card[]
  locale: Locale
  text: Messages
}

/** The newest campaign on the front page: its slogan, and what was done. */
export function Week({ campaign, activities, locale, text }: WeekProps) {
  const words = text.campaign
  return (
    <section className={`wrap wrap-wide ${week.week}`}>
      <Caption figure={text.frame.figure(4)}>{words.homeCaption}</Caption>
      <div className={week.head}>
        <p className={styles.slogan}>
          <Phrases of={said(campaign.slogan, locale)} />
        </p>
        <p>
          <a className="onward" href={paths.campaign(locale, campaign.slug)}>
            {said(campaign.title, locale)}
          </a>
        </p>
      </div>
      <ul className={styles.cards}>
        {activities.map(activity => (
          <ActivityCard
            key={activity.number}
            campaign={campaign.slug}
            activity={activity}
            locale={locale}
            words={words}
          />
        ))}
      </ul>
      <p>
        <a className="onward" href={paths.campaign(locale, campaign.slug)}>
          {words.homeMore}
        </a>
      </p>
    </section>
  )
}
