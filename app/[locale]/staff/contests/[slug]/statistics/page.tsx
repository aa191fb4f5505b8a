import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { count, dayTime } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { Notice } from '#components/notice'
import { Phrases } from '#components/phrases'
import { Items, percent } from '#components/staff/statistics/items'
import { Refresh } from '#components/staff/statistics/refresh'
import { Regrades } from '#components/staff/statistics/regrades'
import type { WireItem, WireStatistics } from '#core/wire-regrade'
import type { Messages } from '#messages/zh'
import { regradesShown } from '#services/regrade-view'
import { runtime } from '#services/runtime'
import { statisticsFor } from '#services/statistics-view'
import staffStyles from '../../../../../../components/staff/staff.module.css'
import styles from '../../../../../../components/staff/statistics/statistics.module.css'

interface StatisticsProps {
  params: LocaleParams & Promise<{ slug: string }>
  searchParams: Promise<{ sort?: string }>
}

export const generateMetadata = async ({ params }: StatisticsProps): Promise<Metadata> => ({
  title: (await speak(params)).text.statistics.title,
})

/** What answers say of each question, and the regrades that came of it. */
export default async function StatisticsPage({ params, searchParams }: StatisticsProps) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const allowed = await staffWith(locale, 'contests.write', paths.staffStatistics(locale, slug))
  const found = await statisticsFor(runtime(), allowed, slug)
  const regrades = await regradesShown(runtime(), allowed, slug)
  if (!found.ok || !regrades.ok) notFound()
  const words = text.statistics
  const { items, computedAt } = found.value
  const sort = sortNamed((await searchParams).sort)
  const islands = { locale, slug, text: plain(words), frame: formTexts(text) }
  const csv = `/api/v1/staff/contests/${encodeURIComponent(slug)}/statistics.csv?locale=${locale}`
  return (
    <div className={`wrap wrap-wide ${staffStyles.page}`}>
      <Back href={paths.staffContest(locale, slug)}>{words.back}</Back>
      <h1>
        <Phrases of={words.title} />
      </h1>
      <p className={staffStyles.lead}>{words.lead}</p>
      <div className={staffStyles.actions}>
        <Refresh {...islands} />
        {items.length > 0 && <a href={csv}>{words.csv}</a>}
        {computedAt !== null && (
          <span className={staffStyles.hint}>{words.computedAt(dayTime(computedAt, locale))}</span>
        )}
      </div>
      {items.length === 0 ? (
        <Notice>{words.none}</Notice>
      ) : (
        <>
          <h2>{words.whole}</h2>
          <Whole statistics={found.value} words={words} />
          <nav className={styles.sort} aria-label={words.sortBy}>
            <span>{words.sortBy}</span>
            {sorts.map(name => (
              <a
                key={name}
                href={paths.staffStatistics(locale, slug, name)}
                aria-current={name === sort ? 'true' : undefined}
              >
                {words.sort[name]}
              </a>
            ))}
          </nav>
          <Items
            items={items.toSorted(orders[sort])}
            locale={locale}
            words={words}
            regrade={({ question, revision }) => paths.staffRegrade(locale, slug, question, revision)}
          />
          {items.some(item => item.few) && <p className={staffStyles.hint}>{words.fewWhy}</p>}
          <details>
            <summary>{words.explain}</summary>
            <ul className={styles.explain}>
              {words.explained.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        </>
      )}
      <h2 id="regrades">{words.list}</h2>
      <Regrades regrades={regrades.value} words={words} {...islands} />
    </div>
  )
}

const sorts = ['number', 'facility', 'discrimination', 'time', 'shown'] as const
type Sort = (typeof sorts)[number]
const sortNamed = (given: string | undefined): Sort => sorts.find(name => name === given) ?? 'number'

const orders: Record<Sort, (a: WireItem, b: WireItem) => number> = {
  number: (a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }) || a.revision - b.revision,
  facility: (a, b) => a.facility - b.facility,
  discrimination: (a, b) => (a.discrimination ?? 2000) - (b.discrimination ?? 2000),
  time: (a, b) => b.medianMs - a.medianMs,
  shown: (a, b) => b.shown - a.shown,
}

function Whole({ statistics, words }: { statistics: WireStatistics; words: Messages['statistics'] }) {
  const { people, mean, deviation, reliability, method, few } = statistics
  const shown = [
    [words.people, count(people)],
    [words.mean, percent(mean)],
    [words.deviation, percent(deviation)],
    [words.reliability, reliability === null ? words.reliabilityNone : (reliability / 1000).toFixed(2)],
  ] as const
  return (
    <>
      <dl className={staffStyles.numbers}>
        {shown.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={staffStyles.hint}>
        {words.method[method]} {few && words.fewPeople}
      </p>
    </>
  )
}
