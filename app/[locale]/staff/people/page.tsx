import type { Metadata } from 'next'
import { day } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Areas } from '#components/staff/areas'
import { AddPerson } from '#components/staff/people/add'
import { Table } from '#components/table'
import { Tag } from '#components/tag'
import { roles } from '#core/account/roles'
import { reportersFor } from '#services/reporter'
import { runtime } from '#services/runtime'
import { listStaff } from '#services/staff'
import styles from '../../../../components/staff/staff.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.staff.peopleTitle,
})

const tagOf = { active: 'good', invited: 'attention', deactivated: 'quiet' } as const

/** Who works here, and adding a colleague. */
export default async function People({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const allowed = await staffWith(locale, 'people.write', paths.staffPeople(locale))
  const words = text.staff
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <h1>{words.peopleTitle}</h1>
      <p className={styles.lead}>{words.peopleLead}</p>
      <Table flowing caption={words.people} captionSpoken>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.login}</th>
            <th scope="col">{words.roles}</th>
            <th scope="col">{words.since}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">
              <span className="spoken">{words.manage}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {(await listStaff(runtime(), allowed)).map(person => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td className={styles.place}>{person.login}</td>
              <td>{person.roles.map(role => words.role[role]).join(' · ')}</td>
              <td className={styles.place} data-label={words.since}>
                {day(person.createdAt, locale)}
              </td>
              <td>
                <Tag kind={tagOf[person.state]}>{words[person.state]}</Tag>
              </td>
              <td>
                <a
                  href={paths.staffPerson(locale, person.login)}
                  aria-label={words.manageWhy(person.name ?? person.login)}
                >
                  {words.manage}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Areas {...(await reportersFor(runtime(), allowed))} locale={locale} text={text} />
      <h2>{words.add}</h2>
      <AddPerson
        locale={locale}
        text={plain(words)}
        roles={roles}
        loginInvalid={words.loginHint}
        frame={formTexts(text)}
      />
    </div>
  )
}
