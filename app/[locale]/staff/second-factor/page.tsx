import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { day, sentences } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { ownPath, paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { signedIn } from '#app/session'
import { FactorForm } from '#components/staff/factor/form'
import { FactorSetUp } from '#components/staff/factor/set-up'
import { FactorUpkeep } from '#components/staff/factor/upkeep'
import { runtime } from '#services/runtime'
import { factorState } from '#services/second-factor'
import styles from '../../../../components/staff/staff.module.css'

interface Props {
  params: LocaleParams
  searchParams: Promise<{ next?: string | string[] }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await speak(params)).text.factor.title,
})

/** Setting up the second factor, giving its code, or (once that is done) looking after it. */
export default async function SecondFactor({ params, searchParams }: Props) {
  const { locale, text } = await speak(params)
  const next = ownPath((await searchParams).next, paths.staff(locale))
  const who = await signedIn()
  if (!who) redirect(paths.staffSignIn(locale, next))
  const words = text.factor
  const { confirmedAt, recoveryLeft } = await factorState(runtime(), who)
  const island = { locale, text: plain(words), frame: formTexts(text) }
  if (who.awaitsFactor)
    return (
      <div className="wrap">
        {confirmedAt === null ? <FactorSetUp {...island} next={next} /> : <FactorForm {...island} next={next} />}
      </div>
    )
  if (confirmedAt === null) redirect(paths.staff(locale))
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{words.stateTitle}</h1>
      <p className={styles.lead}>{words.stateLead}</p>
      <p>{sentences(locale, words.since(day(confirmedAt, locale)), words.left(recoveryLeft))}</p>
      <FactorUpkeep {...island} next={paths.staffFactor(locale)} />
    </div>
  )
}
