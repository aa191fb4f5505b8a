import { count } from '#app/format'
import { Table, tableStyles } from '#components/table'
import { Tag } from '#components/tag'
import { type Locale, said } from '#core/locale'
import type { WireItem } from '#core/wire-regrade'
import type { Messages } from '#messages/zh'
import styles from './statistics.module.css'

type Words = Messages['statistics']

interface ItemsProps {
  items: WireItem[]
  locale: Locale
  words: Words
  /** Where a question is regraded. */
  regrade: (item: WireItem) => string
}

/** One row a question: what is odd about it is said in words, and leads to the regrade. */
export function Items({ items, locale, words, regrade }: ItemsProps) {
  const { column } = words
  return (
    <div className={styles.wide}>
      <Table flowing caption={words.caption(items.length)}>
        <thead>
          <tr>
            <th scope="col">{column.number}</th>
            <th scope="col">{column.stem}</th>
            {[column.shown, column.facility, column.discrimination, column.median].map(name => (
              <th key={name} scope="col" className={tableStyles.number}>
                {name}
              </th>
            ))}
            <th scope="col">{column.choices}</th>
            <th scope="col">{words.regrade}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <tr key={`${item.question} ${item.revision}`}>
              <th scope="row" className={styles.number}>
                {item.number} {item.few && <Tag kind="quiet">{words.few}</Tag>}
              </th>
              <td className={styles.stem}>
                <span className={styles.kind}>{words.kind[item.kind]}</span> {said(item.stem, locale)}
                {item.discrimination !== null && item.discrimination < 0 && !item.few && (
                  <span className={styles.odd}>
                    <Tag kind="attention">{words.negative}</Tag>
                  </span>
                )}
              </td>
              <td className={tableStyles.number} data-label={column.shown}>
                {count(item.shown)}
              </td>
              <td className={tableStyles.number} data-label={column.facility}>
                {percent(item.facility)}
              </td>
              <td className={tableStyles.number} data-label={column.discrimination}>
                {item.discrimination === null ? '—' : (item.discrimination / 1000).toFixed(2)}
              </td>
              <td className={tableStyles.number} data-label={column.median}>
                {item.timed === 0 ? '—' : Math.round(item.medianMs / 1000)}
              </td>
              <td>
                <Choices item={item} words={words} />
              </td>
              <td className={styles.number}>
                <a href={regrade(item)}>
                  {words.regrade}
                  <span className="spoken"> {item.number}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

export const percent = (thousandths: number): string => `${(thousandths / 10).toFixed(1)}%`

/** A 120 ✓ · B 31 …: the key is marked by a sign, and by a word for ears. */
function Choices({ item, words }: { item: WireItem; words: Words }) {
  return (
    <ul className={styles.choices}>
      {item.choices.map(({ times, right }, option) => (
        <li key={letterOf(option)} className={right ? styles.key : undefined}>
          {letterOf(option)} {count(times)}
          {right && (
            <>
              <span aria-hidden="true"> ✓</span>
              <span className="spoken"> {words.isKey}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

export const letterOf = (option: number): string => 'ABCDEFGH'[option] ?? ''
