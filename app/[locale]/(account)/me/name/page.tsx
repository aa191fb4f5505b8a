import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { signedIn } from '#app/session'
import { NameForm } from '#components/account/name-form'
import { Back } from '#components/back'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.account.nameTitle,
})

export default async function MyName({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const who = await signedIn()
  if (!who) redirect(paths.signIn(locale, paths.myName(locale)))
  const { nameTitle, nameHint, showName, showNameHint, saveName } = text.account
  const { offline, errorPrefix, errorSummary } = text.frame
  return (
    <div className="wrap">
      <Back href={paths.me(locale)}>{text.account.meTitle}</Back>
      <NameForm
        locale={locale}
        name={who.account.name ?? ''}
        showName={who.account.showName}
        doneHref={paths.me(locale)}
        text={{ nameTitle, nameHint, showName, showNameHint, saveName, offline, errorPrefix, errorSummary }}
      />
    </div>
  )
}
