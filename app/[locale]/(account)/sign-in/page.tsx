import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { ownPath, paths } from '#app/paths'
import { signedIn } from '#app/session'
import { SignIn } from '#components/account/sign-in'
import type { Messages } from '#messages/zh'
import { runtime } from '#services/runtime'

interface SignInPageProps {
  params: LocaleParams
  searchParams: Promise<{ next?: string | string[] }>
}

export const generateMetadata = async ({ params }: SignInPageProps): Promise<Metadata> => ({
  title: (await speak(params)).text.account.signInTitle,
})

export default async function SignInPage({ params, searchParams }: SignInPageProps) {
  const { locale, text } = await speak(params)
  const next = ownPath((await searchParams).next, paths.me(locale))
  if (await signedIn()) redirect(next)
  const { offline, errorPrefix, errorSummary, privacy } = text.frame
  return (
    <div className="wrap">
      <noscript>
        <p>{text.account.needsScript}</p>
      </noscript>
      <SignIn
        locale={locale}
        next={next}
        regionHref={paths.myRegion(locale, next)}
        privacyHref={paths.privacy(locale)}
        outboxHref={runtime().outbox ? paths.outbox(locale) : null}
        text={{
          ...signInWords(text.account),
          offline,
          errorPrefix,
          errorSummary,
          privacy,
          codeWrong: text.refusal['code-wrong'],
        }}
      />
    </div>
  )
}

/** The strings of the namespace; its functions stay on the server. */
function signInWords(words: Messages['account']) {
  const { phone, phoneHint, consent, consentEnd, getCode, code, codeHint, codeMissing, submitCode } = words
  const { resend, resendIn, resent, changePhone, outboxHint, outboxLink, signInTitle, codeTitle } = words
  return {
    ...{ phone, phoneHint, consent, consentEnd, getCode, code, codeHint, codeMissing, submitCode },
    ...{ resend, resendIn, resent, changePhone, outboxHint, outboxLink, signInTitle, codeTitle },
  }
}
