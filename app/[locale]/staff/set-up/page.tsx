import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { ButtonLink } from '#components/button'
import { SetUpForm } from '#components/staff/set-up-form'
import { runtime } from '#services/runtime'
import { setupFor } from '#services/staff'
import styles from '../../../../components/staff/staff.module.css'

interface Props {
  params: LocaleParams
  searchParams: Promise<{ token?: string | string[] }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await speak(params)).text.staff.setUpTitle,
  // The address holds a secret: no other site gets to see it.
  referrer: 'no-referrer',
})

export default async function SetUp({ params, searchParams }: Props) {
  const { locale, text } = await speak(params)
  const { token } = await searchParams
  const words = text.staff
  const link = typeof token === 'string' ? await setupFor(runtime(), token) : null
  if (typeof token !== 'string' || !link)
    return (
      <div className={`wrap ${styles.page}`}>
        <h1>{words.setUpOld}</h1>
        <p>{words.setUpOldWhy}</p>
        <p>
          <ButtonLink href={paths.staffSignIn(locale)}>{words.signInTitle}</ButtonLink>
        </p>
      </div>
    )
  return (
    <div className="wrap">
      <SetUpForm
        locale={locale}
        token={token}
        login={link.login}
        lead={link.login === null ? words.setUpFirst : words.setUpColleague(link.login)}
        doneHref={paths.staff(locale)}
        signInHref={paths.staffSignIn(locale)}
        text={plain(words)}
        frame={formTexts(text)}
        refusal={{ loginInvalid: words.loginHint, short: text.refusal['password-short'] }}
      />
    </div>
  )
}
