import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { activityFormParts } from '#app/activity-form'
import { dayTime, labelled } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { Picture } from '#components/campaign/picture'
import { Prose } from '#components/campaign/prose'
import { Notice } from '#components/notice'
import { ActivityForm } from '#components/staff/activity-form'
import { StateTag } from '#components/staff/activity-state'
import { ActivitySteps } from '#components/staff/activity-steps'
import { AddPicture, RemovePicture } from '#components/staff/pictures-form'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import { activityFor, type ActivityForm as Form } from '#services/activity'
import { runtime } from '#services/runtime'
import styles from '../../../../../../../components/staff/staff.module.css'

type Params = LocaleParams & Promise<{ slug: string; id: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.campaign.editActivity,
})

/** One report: as a form while it is a draft, as readers would see it afterwards; its next steps; its history. */
export default async function StaffActivity({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug, id } = await params
  const allowed = await staffWith(locale, 'activities.write', paths.staffActivity(locale, slug, id))
  const found = await activityFor(runtime(), allowed, id)
  const parts = await activityFormParts(locale, text, allowed, slug)
  if (!found.ok || found.value.campaign !== slug || !parts) notFound()
  const report = found.value
  const words = text.campaign
  const island = { locale, text: plain(words), frame: formTexts(text) }
  const { day, region, department, title, summary, body } = report
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffCampaign(locale, slug)}>{words.listTitle}</Back>
      <div className={styles.head}>
        <h1>{said(report.title, locale)}</h1>
        <StateTag report={report} words={words} />
      </div>
      {report.sentBack ? (
        <Notice kind="attention">
          <p>{labelled(words.sentBackBy(report.sentBack.by), report.sentBack.reason, locale)}</p>
          <p>{words.sentBackNext}</p>
        </Notice>
      ) : (
        <Notice>{words.stateWhy[report.state]}</Notice>
      )}
      {report.state === 'draft' ? (
        <ActivityForm
          {...parts}
          edited={{ id, seen: report.updatedAt }}
          draft={{ day, region, department, title, summary, body }}
        />
      ) : (
        <div className={styles.form}>
          <p>{said(summary, locale)}</p>
          <Prose text={said(body, locale)} />
          {report.state === 'published' && (
            <p>
              <a href={paths.activity(locale, slug, report.number)}>{words.publicPage}</a>
            </p>
          )}
        </div>
      )}
      {(report.state === 'draft' || report.pictures.length > 0) && <h2>{words.pictures}</h2>}
      {report.state === 'draft' && <p className={styles.lead}>{words.picturesWhy}</p>}
      {report.pictures.length > 0 && (
        <ul className={styles.questions}>
          {report.pictures.map(picture => (
            <li key={picture.id} className={styles.plainList}>
              <Picture picture={picture} size="small" locale={locale} words={words} />
              <p className={styles.hint}>{labelled(words.altZh, picture.alt.zh, locale)}</p>
              <p className={styles.hint} lang="en">
                {labelled(words.altEn, picture.alt.en, locale)}
              </p>
              {report.state === 'draft' && (
                <RemovePicture {...island} id={picture.id} name={said(picture.alt, locale)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {report.state === 'draft' && <AddPicture {...island} activity={id} />}
      <ActivitySteps key={report.state} {...island} id={id} actions={report.actions} />
      <History report={report} locale={locale} words={words} />
    </div>
  )
}

function History({ report, locale, words }: { report: Form; locale: Locale; words: Messages['campaign'] }) {
  if (report.events.length === 0) return null
  return (
    <>
      <h2>{words.history}</h2>
      <ol className={styles.plainList}>
        {report.events.map(event => (
          <li key={event.at}>
            <span className={styles.place}>{dayTime(event.at, locale)}</span> {event.by}{' '}
            {event.reason ? labelled(words.done[event.action], event.reason, locale) : words.done[event.action]}
          </li>
        ))}
      </ol>
    </>
  )
}
