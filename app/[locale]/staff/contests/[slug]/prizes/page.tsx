import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { dayTime } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { ButtonLink } from '#components/button'
import { Notice } from '#components/notice'
import { ActButton } from '#components/settle/act-button'
import { Draws } from '#components/settle/draws'
import { InsiderForm } from '#components/settle/insider-form'
import { ListPart } from '#components/settle/list-part'
import { Waiting } from '#components/settle/waiting'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import { type InsiderView, insidersFor } from '#services/claim-desk'
import { runtime } from '#services/runtime'
import { type SettlementView, settlementFor } from '#services/settlement-view'
import styles from '../../../../../../components/settle/settle.module.css'
import staffStyles from '../../../../../../components/staff/staff.module.css'

type Params = LocaleParams & Promise<{ slug: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.settle.title,
})

/** From the final ranking to published winners: what waits for a second person first, then step after step. */
export default async function StaffPrizes({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const allowed = await staffWith(locale, 'contests.write', paths.staffPrizes(locale, slug))
  const found = await settlementFor(runtime(), allowed, slug)
  if (!found.ok) notFound()
  const settlement = found.value
  const words = text.settle
  const common = { settlement, locale, text }
  return (
    <div className={`wrap wrap-wide ${staffStyles.page}`}>
      <Back href={paths.staffContest(locale, slug)}>{said(settlement.title, locale)}</Back>
      <div className={staffStyles.head}>
        <h1>{words.title}</h1>
        {settlement.lists.some(({ publishedAt }) => publishedAt !== null) && (
          <ButtonLink href={paths.staffDesk(locale, slug)}>{words.toDesk}</ButtonLink>
        )}
      </div>
      <p className={staffStyles.lead}>{words.lead}</p>
      <Waiting {...common} />
      <Terms {...common} />
      <ListPart {...common} kind="awards" />
      {settlement.groupAwards.length > 0 && <ListPart {...common} kind="collective" />}
      <Draws {...common} />
      <Insiders insiders={await insidersFor(runtime(), allowed)} locale={locale} text={text} />
    </div>
  )
}

/** Whether anything may be settled at all. */
function Terms({ settlement, locale, text }: { settlement: SettlementView; locale: Locale; text: Messages }) {
  const words = text.settle
  const { terms } = settlement
  return (
    <>
      {!settlement.isFinal && <Notice>{words.notFinal(dayTime(settlement.closesAt, locale))}</Notice>}
      {terms && (
        <Notice kind={terms.hold ? 'good' : 'wrong'}>
          {terms.hold ? words.termsHold(dayTime(terms.fixedAt, locale)) : words.termsBroken}
          <p className={styles.digest}>
            {words.termsHash} {terms.hash}
          </p>
        </Notice>
      )}
    </>
  )
}

function Insiders({ insiders, locale, text }: { insiders: InsiderView[]; locale: Locale; text: Messages }) {
  const words = text.settle
  const frame = formTexts(text)
  return (
    <section className={styles.part} aria-labelledby="insiders">
      <h2 id="insiders">{words.insiders}</h2>
      <p className={staffStyles.lead}>{words.insidersLead}</p>
      {insiders.length === 0 ? (
        <p>{words.insidersNone}</p>
      ) : (
        <ul className={styles.insiders}>
          {insiders.map(({ id, phone, note, staff }) => (
            <li key={id}>
              {staff === null ? (
                <span className={styles.figures}>{phone}</span>
              ) : (
                <span>{words.insiderStaff(staff)}</span>
              )}
              <span>{note}</span>
              <ActButton
                path={`/api/v1/staff/insiders/${id}/removal?locale=${locale}`}
                label={words.insiderRemove}
                busy={words.working}
                kind="quiet"
                frame={frame}
              />
            </li>
          ))}
        </ul>
      )}
      <InsiderForm key={insiders[0]?.id ?? 0} locale={locale} words={plain(words)} frame={frame} />
    </section>
  )
}
