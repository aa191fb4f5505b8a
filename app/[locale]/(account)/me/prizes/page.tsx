import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { lastMoment } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { signedIn } from '#app/session'
import { Back } from '#components/back'
import { ButtonLink } from '#components/button'
import { Tag } from '#components/tag'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import { type MyPrize, myPrizes } from '#services/claim'
import { chancesOf, type MyChance } from '#services/draw-public'
import { runtime } from '#services/runtime'
import styles from '../../../../../components/prize/prize.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.prize.mine,
  robots: { index: false },
})

/** What one has won, and one's proofs for draws. */
export default async function MyPrizes({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const who = await signedIn()
  if (!who) redirect(paths.signIn(locale, paths.myPrizes(locale)))
  const words = text.prize
  const [prizes, chances] = await Promise.all([myPrizes(runtime(), who), chancesOf(runtime(), who)])
  return (
    <div className="wrap">
      <Back href={paths.me(locale)}>{text.account.meTitle}</Back>
      <h1>{words.mine}</h1>
      <p className={styles.lead}>{words.mineLead}</p>
      <section className={styles.part}>
        {prizes.length === 0 ? (
          <p>{words.mineNone}</p>
        ) : (
          <ul className={styles.prizes}>
            {prizes.map(prize => (
              <Prize key={prize.id} {...{ prize, locale, words }} />
            ))}
          </ul>
        )}
      </section>
      <section className={styles.step} aria-labelledby="chances">
        <h2 id="chances">{words.chances}</h2>
        <p className={styles.lead}>{chances.length === 0 ? words.chancesNone : words.chancesLead}</p>
        <ul className={styles.prizes}>
          {chances.map(chance => (
            <Chance key={chance.draw} {...{ chance, locale, words }} />
          ))}
        </ul>
      </section>
    </div>
  )
}

interface PrizeProps {
  locale: Locale
  words: Messages['prize']
}

function Prize({ prize, locale, words }: PrizeProps & { prize: MyPrize }) {
  const open = prize.state === 'called'
  return (
    <li className={styles.prize}>
      <div className={styles.prizeHead}>
        <p className={styles.prizeName}>{words.won(said(prize.tier, locale), said(prize.prize, locale))}</p>
        <Tag kind={open ? 'open' : prize.state === 'claimed' || prize.state === 'handed-over' ? 'good' : 'quiet'}>
          {words.state[prize.state]}
        </Tag>
      </div>
      <p className={styles.aside}>{said(prize.contest.title, locale)}</p>
      {open && prize.claimUntil !== null && <p>{words.claimBy(lastMoment(prize.claimUntil, locale))}</p>}
      <p>
        <ButtonLink kind={open ? 'seal' : 'plain'} href={paths.myPrize(locale, prize.id)}>
          {open ? words.toClaim : words.toSee}
        </ButtonLink>
      </p>
    </li>
  )
}

function Chance({ chance, locale, words }: PrizeProps & { chance: MyChance }) {
  const outcome =
    chance.drawnAt === null ? words.waiting : chance.place === null ? words.lost : words.place(chance.place)
  return (
    <li className={styles.prize}>
      <div className={styles.prizeHead}>
        <p className={styles.prizeName}>
          {words.drawKind[chance.kind]}
          {chance.kind === 'day' && ` · ${chance.scope}`}
        </p>
        <Tag kind={chance.drawnAt === null ? 'attention' : chance.place === null ? 'quiet' : 'good'}>{outcome}</Tag>
      </div>
      <p className={styles.aside}>
        {said(chance.contest.title, locale)} · {words.times(chance.chances)}
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>{words.mySalt}</dt>
          <dd>
            <code className={styles.code}>{chance.salt}</code>
          </dd>
        </div>
        <div>
          <dt>{words.token}</dt>
          <dd>
            <code className={styles.code}>{chance.token}</code>
          </dd>
        </div>
      </dl>
      <p>
        <a href={paths.draw(locale, chance.contest.slug, chance.draw)}>{words.toDraw}</a>
      </p>
    </li>
  )
}
