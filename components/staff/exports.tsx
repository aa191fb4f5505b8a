import { dayTime } from '#app/format'
import type { Locale } from '#core/locale'
import type { ExportKind } from '#core/prize/export'
import type { Messages } from '#messages/zh'
import styles from './staff.module.css'

interface ExportsProps {
  records: {
    at: number
    who: string
    kind: ExportKind
    format: 'xlsx' | 'csv'
    masked: boolean
    reason: string
    rows: number
  }[]
  locale: Locale
  text: Messages['setup']
}

/** Who took which list, when and what for. */
export function Exports({ records, locale, text }: ExportsProps) {
  if (records.length === 0) return <p className={styles.hint}>{text.noExports}</p>
  return (
    <ul className={styles.plainList}>
      {records.map(record => (
        <li key={record.at}>
          {dayTime(record.at, locale)} · {record.who} · {text.kinds[record.kind]} ·{' '}
          {record.masked ? text.forms.masked : text.forms.full} · {record.format.toUpperCase()} ·{' '}
          {text.exportLine(record.rows, record.reason)}
        </li>
      ))}
    </ul>
  )
}
