import type { RuleGroup } from '#messages/explain'
import styles from './rule-groups.module.css'

/** One part of the rules after the other; the example stands out. */
export function RuleGroups({ groups }: { groups: RuleGroup[] }) {
  return groups.map(({ id, title, lines }) => (
    <section key={id} className={id === 'example' ? `${styles.part} ${styles.example}` : styles.part} id={id}>
      <h2>{title}</h2>
      {id === 'example' ? (
        <p>{lines[0]}</p>
      ) : (
        <ul className={styles.lines}>
          {lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  ))
}
