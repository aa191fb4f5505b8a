import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts } from '#app/plain'
import { signedIn } from '#app/session'
import { ClosingWords } from '#components/account/closing'
import { ClosingForm } from '#components/account/closing-form'
import { Back } from '#components/back'
import { ButtonLink } from '#components/button'
import { closingOf } from '#services/closing'
import { runtime } from '#services/runtime'
import styles from '../../../../../components/account/closing.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.myData.title,
})

/** A copy of all that is kept about oneself, and closing the account. */
export default async function MyData({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const who = await signedIn()
  if (!who) redirect(paths.signIn(locale, paths.myData(locale)))
  const words = text.myData
  const view = await closingOf(runtime(), who)
  const { sendCode, sendAgain, codeSent, code, codeHint, codeNeeded, submit, submitting, done, doneSay, home } = words
  const island = { sendCode, sendAgain, codeSent, code, codeHint, codeNeeded, submit, submitting, done, doneSay, home }
  return (
    <div className="wrap">
      <Back href={paths.me(locale)}>{text.account.meTitle}</Back>
      <div className="flow">
        <h1>{words.title}</h1>
        <h2>{words.copy}</h2>
        <p>{words.copyWhat}</p>
        <p>{words.copyCare}</p>
        <p>
          <ButtonLink href={paths.myCopy(locale)} download>
            {words.copyGet}
          </ButtonLink>
        </p>
        <section className={`flow ${styles.part}`}>
          <h2>{words.close}</h2>
          {view.mayClose ? (
            <>
              <p>{words.closeLead}</p>
              <ClosingWords view={view} locale={locale} words={words} won={text.prize.won} />
              {view.open.length === 0 && (
                <ClosingForm locale={locale} words={island} frame={formTexts(text)} homeHref={paths.home(locale)} />
              )}
            </>
          ) : (
            <p>{words.staff}</p>
          )}
        </section>
      </div>
    </div>
  )
}
