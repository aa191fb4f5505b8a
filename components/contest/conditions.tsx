import { count, limit } from '#app/format'
import { paths } from '#app/paths'
import { awardCount, longestSeconds } from '#core/contest/size'
import type { Locale } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { ContestView } from '#services/contest'
import styles from './conditions.module.css'

interface ConditionsProps {
  contest: ContestView
  locale: Locale
  words: Messages['contest']
}

/** Who may, how it goes, how it is scored, what happens with one's data: written from the rules that drive the engine. */
export function Conditions({ contest, locale, words }: ConditionsProps) {
  const { rules } = contest
  const winners = awardCount(rules)
  const ties = rules.ties.map(tie => words.ties[tie]).join(words.tiesJoin)
  return (
    <>
      <Part title={words.who} lines={[words.whoText, words.whoFixed]} />
      <Part
        title={words.how}
        lines={[
          words.howTime(limit(longestSeconds(rules), locale)),
          words.howSave,
          words.howBack,
          words.howKeys,
          words.howEase,
        ]}
      >
        <a href={paths.handbook(locale)}>{words.handbook}</a>
      </Part>
      <Part
        title={words.counts}
        lines={[
          words.scoring,
          ...(rules.attempts.total !== 1 ? [words.countsText[rules.counts.by]] : []),
          `${words.tiesIntro}${ties}${words.end}`,
          words.answers[rules.feedback.answers],
          ...(rules.feedback.rank ? [] : [words.noRank]),
          ...(winners > 0 ? [words.winners(count(winners))] : []),
        ]}
      />
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
