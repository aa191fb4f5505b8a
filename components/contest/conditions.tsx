import { paths } from '#app/paths'
import { goesForward } from '#core/attempt/forward'
import type { Locale } from '#core/locale'
import { explained, type RuleGroup } from '#messages/explain'
import type { Messages } from '#messages/zh'
import type { ContestView } from '#services/contest'
import styles from './conditions.module.css'

interface ConditionsProps {
  contest: ContestView
  locale: Locale
  words: Messages['contest']
  rulesLink: string
}

/** Who may, how it goes, how it is scored, what happens with one's data: written from the rules that drive the engine. */
export function Conditions({ contest, locale, words, rulesLink }: ConditionsProps) {
  const groups = explained(contest.rules, contest, locale)
  const linesOf = (...ids: RuleGroup['id'][]) => ids.flatMap(id => groups.find(group => group.id === id)?.lines ?? [])
  return (
    <>
      <Part title={words.who} lines={[...linesOf('who'), words.whoSignIn, words.whoFixed]} />
      <Part
        title={words.how}
        lines={[
          ...linesOf('clock'),
          words.howSave,
          ...(goesForward(contest.rules) ? [] : [words.howBack, words.howKeys]),
          words.howEase,
        ]}
      >
        <a href={paths.handbook(locale)}>{words.handbook}</a>
      </Part>
      <Part title={words.counts} lines={linesOf('paper', 'ranking', 'feedback')}>
        <a href={paths.rules(locale, contest.slug)}>{rulesLink}</a>
      </Part>
      <Part title={words.prizes} lines={linesOf('awards', 'draws', 'groupAwards', 'final')} />
      <Part title={words.privacy} lines={[words.privacyText]}>
        <a href={paths.privacy(locale)}>{words.privacyMore}</a>
      </Part>
    </>
  )
}

function Part({ title, lines, children }: { title: string; lines: string[]; children?: React.ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      <ul className={styles.lines}>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {children && <p className={styles.more}>{children}</p>}
    </section>
  )
}
