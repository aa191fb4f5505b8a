import type { Metadata } from 'next'
import { day } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { ButtonLink } from '#components/button'
import { Notice } from '#components/notice'
import { Table, tableStyles } from '#components/table'
import { Tag } from '#components/tag'
import type { WireSet } from '#core/wire-staff'
import { listSets } from '#services/question'
import { runtime } from '#services/runtime'
import styles from '../../../../../components/staff/staff.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.bank.title,
})

/** All question sets. */
export default async function Sets({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const allowed = await staffWith(locale, 'questions.write', paths.staffSets(locale))
  const sets = await listSets(runtime(), allowed)
  const words = text.bank
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffQuestions(locale)}>{text.bankWork.list.title}</Back>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        <ButtonLink kind="seal" href={paths.staffImport(locale)}>
          {words.upload}
        </ButtonLink>
      </div>
      <p className={styles.lead}>{words.lead}</p>
      {sets.length === 0 ? (
        <Notice>{words.none}</Notice>
      ) : (
        <Table flowing caption={words.title} captionSpoken>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{text.bankWork.sets.owner}</th>
              <th scope="col">{words.source}</th>
              <th scope="col">{words.licence}</th>
              <th scope="col">{words.added}</th>
              <th scope="col" className={tableStyles.number}>
                {words.questions}
              </th>
            </tr>
          </thead>
          <tbody>
            {sets.map(set => (
              <tr key={set.id}>
                <th scope="row">
                  <a href={paths.staffSet(locale, set.id)}>{set.name}</a>{' '}
                  {set.retiredAt !== null && <Tag kind="quiet">{text.bankWork.sets.retired}</Tag>}
                </th>
                <td>{set.owner}</td>
                <td data-label={words.source}>{set.source}</td>
                <td data-label={words.licence}>{set.licence}</td>
                <td className={styles.place}>{day(set.createdAt, locale)}</td>
                <td className={tableStyles.number} data-label={words.questions}>
                  {set.questions}
                  {comingIn(set) > 0 && <small className={styles.hint}> {words.coming(comingIn(set))}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  )
}

/** Those that no contest can draw yet. */
const comingIn = ({ states }: WireSet): number => states.draft + states.waiting + states.reviewed
