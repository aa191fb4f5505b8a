import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { signedIn } from '#app/session'
import { Notice } from '#components/notice'
import { approvalKinds } from '#core/account/approval'
import { allow, has, type Person, type Right } from '#core/account/roles'
import { sentBackActivities, waitingActivities } from '#services/activity'
import { approvalLines } from '#services/approval'
import { openReports } from '#services/error-report'
import { runtime } from '#services/runtime'
import styles from '../../../components/staff/staff.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.staff.title,
})

/** What somebody with these roles can do. */
export default async function StaffHome({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const who = await signedIn()
  if (!who) redirect(paths.staffSignIn(locale, paths.staff(locale)))
  if (who.awaitsFactor) redirect(paths.staffFactor(locale))
  const words = text.staff
  const administrator = allow(who.account, 'questions.write')
  const waiting = administrator ? await openReports(runtime(), administrator) : 0
  const organizer = allow(who.account, 'campaigns.write')
  const reports = organizer ? await waitingActivities(runtime(), organizer) : 0
  const writer = allow(who.account, 'activities.write')
  const back = writer && !organizer ? await sentBackActivities(runtime(), writer) : 0
  const decisions = (await approvalLines(runtime(), who.account, true)).filter(line => line.mayDecide).length
  const tasks: { right: Right; href: string; name: string; why: string }[] = [
    {
      right: 'questions.read',
      href: paths.staffQuestions(locale),
      name: text.bankWork.list.task,
      why: administrator ? words.taskBankWhy : words.taskBankReviewWhy,
    },
    {
      right: 'questions.write',
      href: paths.staffReports(locale),
      name: text.upkeep.reportsTask,
      why: text.upkeep.reportsTaskWhy(waiting),
    },
    {
      right: 'questions.write',
      href: paths.staffLaws(locale),
      name: text.upkeep.lawsTask,
      why: text.upkeep.lawsTaskWhy,
    },
    {
      right: 'contests.write',
      href: paths.staffContests(locale),
      name: words.taskContests,
      why: words.taskContestsWhy,
    },
    {
      right: 'activities.write',
      href: paths.staffCampaigns(locale),
      name: text.campaign.staffTask,
      why: back > 0 ? text.campaign.staffTaskBack(back) : text.campaign.staffTaskWhy(reports),
    },
    { right: 'people.write', href: paths.staffPeople(locale), name: words.taskPeople, why: words.taskPeopleWhy },
    { right: 'audit.read', href: paths.staffAudit(locale), name: text.audit.title, why: text.audit.taskWhy },
  ]
  const own = tasks.filter(task => has(who.account, task.right))
  const mine = decides(who.account)
    ? [
        ...own,
        { href: paths.staffApprovals(locale), name: text.audit.approvals, why: text.audit.approvalsWhy(decisions) },
      ]
    : own
  const all =
    who.account.roles.length > 0
      ? [...mine, { href: paths.staffPhones(locale), name: text.ownPhone.title, why: text.ownPhone.taskWhy }]
      : mine
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <h1>{words.title}</h1>
      <p className={styles.lead}>{words.hello(who.account.name ?? who.account.login ?? '')}</p>
      {mine.length === 0 && <Notice kind="attention">{words.noRights}</Notice>}
      <ul className={styles.tasks}>
        {all.map(task => (
          <li key={task.href}>
            <a className={styles.task} href={task.href}>
              <strong className={styles.taskName}>{task.name}</strong>
              <span>{task.why}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Somebody with a right that some act of two people asks for. */
const decides = (person: Person): boolean => Object.values(approvalKinds).some(({ decide }) => has(person, decide))
