'use client'
/** Right after an answer: right or not, why, in which law, where to read on, and when the question comes back. */
import { useEffect, useRef } from 'react'
import { paths } from '#app/paths'
import { citation } from '#core/bank/cite'
import { fill } from '#core/fill'
import type { Locale } from '#core/locale'
import { daysUntil, isMistake } from '#core/practice/known'
import type { WireSource } from '#core/wire'
import type { WirePracticed } from '#core/wire-learning'
import { ErrorReport, type ReportWords } from '../error-report.tsx'
import { letter } from '../paper/words.ts'
import { Sign } from './sign.tsx'
import styles from './told.module.css'
import type { Step } from './use-session.ts'
import type { Words } from './words.ts'

interface ToldProps {
  words: Words
  locale: Locale
  step: Step
  told: WirePracticed
  report: ReportWords
  /** Whether nothing was chosen. */
  unsure: boolean
}

/** The verdict takes the focus, so that eyes and ears come to the reason without a step of their own. */
export function Told({ words, report, locale, step, told, unsure }: ToldProps) {
  const verdict = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    verdict.current?.focus({ preventScroll: true })
    verdict.current?.scrollIntoView({ behavior: 'instant', block: 'nearest' })
  }, [])
  const letters = step.question.options.flatMap((one, i) => (told.right.includes(one.id) ? [letter(i)] : []))
  return (
    <section className={`${styles.told} ${told.isRight ? styles.right : styles.wrong}`}>
      <h3 ref={verdict} tabIndex={-1} className={styles.verdict}>
        <Sign right={told.isRight} />
        <span>{told.isRight ? words.isRight : unsure ? words.isUnsure : words.isWrong}</span>
        {!told.isRight && (
          <span className={styles.letters}>
            {fill(words.rightIs, { letters: letters.join(locale === 'zh' ? '、' : ', ') })}
          </span>
        )}
      </h3>
      <p>{told.explanation}</p>
      {told.sources.length > 0 && (
        <p className={styles.law}>
          <span className={styles.small}>{words.law}</span> {cited(told.sources, locale)}
        </p>
      )}
      {told.entry && (
        <p className={styles.entry}>
          <a href={paths.entry(locale, told.entry.address)}>
            {words.readMore}
            {told.entry.title}
          </a>
        </p>
      )}
      <ErrorReport about={{ subject: 'question', number: step.question.question }} locale={locale} words={report} />
      {told.card && !step.again && <p className={styles.small}>{whenAgain(words, told.card)}</p>}
    </section>
  )
}

/** Laws with their articles, each law once. */
function cited(sources: readonly WireSource[], locale: Locale): string {
  const byName = new Map<string, string[]>()
  for (const { name, article } of sources) byName.set(name, [...(byName.get(name) ?? []), article])
  return [...byName].map(([name, articles]) => citation(name, articles, locale)).join(locale === 'zh' ? '；' : '; ')
}

function whenAgain(words: Words, card: NonNullable<WirePracticed['card']>): string {
  const days = daysUntil(card, Date.now())
  const when = days <= 1 ? words.dueTomorrow : fill(words.dueIn, { n: days })
  return isMistake(card) ? `${when} ${words.inBook}` : when
}
