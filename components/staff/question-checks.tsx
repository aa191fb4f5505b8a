import { fill } from '#core/fill'
import { said } from '#core/locale'
import type { WireChecked } from '#core/wire-bank'
import styles from './question-form.module.css'
import type { EditorTexts } from './question-form.tsx'
import staff from './staff.module.css'

interface ChecksProps {
  checked: WireChecked | null
  isChanged: boolean
  locale: 'zh' | 'en'
  href: string
  text: EditorTexts
}

/** What a machine sees, each with the way to its field. */
export function Checks({ checked, isChanged, locale, href, text }: ChecksProps) {
  if (!checked) return <p className={staff.hint}>{isChanged ? text.checking : text.checksLater}</p>
  const nothing = checked.problems.length === 0 && checked.near.length === 0
  return (
    <section className={styles.checks} aria-labelledby="checks-title">
      <h2 id="checks-title">{text.checks}</h2>
      {nothing && <p>{text.checksNone}</p>}
      <ul>
        {checked.problems.map(({ severity, field, says }) => (
          <li key={`${field} ${says}`} className={severity === 'error' ? styles.error : styles.warning}>
            <strong>{text.severity[severity]}</strong> <a href={`#${field}`}>{says}</a>
          </li>
        ))}
        {checked.near.map(({ id, number, stem }) => (
          <li key={id} className={styles.warning}>
            <strong>{text.near}</strong>{' '}
            <a href={`${href}/${id}`} target="_blank" rel="noreferrer">
              {number} {said(stem, locale)}
            </a>
          </li>
        ))}
      </ul>
      <p className="spoken" role="status">
        {fill(text.checksCount, { n: checked.problems.length + checked.near.length })}
      </p>
    </section>
  )
}
