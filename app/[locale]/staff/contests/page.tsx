import type { Metadata } from 'next'
import { count, dayTime } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { staffWith } from '#app/staff'
import { ButtonLink } from '#components/button'
import { Notice } from '#components/notice'
import { Table, tableStyles } from '#components/table'
import { Tag } from '#components/tag'
import { said } from '#core/locale'
import { listAllContests } from '#services/contest-view'
import { runtime } from '#services/runtime'
import styles from '../../../../components/staff/staff.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.setup.title,
})

const tag = { draft: 'quiet', announced: 'attention', open: 'open', closed: 'plain' } as const

/** All contests, drafts too. */
export default async function StaffContests({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const allowed = await staffWith(locale, 'contests.write', paths.staffContests(locale))
  const contests = await listAllContests(runtime(), allowed)
  const words = text.setup
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        <ButtonLink kind="seal" href={paths.staffNewContest(locale)}>
          {words.create}
        </ButtonLink>
      </div>
      <p className={styles.lead}>{words.lead}</p>
      {contests.length === 0 ? (
        <Notice>{words.none}</Notice>
      ) : (
        <Table flowing caption={words.title} captionSpoken>
          <thead>
            <tr>
              <th scope="col">{words.contest}</th>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.state}</th>
              <th scope="col" className={tableStyles.number}>
                {words.people}
              </th>
            </tr>
          </thead>
          <tbody>
            {contests.map(contest => (
              <tr key={contest.slug}>
                <th scope="row">
                  <a href={paths.staffContest(locale, contest.slug)}>{said(contest.title, locale)}</a>
                </th>
                <td className={styles.days}>
                  {words.to(dayTime(contest.opensAt, locale), dayTime(contest.closesAt, locale))}
                </td>
                <td>
                  <Tag kind={tag[contest.phase]}>{words.phase[contest.phase]}</Tag>
                </td>
                <td className={tableStyles.number} data-label={words.people}>
                  {count(contest.participants)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  )
}
