import type { Metadata } from 'next'
import { dayTime } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Button } from '#components/button'
import { Pagination } from '#components/pagination'
import { CheckAudit } from '#components/staff/check-audit'
import { Table } from '#components/table'
import { auditActions } from '#core/audit/action'
import { auditLines } from '#services/audit'
import { runtime } from '#services/runtime'
import styles from '../../../../components/staff/staff.module.css'

interface Props {
  params: LocaleParams
  searchParams: Promise<{ before?: string; action?: string }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await speak(params)).text.audit.title,
})

const pageSize = 50

/** Who did what, the newest first, and whether the chain holds. */
export default async function Audit({ params, searchParams }: Props) {
  const { locale, text } = await speak(params)
  const allowed = await staffWith(locale, 'audit.read', paths.staffAudit(locale))
  const asked = await searchParams
  const action = auditActions.find(one => one === asked.action) ?? null
  const before = /^\d{1,9}$/.test(asked.before ?? '') ? Number(asked.before) : null
  const lines = await auditLines(runtime(), allowed, { action, before, actor: null, subject: null }, pageSize + 1)
  const shown = lines.slice(0, pageSize)
  const words = text.audit
  const last = shown.at(-1)?.number
  const query = action ? { action } : {}
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <h1>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <CheckAudit locale={locale} text={plain(words)} offline={text.frame.offline} />
      <form className={styles.actions} method="get">
        <label htmlFor="action">{words.filter}</label>
        <select id="action" name="action" defaultValue={action ?? ''} className={styles.inline}>
          <option value="">{words.everything}</option>
          {auditActions.map(one => (
            <option key={one} value={one}>
              {words.action[one]}
            </option>
          ))}
        </select>
        <Button type="submit">{words.show}</Button>
      </form>
      {shown.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table flowing caption={words.title} captionSpoken>
          <thead>
            <tr>
              <th scope="col">{words.number}</th>
              <th scope="col">{words.at}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.about}</th>
              <th scope="col">{words.why}</th>
              <th scope="col">{words.from}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(line => (
              <tr key={line.number}>
                <td data-label={words.number}>{line.number}</td>
                <td className={styles.place}>{dayTime(line.at, locale)}</td>
                <td className={styles.place}>{line.who ?? (line.actor === null ? words.server : words.gone)}</td>
                <td>{actionWords(words.action, line.action)}</td>
                <td className={styles.key} translate="no">
                  {line.about}
                </td>
                <td>{line.reason}</td>
                <td className={styles.place}>{line.origin}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pagination
        label={words.pages}
        previous={before === null ? null : { href: paths.staffAudit(locale, query), label: words.newest }}
        next={
          lines.length > pageSize
            ? { href: paths.staffAudit(locale, { ...query, before: String(last) }), label: words.older }
            : null
        }
      />
    </div>
  )
}

/** A row may be older than the list of actions, or forged. */
const actionWords = (words: Record<string, string>, action: string): string => words[action] ?? action
