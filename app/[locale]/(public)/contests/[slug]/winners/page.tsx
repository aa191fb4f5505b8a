import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { dayTime, lastMoment } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { plain } from '#app/plain'
import { Back } from '#components/back'
import { Notice } from '#components/notice'
import { ObjectionForm } from '#components/prize/objection-form'
import { WinnerTier } from '#components/prize/winner-tier'
import { Seal } from '#components/seal'
import { Tag } from '#components/tag'
import { type Locale, said } from '#core/locale'
import { shownAtOnceAbove } from '#core/prize/instant'
import type { Messages } from '#messages/zh'
import { type ContestView, contestBySlug } from '#services/contest'
import { type DrawView, drawViews, termsOf } from '#services/draw-public'
import { runtime } from '#services/runtime'
import { winnerFormats } from '#services/winners-file'
import { type PublicList, publishedWinners } from '#services/winners-public'
import styles from '../../../../../../components/prize/prize.module.css'

type Params = LocaleParams & Promise<{ slug: string }>

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { locale, text } = await speak(params)
  const contest = await contestBySlug(runtime(), (await params).slug)
  return contest ? { title: text.prize.titleOf(said(contest.title, locale)) } : {}
}

/** Published winners under the red seal, and the record of every draw. */
export default async function WinnersPage({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const rt = runtime()
  const contest = await contestBySlug(rt, slug)
  const lists = await publishedWinners(rt, slug)
  const draws = await drawViews(rt, slug)
  if (!contest || !lists || !draws) notFound()
  const words = text.prize
  const terms = await termsOf(rt, slug)
  const { announcedAt } = contest.rules.calendar
  const { formats } = contest.rules.publicity
  // Where the rules name no form at all, a published list is still public.
  const onPage = formats.length === 0 || formats.includes('page')
  return (
    <div className="wrap">
      <Back href={paths.contest(locale, slug)}>{said(contest.title, locale)}</Back>
      <div className={styles.head}>
        {lists.some(({ early }) => !early) && <Seal>{words.seal}</Seal>}
        <h1>{words.title}</h1>
      </div>
      {lists.length === 0 ? (
        <Notice>
          {words.none} {announcedAt !== null && words.expected(dayTime(announcedAt, locale))}
        </Notice>
      ) : (
        <p className={styles.lead}>{words.masked}</p>
      )}
      {lists.some(({ early }) => !early) && <Files {...{ contest, locale, words }} />}
      {lists
        .filter(list => onPage || list.early)
        .map(list => (
          <List key={list.id} {...{ list, contest, locale, text }} now={rt.clock.now()} />
        ))}
      {draws.length > 0 && <Draws {...{ draws, contest, locale, words }} />}
      {terms !== null && <p className={styles.digest}>{words.terms(terms)}</p>}
    </div>
  )
}

interface ListProps {
  list: PublicList
  contest: ContestView
  locale: Locale
  text: Messages
  now: number
}

function List({ list, contest, locale, text, now }: ListProps) {
  const words = text.prize
  const { draw } = list
  const { publicity, draws } = contest.rules
  const rule = draws.find(({ id }) => id === draw?.rule)
  const running = now < list.noticeUntil
  return (
    <section className={styles.list} aria-labelledby={`list-${list.id}`}>
      <div className={styles.listHead}>
        <h2 id={`list-${list.id}`}>{rule ? said(rule.name, locale) : words.kind[list.kind]}</h2>
        {!list.early && (
          <Tag kind={running ? 'attention' : 'quiet'}>
            {running ? words.noticeUntil(lastMoment(list.noticeUntil, locale)) : words.noticeOver}
          </Tag>
        )}
      </div>
      <p className={styles.aside}>
        {list.early ? words.early(shownAtOnceAbove) : words.publishedAt(dayTime(list.publishedAt, locale))}
        {draw?.id && (
          <>
            {' · '}
            <a href={paths.draw(locale, contest.slug, draw.id)}>{words.fromDraw}</a>
          </>
        )}
      </p>
      {list.tiers.map(tier => (
        <WinnerTier key={`${tier.id} ${tier.name.zh}`} {...{ tier, locale, words }} kind={list.kind} />
      ))}
      {running && (
        <ObjectionForm
          slug={contest.slug}
          list={list.id}
          locale={locale}
          where={publicity.objectionsTo ? words.objectTo(publicity.objectionsTo) : ''}
          words={plain(words)}
          errorPrefix={text.frame.errorPrefix}
          offline={text.frame.offline}
        />
      )}
    </section>
  )
}

/** The published lists in the other forms that the rules offer. */
function Files({ contest, locale, words }: { contest: ContestView; locale: Locale; words: Messages['prize'] }) {
  const offered = winnerFormats.filter(format => contest.rules.publicity.formats.includes(format))
  if (offered.length === 0) return null
  return (
    <p className={styles.aside}>
      {words.downloads}{' '}
      {offered.map((format, i) => (
        <span key={format}>
          {i > 0 && ' · '}
          <a href={paths.winnersFile(locale, contest.slug, format)}>{format.toUpperCase()}</a>
        </span>
      ))}
    </p>
  )
}

interface DrawsProps {
  draws: DrawView[]
  contest: ContestView
  locale: Locale
  words: Messages['prize']
}

function Draws({ draws, contest, locale, words }: DrawsProps) {
  const nameOf = (rule: string) => contest.rules.draws.find(({ id }) => id === rule)?.name
  return (
    <section className={styles.list} aria-labelledby="draws">
      <h2 id="draws">{words.draws}</h2>
      <p className={styles.aside}>{words.drawsLead}</p>
      <ul className={styles.draws}>
        {draws.map(draw => {
          const name = nameOf(draw.rule)
          const state = draw.repeatedBy ? 'repeated' : draw.drawnAt === null ? 'frozen' : 'drawn'
          return (
            <li key={draw.id}>
              <a href={paths.draw(locale, contest.slug, draw.id)}>
                {name ? said(name, locale) : words.drawKind[draw.kind]}
                {draw.kind === 'day' && ` · ${draw.scope}`}
              </a>
              <Tag kind={state === 'drawn' ? 'good' : state === 'frozen' ? 'attention' : 'quiet'}>
                {words.drawState[state]}
              </Tag>
              <span className={styles.aside}>{dayTime(draw.drawnAt ?? draw.numberAt, locale)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
