import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { Notice } from '#components/notice'
import { ChangePerson } from '#components/staff/people/change'
import { Tag } from '#components/tag'
import { roles } from '#core/account/roles'
import { runtime } from '#services/runtime'
import { listStaff } from '#services/staff'
import styles from '../../../../../components/staff/staff.module.css'

type Params = LocaleParams & Promise<{ login: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.staff.person,
})

/** One colleague: roles, link, second step, leaving and coming back. */
export default async function Person({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const login = decodeURIComponent((await params).login)
  const allowed = await staffWith(locale, 'people.write', paths.staffPerson(locale, login))
  const person = (await listStaff(runtime(), allowed)).find(one => one.login === login)
  if (!person) notFound()
  const words = text.staff
  const change = { locale, login, text: plain(words), frame: formTexts(text) }
  return (
    <div className={`wrap ${styles.page}`}>
      <Back href={paths.staffPeople(locale)}>{words.backToPeople}</Back>
      <div className={styles.head}>
        <h1>{person.name ?? login}</h1>
        <Tag kind={person.state === 'active' ? 'good' : 'attention'}>{words[person.state]}</Tag>
      </div>
      <p>
        {login} · {person.roles.map(role => words.role[role]).join(' · ') || '—'}
      </p>
      {person.state === 'active' && !person.secondFactor && <Notice>{words.noFactor}</Notice>}
      {person.state === 'deactivated' ? (
        <ChangePerson {...change} act="reactivation" label={words.reactivate} why={words.reactivateWhy} />
      ) : (
        <>
          <h2>{words.rolesTitle}</h2>
          <ChangePerson
            {...change}
            act="roles"
            label={words.saveRoles}
            why={words.proposedWhy}
            roles={{ all: roles, held: person.roles }}
          />
          <h2>{words.linkTask}</h2>
          <ChangePerson {...change} act="set-up-links" label={words.renew} why={words.linkTaskWhy} />
          {person.own ? (
            <Notice>{words.ownAccount}</Notice>
          ) : (
            <>
              <h2>{words.resetFactor}</h2>
              <ChangePerson
                {...change}
                act="second-factor-reset"
                label={words.resetFactor}
                why={words.resetFactorWhy}
              />
              <h2>{words.deactivate}</h2>
              <ChangePerson {...change} act="deactivation" label={words.deactivate} why={words.deactivateWhy} />
            </>
          )}
        </>
      )}
    </div>
  )
}
