import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { ownPath, paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { signedIn } from '#app/session'
import { SignInForm } from '#components/staff/sign-in-form'

interface Props {
  params: LocaleParams
  searchParams: Promise<{ next?: string | string[] }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await speak(params)).text.staff.signInTitle,
})

export default async function StaffSignIn({ params, searchParams }: Props) {
  const { locale, text } = await speak(params)
  const next = ownPath((await searchParams).next, paths.staff(locale))
  const who = await signedIn()
  if (who?.awaitsFactor) redirect(paths.staffFactor(locale, next))
  if (who && who.account.roles.length > 0) redirect(next)
  const { 'login-wrong': wrong, busy, 'too-many-requests': tooMany } = text.refusal
  const refusal = { wrong, because: { busy, 'too-many-requests': tooMany } }
  return (
    <div className="wrap">
      <SignInForm next={next} text={plain(text.staff)} frame={formTexts(text)} refusal={refusal} />
    </div>
  )
}
