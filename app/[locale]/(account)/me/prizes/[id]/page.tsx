import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { dayTime, lastMoment } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { signedIn } from '#app/session'
import { Back } from '#components/back'
import { Notice } from '#components/notice'
import { ClaimForm } from '#components/prize/claim-form'
import { GiveUp } from '#components/prize/give-up'
import { Tag } from '#components/tag'
import { said } from '#core/locale'
import { claimConsent } from '#core/prize/claim'
import { mayDo } from '#core/prize/state'
import { myPrizes } from '#services/claim'
import { runtime } from '#services/runtime'
import styles from '../../../../../../components/prize/prize.module.css'

type Params = LocaleParams & Promise<{ id: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.prize.claim,
  robots: { index: false },
})

/** One prize: claimed here, or how far it is. Somebody else's is not found. */
export default async function MyPrizePage({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { id } = await params
  const who = await signedIn()
  if (!who) redirect(paths.signIn(locale, paths.myPrize(locale, id)))
  const prize = (await myPrizes(runtime(), who)).find(one => one.id === id)
  if (!prize) notFound()
  const words = text.prize
  const when = (at: number) => dayTime(at, locale)
  const islands = { id, locale, words: plain(words), frame: formTexts(text), here: paths.myPrize(locale, id) }
  return (
    <div className="wrap">
      <Back href={paths.myPrizes(locale)}>{words.backToMine}</Back>
      <div className={styles.listHead}>
        <h1>{words.won(said(prize.tier, locale), said(prize.prize, locale))}</h1>
        <Tag kind={prize.state === 'called' ? 'open' : 'quiet'}>{words.state[prize.state]}</Tag>
      </div>
      <p className={styles.lead}>{said(prize.contest.title, locale)}</p>
      <div className={styles.prizes}>
        {prize.claimedAt !== null && (
          <Notice kind="good">
            <p>{words.claimedOn(when(prize.claimedAt))}</p>
            <p>{prize.handedOverAt === null ? words.done : words.handedOn(when(prize.handedOverAt))}</p>
          </Notice>
        )}
        {prize.state === 'called' && prize.claimUntil !== null && (
          <Notice kind="attention">{words.claimBy(lastMoment(prize.claimUntil, locale))}</Notice>
        )}
        {prize.erasedAt !== null ? (
          <p>{words.erasedOn(when(prize.erasedAt))}</p>
        ) : (
          prize.eraseAt !== null && <p>{words.eraseOn(lastMoment(prize.eraseAt, locale))}</p>
        )}
      </div>
      {mayDo('claim', prize.state) && (
        <section className={styles.step}>
          <h2>{words.claim}</h2>
          <p className={styles.lead}>{words.claimLead}</p>
          <ClaimForm {...islands} asked={prize.asked} consent={claimConsent} />
        </section>
      )}
      {mayDo('decline', prize.state) && <GiveUp {...islands} />}
    </div>
  )
}
