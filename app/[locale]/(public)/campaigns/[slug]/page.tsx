import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { day } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { share } from '#app/share'
import { Back } from '#components/back'
import { ActivityCard } from '#components/campaign/activity-card'
import { Filter } from '#components/campaign/filter'
import { spanOf } from '#components/campaign/span'
import { Caption } from '#components/caption'
import { ContestList } from '#components/home/contest-list'
import { Pagination } from '#components/pagination'
import { Phrases } from '#components/phrases'
import { startOfDay } from '#core/day'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import { type ActivityFilter, activitiesOf, type CampaignPage, campaignBySlug } from '#services/campaign'
import { runtime } from '#services/runtime'
import styles from '../../../../../components/campaign/campaign.module.css'
import page from '../campaigns.module.css'

type Params = LocaleParams & Promise<{ slug: string }>
type Search = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { locale } = await speak(params)
  const { slug } = await params
  const campaign = await campaignBySlug(runtime(), slug)
  if (!campaign) return {}
  return share({
    locale,
    path: paths.campaign(locale, slug),
    title: said(campaign.title, locale),
    description: said(campaign.slogan, locale),
  })
}

/** A week: its slogan, its calendar, what was reported, and what else there is to do. */
export default async function Campaign({ params, searchParams }: { params: Params; searchParams: Search }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const filter = filterFrom(await searchParams)
  const [campaign, found] = await Promise.all([campaignBySlug(runtime(), slug), activitiesOf(runtime(), slug, filter)])
  if (!campaign || !found) notFound()
  const { campaign: words, frame } = text
  const isFiltered = Boolean(filter.region || filter.department || filter.day)
  const pageAt = (n: number) => paths.campaign(locale, slug, { ...asked(filter), page: n > 1 ? String(n) : undefined })
  return (
    <div className="wrap wrap-wide">
      <Back href={paths.campaigns(locale)}>{words.back}</Back>
      <header className={page.head}>
        <h1>
          <Phrases of={said(campaign.title, locale)} />
        </h1>
        <p className={styles.slogan}>
          <Phrases of={said(campaign.slogan, locale)} />
        </p>
        {said(campaign.theme, locale) && (
          <p>
            {words.theme}: {said(campaign.theme, locale)}
          </p>
        )}
        <p className={styles.facts}>{spanOf(campaign, locale, words)}</p>
        <p className={page.narrow}>{said(campaign.lead, locale)}</p>
      </header>
      <section className={page.section} aria-labelledby="activities">
        <Caption figure={frame.figure(1)} id="activities">
          {words.activities}
        </Caption>
        <Filter slug={slug} choices={campaign.choices} chosen={filter} locale={locale} words={words} />
        <p className={styles.facts} role="status">
          {campaign.activities === 0
            ? words.noActivities
            : found.total === 0
              ? words.noneFound
              : words.found(found.total)}{' '}
          {isFiltered && <a href={paths.campaign(locale, slug)}>{words.showAll}</a>}
        </p>
        <ul className={styles.cards} data-many>
          {found.activities.map(activity => (
            <ActivityCard key={activity.number} campaign={slug} activity={activity} locale={locale} words={words} />
          ))}
        </ul>
        <Pagination
          label={frame.pages}
          previous={found.page > 1 ? { href: pageAt(found.page - 1), label: frame.previous } : null}
          next={found.page < found.pages ? { href: pageAt(found.page + 1), label: frame.next } : null}
        />
      </section>
      <Calendar campaign={campaign} locale={locale} text={text} />
      <section className={`${page.section} ${page.narrow}`} aria-labelledby="more">
        <Caption figure={frame.figure(campaign.items.length > 0 ? 3 : 2)} id="more">
          {words.also}
        </Caption>
        {campaign.contests.length > 0 && (
          <ContestList contests={campaign.contests} locale={locale} text={text.contests} />
        )}
        <p className={page.ways}>
          <a href={paths.handbook(locale)}>{words.readHandbook}</a>
          <a href={paths.boards(locale)}>{words.seeBoards}</a>
          <a href={paths.campaignScreen(locale, slug)}>{words.screen}</a>
        </p>
      </section>
    </div>
  )
}

function Calendar({ campaign, locale, text }: { campaign: CampaignPage; locale: Locale; text: Messages }) {
  if (campaign.items.length === 0) return null
  const isDated = campaign.items.some(item => item.day !== null)
  return (
    <section className={`${page.section} ${page.narrow}`} aria-labelledby="calendar">
      <Caption figure={text.frame.figure(2)} id="calendar">
        {text.campaign.calendar}
      </Caption>
      {!isDated && <p className={styles.facts}>{text.campaign.noDays}</p>}
      <ol className={styles.calendar} data-dated={isDated || undefined}>
        {campaign.items.map((item, i) => (
          <li key={`${item.day} ${item.title.zh}`}>
            {item.day ? <time dateTime={item.day}>{day(startOfDay(item.day), locale)}</time> : isDated && <span />}
            <span>
              {!isDated && <span className={styles.numeral}>{i + 1}</span>}
              {said(item.title, locale)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const asked = ({ region, department, day }: ActivityFilter) => ({ region, department, day })

function filterFrom(search: Awaited<Search>): ActivityFilter {
  const one = (key: string) => [search[key]].flat()[0] || undefined
  const page = Number(one('page') ?? 1)
  return {
    region: one('region'),
    department: one('department'),
    day: one('day'),
    page: Number.isSafeInteger(page) ? page : 1,
  }
}
