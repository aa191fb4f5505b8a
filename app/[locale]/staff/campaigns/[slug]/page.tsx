import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { day, dayTime } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { ButtonLink } from '#components/button'
import { Notice } from '#components/notice'
import { StateTag } from '#components/staff/activity-state'
import { ShowCampaign } from '#components/staff/campaign-steps'
import { Table } from '#components/table'
import { Tag } from '#components/tag'
import { has } from '#core/account/roles'
import { startOfDay } from '#core/day'
import { said } from '#core/locale'
import { activitiesFor, type StaffActivity } from '#services/activity'
import { campaignsForStaff } from '#services/campaign-setup'
import { areaOf } from '#services/reporter'
import { runtime } from '#services/runtime'
import styles from '../../../../../components/staff/staff.module.css'

type Params = LocaleParams & Promise<{ slug: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.campaign.staffTitle,
})

/** One campaign: its reports within one's reach; those that wait come first. */
export default async function StaffCampaign({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const allowed = await staffWith(locale, 'activities.write', paths.staffCampaign(locale, slug))
  const rt = runtime()
  const campaign = (await campaignsForStaff(rt, allowed)).find(found => found.slug === slug)
  const found = await activitiesFor(rt, allowed, slug)
  if (!campaign || !found.ok) notFound()
  const words = text.campaign
  const isOrganizer = has(allowed, 'campaigns.write')
  const published = campaign.publishedAt !== null
  const first = isOrganizer ? organizersOrder : writersOrder
  const place = ({ state, sentBack }: StaffActivity) => first.indexOf(sentBack ? 'sent-back' : state)
  const reports = found.value.toSorted((a, b) => place(a) - place(b))
  const mayWrite = isOrganizer || (await areaOf(rt, allowed)).length > 0
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffCampaigns(locale)}>{words.staffTitle}</Back>
      <div className={styles.head}>
        <h1>{said(campaign.title, locale)}</h1>
        <Tag kind={published ? 'good' : 'quiet'}>{published ? words.isPublic : words.isDraft}</Tag>
      </div>
      <p className={styles.actions}>
        {mayWrite && (
          <ButtonLink kind="seal" href={paths.staffNewActivity(locale, slug)}>
            {words.newActivity}
          </ButtonLink>
        )}
        {isOrganizer && <a href={paths.staffEditCampaign(locale, slug)}>{words.edit}</a>}
        {published && <a href={paths.campaign(locale, slug)}>{words.publicPage}</a>}
      </p>
      {!mayWrite && <Notice kind="attention">{words.reporterNone}</Notice>}
      <h2>{words.listTitle}</h2>
      {reports.length === 0 ? (
        <Notice>{words.listNone}</Notice>
      ) : (
        <Table flowing caption={words.listTitle} captionSpoken>
          <thead>
            <tr>
              <th scope="col">{words.heading}</th>
              <th scope="col">{text.staff.state}</th>
              <th scope="col">{words.region}</th>
              <th scope="col">{words.department}</th>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.updated}</th>
            </tr>
          </thead>
          <tbody>
            {reports.map(report => (
              <tr key={report.id}>
                <th scope="row">
                  <a href={paths.staffActivity(locale, slug, report.id)}>{said(report.title, locale)}</a>
                </th>
                <td>
                  <StateTag report={report} words={words} />
                </td>
                <td>{report.regionName ? said(report.regionName, locale) : words.city}</td>
                <td>{report.departmentName ? said(report.departmentName, locale) : '—'}</td>
                <td className={styles.place}>{report.day ? day(startOfDay(report.day), locale) : '—'}</td>
                <td className={styles.place} data-label={words.updated}>
                  {dayTime(report.updatedAt, locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {isOrganizer && (
        <ShowCampaign locale={locale} slug={slug} published={published} text={plain(words)} frame={formTexts(text)} />
      )}
    </div>
  )
}

/** What waits for whom comes first. */
const organizersOrder = ['submitted', 'sent-back', 'draft', 'published', 'withdrawn'] as const
const writersOrder = ['sent-back', 'draft', 'submitted', 'published', 'withdrawn'] as const
