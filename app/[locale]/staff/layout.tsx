import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { signedIn } from '#app/session'
import { SignOut } from '#components/account/sign-out'
import { StepUp } from '#components/staff/factor/step-up'
import { StaffNav } from '#components/staff/nav'
import { has } from '#core/account/roles'

/** The staff area's own navigation, for those who are in it: what one may not do is not offered. */
export default async function StaffLayout({ children, params }: { children: React.ReactNode; params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const who = await signedIn()
  if (!who || who.account.roles.length === 0) return children
  const { account } = who
  return (
    <>
      <StaffNav
        label={text.staff.nav}
        items={[
          { href: paths.staff(locale), label: text.staff.title },
          ...(has(account, 'questions.read')
            ? [{ href: paths.staffQuestions(locale), label: text.bankWork.list.task }]
            : []),
          ...(has(account, 'questions.write')
            ? [
                { href: paths.staffReports(locale), label: text.upkeep.reportsTask },
                { href: paths.staffLaws(locale), label: text.upkeep.lawsTask },
              ]
            : []),
          ...(has(account, 'contests.write')
            ? [{ href: paths.staffContests(locale), label: text.staff.taskContests }]
            : []),
          ...(has(account, 'activities.write')
            ? [{ href: paths.staffCampaigns(locale), label: text.campaign.staffTask }]
            : []),
          { href: paths.staffApprovals(locale), label: text.audit.approvals },
          ...(has(account, 'people.write') ? [{ href: paths.staffPeople(locale), label: text.staff.taskPeople }] : []),
          ...(has(account, 'audit.read') ? [{ href: paths.staffAudit(locale), label: text.audit.title }] : []),
          { href: paths.staffFactor(locale), label: text.factor.stateTitle },
        ]}
      >
        <SignOut label={text.staff.signOut} offline={text.frame.offline} homeHref={paths.home(locale)} />
      </StaffNav>
      {children}
      <StepUp locale={locale} text={plain(text.factor)} frame={formTexts(text)} />
    </>
  )
}
