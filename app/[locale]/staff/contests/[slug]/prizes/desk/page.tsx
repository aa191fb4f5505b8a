import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { dayTime, lastMoment } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { Notice } from '#components/notice'
import { AnswerForm } from '#components/settle/answer-form'
import { DeskActions } from '#components/settle/desk-actions'
import { WinnerTable } from '#components/settle/winner-table'
import { Tag } from '#components/tag'
import type { Locale } from '#core/locale'
import { mayDo } from '#core/prize/state'
import type { Messages } from '#messages/zh'
import { type ObjectionView, objectionsFor } from '#services/objection'
import { runtime } from '#services/runtime'
import { type SettlementView, type StaffList, type StaffWinner, settlementFor } from '#services/settlement-view'
import styles from '../../../../../../../components/settle/settle.module.css'
import staffStyles from '../../../../../../../components/staff/staff.module.css'

type Params = LocaleParams & Promise<{ slug: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.settle.desk,
})

/** Where prizes are handed out, and objections answered. */
export default async function PrizeDesk({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const allowed = await staffWith(locale, 'contests.write', paths.staffDesk(locale, slug))
  const found = await settlementFor(runtime(), allowed, slug)
  const objections = await objectionsFor(runtime(), allowed, slug)
  if (!found.ok || !objections.ok) notFound()
  const words = text.settle
  const published = found.value.lists.filter(({ publishedAt }) => publishedAt !== null)
  return (
    <div className={`wrap wrap-wide ${staffStyles.page}`}>
      <Back href={paths.staffPrizes(locale, slug)}>{words.title}</Back>
      <h1>{words.desk}</h1>
      <p className={staffStyles.lead}>{words.deskLead}</p>
      {published.length === 0 && <Notice>{words.noWinners}</Notice>}
      {published.map(list => (
        <PublishedList key={list.id} {...{ list, locale, text }} settlement={found.value} />
      ))}
      <Objections {...{ slug, locale, text }} objections={objections.value} />
    </div>
  )
}

interface PublishedListProps {
  list: StaffList
  settlement: SettlementView
  locale: Locale
  text: Messages
}

function PublishedList({ list, settlement, locale, text }: PublishedListProps) {
  const words = text.settle
  const { slug, now } = settlement
  const title = words.listOf(text.prize.kind[list.kind], list.winners.filter(({ tier }) => tier !== null).length)
  const noticeOver = list.noticeUntil === null || now >= list.noticeUntil
  const act = ({ id, state }: StaffWinner) => (
    <DeskActions
      {...{ locale, slug }}
      winner={id}
      mayOpen={list.kind !== 'collective' && mayDo('open', state)}
      mayHandOver={noticeOver && mayDo('hand-over', state)}
      mayTakeAway={mayDo('strike-out', state)}
      alternate={state === 'standby'}
      words={plain(words)}
      fieldNames={text.prize.field}
      frame={formTexts(text)}
    />
  )
  return (
    <section className={styles.part} aria-labelledby={`list-${list.id}`}>
      <div className={styles.drawHead}>
        <h2 id={`list-${list.id}`}>{title}</h2>
        <a href={paths.staffSheet(locale, slug, list.id)}>{words.sheet}</a>
      </div>
      {!noticeOver && <p>{text.prize.noticeUntil(lastMoment(list.noticeUntil ?? 0, locale))}</p>}
      <WinnerTable caption={title} winners={list.winners} locale={locale} text={text} act={act} />
    </section>
  )
}

interface ObjectionsProps {
  objections: ObjectionView[]
  slug: string
  locale: Locale
  text: Messages
}

function Objections({ objections, slug, locale, text }: ObjectionsProps) {
  const words = text.settle
  const islands = { locale, slug, words: plain(words), frame: formTexts(text) }
  return (
    <section className={styles.part} aria-labelledby="objections">
      <h2 id="objections">{words.objections}</h2>
      {objections.length === 0 && <p>{words.objectionsNone}</p>}
      {objections.map(({ id, said, createdAt, answer }) => (
        <div key={id} className={styles.objection}>
          <p className={styles.aside}>{dayTime(createdAt, locale)}</p>
          <blockquote>{said === null ? words.erased : said.body}</blockquote>
          {said !== null && <p>{said.contact ? words.contact(said.contact) : words.noContact}</p>}
          {answer === null ? (
            <AnswerForm {...islands} objection={id} />
          ) : (
            <>
              <p>
                <Tag kind={answer.upheld ? 'attention' : 'quiet'}>{answer.upheld ? words.upheld : words.notUpheld}</Tag>{' '}
                {answer.text}
              </p>
              <p className={styles.aside}>{words.answeredLine(answer.by, dayTime(answer.at, locale))}</p>
            </>
          )}
        </div>
      ))}
    </section>
  )
}
