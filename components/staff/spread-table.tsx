import type { Locale } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { PaperSpreads } from '#services/paper-spread'
import { Table, tableStyles } from '../table.tsx'
import { Tag } from '../tag.tsx'
import styles from './staff.module.css'

interface SpreadTableProps {
  spreads: PaperSpreads | null
  /** Everybody has the same questions. */
  same: boolean
  locale: Locale
  text: Messages['spread']
}

/** How far two people's papers may lie apart, and how far they do. Nothing while there are too few questions. */
export function SpreadTable({ spreads, same, locale, text }: SpreadTableProps) {
  if (same) return <p className={styles.lead}>{text.same}</p>
  if (!spreads?.tried) return null
  const { asked, tried, given } = spreads
  const rows = [
    { name: text.tried(tried.papers), spread: tried },
    ...(given ? [{ name: text.asDrawn(given.asDrawn.papers), spread: given.asDrawn }] : []),
    ...(given && given.byNow.papers > 0 ? [{ name: text.byNow(given.byNow.papers), spread: given.byNow }] : []),
  ]
  return (
    <>
      <p className={styles.lead}>{text.lead}</p>
      <Table caption={text.caption}>
        <thead>
          <tr>
            <th scope="col">{text.papers}</th>
            <th scope="col" className={tableStyles.number}>
              {text.score}
            </th>
            <th scope="col" className={tableStyles.number}>
              {text.time}
            </th>
            <th scope="col">{text.verdict}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{text.asked}</th>
            <td className={tableStyles.number}>{percent(asked.score, locale)}</td>
            <td className={tableStyles.number}>{percent(asked.time, locale)}</td>
            <td />
          </tr>
          {rows.map(({ name, spread }) => {
            const isKept = spread.score <= asked.score && spread.time <= asked.time
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className={tableStyles.number}>{percent(spread.score, locale)}</td>
                <td className={tableStyles.number}>{percent(spread.time, locale)}</td>
                <td>
                  <Tag kind={isKept ? 'plain' : 'attention'}>{isKept ? text.kept : text.broken}</Tag>
                </td>
              </tr>
            )
          })}
        </tbody>
      </Table>
      {rows.some(({ spread }) => spread.score > asked.score || spread.time > asked.time) && (
        <p className={styles.hint}>{text.way}</p>
      )}
    </>
  )
}

const percent = (value: number, locale: Locale): string =>
  `${value.toLocaleString(locale, { maximumFractionDigits: 2 })}%`
