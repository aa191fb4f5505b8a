import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { signedIn } from '#app/session'
import { MyAttempts } from '#components/account/my-attempts'
import { MyReports } from '#components/account/my-reports'
import { SignOut } from '#components/account/sign-out'
import { ButtonLink } from '#components/button'
import { MyCertificates } from '#components/certificate/mine'
import { Notice } from '#components/notice'
import { boardName } from '#core/account/name'
import { said } from '#core/locale'
import { meOf } from '#services/account'
import { myCertificates } from '#services/certificate'
import { attemptsOf } from '#services/my-attempts'
import { myReports } from '#services/my-reports'
import { runtime } from '#services/runtime'
import styles from './me.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.account.meTitle,
})

export default async function Me({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const who = await signedIn()
  if (!who) redirect(paths.signIn(locale, paths.me(locale)))
  const words = text.account
  const [me, attempts] = await Promise.all([meOf(runtime(), who.account.id), attemptsOf(runtime(), who.account.id)])
  const shown = me.name && me.showName ? words.namePublic(boardName(me.name)) : words.nameAnonymous
  return (
    <div className="wrap flow">
      <h1>{words.meTitle}</h1>
      {me.region === null && (
        <Notice kind="attention">
          <p>{words.regionMissing}</p>
          <p>
            <a href={paths.myRegion(locale)}>{words.choose}</a>
          </p>
        </Notice>
      )}
      <dl className={styles.facts}>
        {me.phone && <Fact name={words.phoneLabel}>{me.phone}</Fact>}
        <Fact name={words.regionLabel} change={{ href: paths.myRegion(locale), label: words.change }}>
          {me.region ? said(me.region.name, locale) : words.notSet}
        </Fact>
        <Fact name={words.organisationLabel} change={{ href: paths.myRegion(locale), label: words.change }}>
          {me.organisation ?? words.notSet}
        </Fact>
        <Fact name={words.nameLabel} change={{ href: paths.myName(locale), label: words.change }}>
          {me.name ?? words.notSet}
          <span className={styles.aside}>{shown}</span>
        </Fact>
      </dl>
      <h2 className={styles.heading}>{words.attempts}</h2>
      <MyAttempts attempts={attempts} locale={locale} text={words} />
      <MyCertificates certificates={await myCertificates(runtime(), who)} locale={locale} words={text.certificate} />
      <MyReports reports={await myReports(runtime(), who)} locale={locale} words={text.upkeep} />
      <div className={styles.actions}>
        <ButtonLink href={paths.myPrizes(locale)}>{text.prize.mine}</ButtonLink>
        <ButtonLink href={paths.myData(locale)}>{text.myData.link}</ButtonLink>
        {me.roles.length > 0 && <ButtonLink href={paths.staff(locale)}>{words.staffArea}</ButtonLink>}
        <SignOut label={words.signOut} offline={text.frame.offline} homeHref={paths.home(locale)} />
      </div>
    </div>
  )
}

interface FactProps {
  name: string
  children: React.ReactNode
  change?: { href: string; label: string }
}

function Fact({ name, children, change }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
      {change && (
        <dd className={styles.change}>
          <a href={change.href}>
            {change.label}
            <span className="spoken"> {name}</span>
          </a>
        </dd>
      )}
    </div>
  )
}
