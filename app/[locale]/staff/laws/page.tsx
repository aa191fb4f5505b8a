import type { Metadata } from 'next'
import { dayTime } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Notice } from '#components/notice'
import { ReviewForm } from '#components/staff/review-form'
import { Table, tableStyles } from '#components/table'
import { Tag } from '#components/tag'
import { article, lawDay } from '#core/bank/cite'
import { type Locale, said } from '#core/locale'
import type { WireAmendment } from '#core/wire-staff'
import type { Messages } from '#messages/zh'
import { amendmentsOf, citedLawsOf } from '#services/amendment'
import { runtime } from '#services/runtime'
import styles from '../../../../components/staff/staff.module.css'
import own from './laws.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.upkeep.lawsTitle,
})

/** Amended articles with what waits for a review, and every law the bank cites. */
export default async function Laws({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const allowed = await staffWith(locale, 'questions.write', paths.staffLaws(locale))
  const [laws, amendments] = await Promise.all([citedLawsOf(runtime(), allowed), amendmentsOf(runtime(), allowed)])
  const words = text.upkeep
  const waiting = amendments.filter(amendment => leftOf(amendment) > 0)
  const reviewed = amendments.filter(amendment => leftOf(amendment) === 0)
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <h1>{words.lawsTitle}</h1>
      <p className={styles.lead}>{words.lawsLead}</p>
      <h2>{words.waiting}</h2>
      {waiting.length === 0 && <Notice>{amendments.length === 0 ? words.noAmendments : words.noneWaiting}</Notice>}
      {waiting.map(amendment => (
        <Amendment key={amendment.id} {...{ amendment, me: allowed.id, locale, text }} />
      ))}
      {reviewed.length > 0 && (
        <details className={own.reviewed}>
          <summary>{words.reviewedMarks(reviewed.length)}</summary>
          {reviewed.map(amendment => (
            <Amendment key={amendment.id} {...{ amendment, me: allowed.id, locale, text }} />
          ))}
        </details>
      )}
      <h2>{words.lawsCited}</h2>
      <Table flowing caption={words.lawsCited} captionSpoken>
        <thead>
          <tr>
            <th scope="col">{words.law}</th>
            <th scope="col">{words.inForce}</th>
            {[words.articles, words.entries, words.questions].map(name => (
              <th key={name} scope="col" className={tableStyles.number}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {laws
            .filter(law => law.articles.length > 0)
            .map(law => (
              <tr key={law.code}>
                <th scope="row">
                  <a href={paths.staffLaw(locale, law.code)}>{said(law.name, locale)}</a>
                </th>
                <td className={styles.place}>
                  {lawDay(law.inForce, locale)}
                  {law.until && <> {words.until(lawDay(law.until, locale))}</>}
                </td>
                <td className={tableStyles.number} data-label={words.articles}>
                  {law.articles.length}
                </td>
                <td className={tableStyles.number} data-label={words.entries}>
                  {law.entries}
                </td>
                <td className={tableStyles.number} data-label={words.questions}>
                  {law.questions}
                </td>
              </tr>
            ))}
        </tbody>
      </Table>
    </div>
  )
}

const leftOf = ({ items }: WireAmendment): number => items.filter(item => item.reviewed === null).length

interface AmendmentProps {
  amendment: WireAmendment
  /** The reader's account. */
  me: number
  locale: Locale
  text: Messages
}

/** One marked article with everything it touches, reviewed or not. */
function Amendment({ amendment, me, locale, text }: AmendmentProps) {
  const words = text.upkeep
  const left = leftOf(amendment)
  return (
    <section className={own.amendment} aria-labelledby={`amendment-${amendment.id}`}>
      <h3 id={`amendment-${amendment.id}`}>
        {said(amendment.law, locale)} {article(amendment.article, locale)}{' '}
        <Tag kind={left === 0 ? 'good' : 'attention'}>{left === 0 ? words.done : words.left(left)}</Tag>
      </h3>
      <p className={styles.hint}>
        {words.from(lawDay(amendment.inForce, locale))} ·{' '}
        {words.markedBy(amendment.markedBy, dayTime(amendment.createdAt, locale))}
      </p>
      <p>{amendment.note}</p>
      <ReviewForm
        locale={locale}
        id={amendment.id}
        isOwn={amendment.markedById === me}
        items={amendment.items.map(({ subject, id, number, text: about, address, reviewed }) => ({
          subject,
          id,
          label: `${number} ${said(about, locale)}`,
          href: subject === 'entry' ? paths.entry(locale, address) : paths.staffQuestion(locale, id),
          reviewed: reviewed && words.reviewedBy(reviewed.by, dayTime(reviewed.at, locale)),
        }))}
        text={plain(words)}
        frame={formTexts(text)}
      />
    </section>
  )
}
