import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { Caption } from '#components/caption'
import { Skyline } from '#components/drawings/skyline'
import { Street } from '#components/drawings/street'
import { ContestCard } from '#components/home/contest-card'
import { ContestList } from '#components/home/contest-list'
import { TopRegions } from '#components/home/top-regions'
import { Week } from '#components/home/week'
import { Phrases } from '#components/phrases'
import { entryAddress } from '#core/bank/entry'
import { type Locale, said } from '#core/locale'
import type { WireGroupRow } from '#core/wire'
import { type ActivityCard, activitiesOf, listCampaigns } from '#services/campaign'
import { type ContestView, listContests } from '#services/contest'
import { type ChapterView, chaptersOf } from '#services/handbook'
import { runtime } from '#services/runtime'
import { standingsOf } from '#services/standing'
import styles from './home.module.css'

export default async function Home({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const [contests, chapters] = await Promise.all([listContests(runtime()), chaptersOf(runtime())])
  const { home, frame } = text
  const current = contests[0] ?? null
  const board = boardOf(current, contests)
  const rows = board ? await topRegions(board.slug, locale) : []
  const [campaign] = await listCampaigns(runtime())
  const week = campaign && (await activitiesOf(runtime(), campaign.slug))
  const entries = chapters.reduce((sum, chapter) => sum + chapter.entries.length, 0)
  return (
    <>
      <div className={`wrap wrap-wide ${styles.hero}`}>
        <div>
          <h1 className={styles.title}>
            <Phrases of={home.title} />
          </h1>
          <p className={styles.lead}>{home.lead}</p>
        </div>
        <div className={styles.drawing}>
          <Street
            label={home.drawing}
            caption={home.drawingCaption}
            numerals={home.numerals.map((numeral, i) => ({ ...numeral, href: entryBehind(i, chapters, locale) }))}
          />
        </div>
        <div className={styles.contest}>
          <ContestCard contest={current} locale={locale} text={text} now={runtime().clock.now()} />
        </div>
      </div>
      <div className={`wrap wrap-wide ${styles.captions}`}>
        <section className="flow">
          <Caption figure={frame.figure(1)}>{home.contestsCaption}</Caption>
          <ContestList contests={contests.slice(0, 3)} locale={locale} text={text.contests} />
          <p>
            <a className="onward" href={paths.contests(locale)}>
              {home.allContests}
            </a>
          </p>
        </section>
        <section className="flow">
          <Caption figure={frame.figure(2)}>{home.handbookCaption}</Caption>
          <p>{home.handbookLead(chapters.length, entries)}</p>
          <ul className={styles.entries}>
            {featured(chapters).map(entry => (
              <li key={entry.id}>
                <a href={paths.entry(locale, entryAddress(entry))}>{said(entry.title, locale)}</a>
              </li>
            ))}
          </ul>
          <p>
            <a className="onward" href={paths.handbook(locale)}>
              {home.openHandbook}
            </a>
          </p>
          <p>
            <a className="onward" href={paths.practice(locale)}>
              {home.practise}
            </a>
          </p>
        </section>
        <section className="flow">
          <Caption figure={frame.figure(3)}>{home.boardCaption}</Caption>
          <TopRegions contest={board} rows={rows} locale={locale} text={home} />
        </section>
      </div>
      {campaign && week && week.total > 0 && (
        <Week campaign={campaign} activities={forHome(week.activities)} locale={locale} text={text} />
      )}
      <div className={styles.skyline}>
        <Skyline />
      </div>
    </>
  )
}

/** The five districts and counties with most participants per 10,000 residents; none where they are not ranked. */
async function topRegions(slug: string, locale: Locale): Promise<WireGroupRow[]> {
  const query = { slug, by: 'region', region: null, limit: 50, after: null, accountId: null, locale } as const
  const standings = await standingsOf(runtime(), query)
  if (!standings.ok || !standings.value.ranks) return []
  const rate = (row: WireGroupRow) => row.perTenThousand ?? 0
  return (standings.value.rows as WireGroupRow[])
    .filter(row => rate(row) > 0)
    .sort((a, b) => rate(b) - rate(a))
    .slice(0, 5)
}

/** Three reports, those with pictures before the others. */
const forHome = (activities: ActivityCard[]): ActivityCard[] =>
  [...activities].sort((a, b) => Number(b.picture !== null) - Number(a.picture !== null)).slice(0, 3)

/** Whose board is worth showing: the current contest's once somebody finished, until then the last full one. */
const boardOf = (current: ContestView | null, contests: ContestView[]): ContestView | null =>
  current && current.participants > 0 ? current : (contests.find(contest => contest.participants > 0) ?? current)

/** What each numeral of the drawing leads to; without that entry, to its chapter. */
const behind = [
  { entry: '5.01', chapter: 'trademarks' },
  { entry: '2.01', chapter: 'patentable' },
  { entry: '2.04', chapter: 'patentable' },
  { entry: '6.01', chapter: 'copyright' },
  { entry: '9.01', chapter: 'geographical-indications' },
  { entry: '8.01', chapter: 'fair-competition' },
]

function entryBehind(numeral: number, chapters: ChapterView[], locale: Locale): string {
  const wanted = behind[numeral]
  const entry = chapters.flatMap(chapter => chapter.entries).find(({ id }) => id === wanted?.entry)
  return entry ? paths.entry(locale, entryAddress(entry)) : paths.chapter(locale, wanted?.chapter ?? '')
}

/** Four entries from four chapters that everybody meets: everyday life, shop signs, pictures, recipes. */
const featured = (chapters: ChapterView[]) =>
  [14, 6, 5, 8].flatMap(number => chapters.find(chapter => chapter.number === number)?.entries[0] ?? [])
