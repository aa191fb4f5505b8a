import type { Metadata } from 'next'
import { approvalFacts } from '#app/approval-facts'
import { dayTime, labelled } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { anyStaff } from '#app/staff'
import { Notice } from '#components/notice'
import { Decide, Withdraw } from '#components/staff/decide'
import { Tag } from '#components/tag'
import { approvalLines } from '#services/approval'
import { runtime } from '#services/runtime'
import { namesOfStaff } from '#services/staff'
import styles from '../../../../components/staff/staff.module.css'
import queue from '../reports/reports.module.css'

interface Props {
  params: LocaleParams
  searchParams: Promise<{ which?: string }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await speak(params)).text.audit.approvals,
})

/** What waits for a second person, and what was settled. */
export default async function Approvals({ params, searchParams }: Props) {
  const { locale, text } = await speak(params)
  const which = (await searchParams).which === 'settled' ? 'settled' : 'open'
  const staff = await anyStaff(locale, paths.staffApprovals(locale))
  const all = await approvalLines(runtime(), staff, which === 'open')
  const lines = which === 'open' ? all.filter(line => line.state === 'waiting') : all
  const names = await namesOfStaff(runtime(), staff)
  const words = text.audit
  const island = { locale, text: plain(words), frame: formTexts(text) }
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <h1>{words.approvals}</h1>
      <p className={styles.lead}>{words.approvalsLead}</p>
      <nav className={queue.which} aria-label={words.approvals}>
        <a href={paths.staffApprovals(locale)} aria-current={which === 'open' ? 'page' : undefined}>
          {words.open}
        </a>
        <a href={paths.staffApprovals(locale, 'settled')} aria-current={which === 'settled' ? 'page' : undefined}>
          {words.settled}
        </a>
      </nav>
      {lines.length === 0 && <Notice>{which === 'open' ? words.noneOpen : words.noneSettled}</Notice>}
      <ol className={queue.reports}>
        {lines.map(line => (
          <li key={line.id} className={queue.report}>
            <p className={styles.head}>
              <strong>{words.kind[line.kind]}</strong>
              <Tag kind={line.state === 'waiting' ? 'attention' : 'plain'}>{words.state[line.state]}</Tag>
            </p>
            <p>{approvalFacts(line, names, locale, text)}</p>
            {line.reason && <p>{labelled(words.reason, line.reason, locale)}</p>}
            <p className={styles.hint}>
              {words.proposed(line.proposedBy, dayTime(line.proposedAt, locale))}
              {line.state === 'waiting' && ` · ${words.until(dayTime(line.expiresAt, locale))}`}
            </p>
            {line.decidedBy && line.decidedAt && (
              <p className={styles.hint}>
                {words.decided(line.decidedBy, dayTime(line.decidedAt, locale))}
                {line.note && ` · ${line.note}`}
              </p>
            )}
            {line.mayDecide && <Decide {...island} id={line.id} />}
            {line.mayWithdraw && <Withdraw {...island} id={line.id} />}
          </li>
        ))}
      </ol>
    </div>
  )
}
