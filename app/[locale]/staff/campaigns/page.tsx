import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { ButtonLink } from '#components/button'
import { spanOf } from '#components/campaign/span'
import { Notice } from '#components/notice'
import { AddDepartment } from '#components/staff/campaign-steps'
import { Table } from '#components/table'
import { Tag } from '#components/tag'
import { has } from '#core/account/roles'
import { said } from '#core/locale'
import { campaignsForStaff, departmentsFor } from '#services/campaign-setup'
import { areaOf } from '#services/reporter'
import { runtime } from '#services/runtime'
import styles from '../../../../components/staff/staff.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.campaign.staffTitle,
})

/** All campaigns; for organizers also the departments that report. */
export default async function StaffCampaigns({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const allowed = await staffWith(locale, 'activities.write', paths.staffCampaigns(locale))
  const isOrganizer = has(allowed, 'campaigns.write')
  const rt = runtime()
  const [campaigns, departments, area] = await Promise.all([
    campaignsForStaff(rt, allowed),
    departmentsFor(rt, allowed),
    areaOf(rt, allowed),
  ])
  const words = text.campaign
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <div className={styles.head}>
        <h1>{words.staffTitle}</h1>
        {isOrganizer && (
          <ButtonLink kind="seal" href={paths.staffNewCampaign(locale)}>
            {words.newCampaign}
          </ButtonLink>
        )}
      </div>
      <p className={styles.lead}>{words.staffLead}</p>
      {!isOrganizer &&
        (area.length > 0 ? (
          <Notice>{words.reportsFor(area.map(name => said(name, locale)).join(' · '))}</Notice>
        ) : (
          <Notice kind="attention">{words.reporterNone}</Notice>
        ))}
      {campaigns.length === 0 ? (
        <Notice>{words.staffNone}</Notice>
      ) : (
        <Table flowing caption={words.staffTitle} captionSpoken>
          <tbody>
            {campaigns.map(campaign => (
              <tr key={campaign.slug}>
                <th scope="row">
                  <a href={paths.staffCampaign(locale, campaign.slug)}>{said(campaign.title, locale)}</a>
                </th>
                <td>{spanOf(campaign, locale, words)}</td>
                <td>
                  <Tag kind={campaign.publishedAt === null ? 'quiet' : 'good'}>
                    {campaign.publishedAt === null ? words.isDraft : words.isPublic}
                  </Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {isOrganizer && (
        <>
          <h2>{words.departments}</h2>
          <p className={styles.lead}>{words.departmentsWhy}</p>
          <ul className={styles.plainList}>
            {departments.map(({ slug, name }) => (
              <li key={slug}>
                {said(name, locale)} <small className={styles.hint}>{slug}</small>
              </li>
            ))}
          </ul>
          <AddDepartment locale={locale} text={plain(words)} frame={formTexts(text)} />
        </>
      )}
    </div>
  )
}
