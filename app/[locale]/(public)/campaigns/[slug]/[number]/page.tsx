import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { day } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { share } from '#app/share'
import { Back } from '#components/back'
import { langOf, placeOf } from '#components/campaign/activity-card'
import { Picture } from '#components/campaign/picture'
import { Prose } from '#components/campaign/prose'
import { Phrases } from '#components/phrases'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import { type ActivityPage, activityAt } from '#services/campaign'
import { runtime } from '#services/runtime'
import styles from '../../../../../../components/campaign/campaign.module.css'
import page from '../../campaigns.module.css'

type Params = LocaleParams & Promise<{ slug: string; number: string }>

/** Only the address as we write it: '7', not '07' or '7.0'. */
async function found(params: Params): Promise<ActivityPage | null> {
  const { slug, number } = await params
  return /^[1-9]\d{0,6}$/.test(number) ? activityAt(runtime(), slug, Number(number)) : null
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { locale } = await speak(params)
  const activity = await found(params)
  if (!activity) return {}
  return share({
    locale,
    path: paths.activity(locale, activity.campaign.slug, activity.number),
    title: said(activity.title, locale),
    description: said(activity.summary, locale),
  })
}

/** One report: where and when, its text, its pictures. */
export default async function Activity({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const activity = await found(params)
  if (!activity) notFound()
  const words = text.campaign
  const { campaign } = activity
  return (
    <article className="wrap">
      <Back href={paths.campaign(locale, campaign.slug)}>{words.backTo(said(campaign.title, locale))}</Back>
      <div className={page.head}>
        <h1 lang={langOf(activity.title, locale)}>
          <Phrases of={said(activity.title, locale)} />
        </h1>
        <p className={styles.facts}>
          {placeOf(activity, locale, words)} · {words.published(day(activity.publishedAt, locale))}
        </p>
      </div>
      {activity.pictures.length > 0 && (
        <div className={page.pictures}>
          {activity.pictures.map(picture => (
            <Picture key={picture.id} picture={picture} size="large" locale={locale} words={words} />
          ))}
        </div>
      )}
      <Prose
        text={said(activity.body, locale) || said(activity.summary, locale)}
        lang={langOf(activity.body, locale)}
      />
      <Beside activity={activity} locale={locale} words={words} />
    </article>
  )
}

function Beside({ activity, locale, words }: { activity: ActivityPage; locale: Locale; words: Messages['campaign'] }) {
  const { before, after, campaign } = activity
  if (!before && !after) return null
  return (
    <nav className={page.beside} aria-label={words.activities}>
      {before && (
        <a href={paths.activity(locale, campaign.slug, before.number)} rel="prev">
          <small>{words.earlier}</small>
          {said(before.title, locale)}
        </a>
      )}
      {after && (
        <a className={page.next} href={paths.activity(locale, campaign.slug, after.number)} rel="next">
          <small>{words.later}</small>
          {said(after.title, locale)}
        </a>
      )}
    </nav>
  )
}
