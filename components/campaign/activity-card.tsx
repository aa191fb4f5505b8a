import { day } from '#app/format'
import { langTag } from '#app/locale'
import { paths } from '#app/paths'
import { startOfDay } from '#core/day'
import { type Locale, type LocalText, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { ActivityCard as Card } from '#services/campaign'
import styles from './campaign.module.css'
import { Picture } from './picture.tsx'

interface ActivityCardProps {
  campaign: string
  activity: Card
  locale: Locale
  words: Messages['campaign']
  /** Rank of its heading in the page's outline. */
  level?: 2 | 3
}

/** A report in a list: picture, where and when, title, a sentence. */
export function ActivityCard({ campaign, activity, locale, words, level = 3 }: ActivityCardProps) {
  const Heading = `h${level}` as const
  return (
    <li className={styles.card}>
      {activity.picture && <Picture picture={activity.picture} size="small" locale={locale} words={words} />}
      <Heading className={styles.cardTitle} lang={langOf(activity.title, locale)}>
        <a href={paths.activity(locale, campaign, activity.number)}>{said(activity.title, locale)}</a>
      </Heading>
      <p lang={langOf(activity.summary, locale)}>{said(activity.summary, locale)}</p>
      <p className={styles.facts}>{placeOf(activity, locale, words)}</p>
    </li>
  )
}

/** 2027年4月20日 · 渝中区 · 市知识产权局 */
export function placeOf(
  activity: Pick<Card, 'day' | 'region' | 'department'>,
  locale: Locale,
  words: Messages['campaign'],
): string {
  const where = activity.region ? said(activity.region.name, locale) : activity.department ? null : words.city
  const who = activity.department && said(activity.department.name, locale)
  return [activity.day && day(startOfDay(activity.day), locale), where, who].filter(Boolean).join(' · ')
}

/** What has no English is shown in Chinese, and says so to ears. */
export const langOf = (text: LocalText, locale: Locale): string | undefined =>
  locale === 'en' && text.en === '' ? langTag.zh : undefined
