import { paths } from '#app/paths'
import { article } from '#core/bank/cite'
import type { Locale } from '#core/locale'
import type { WireReviewed } from '#core/wire'
import type { Messages } from '#messages/zh'
import { ErrorReport, type ReportWords } from '../error-report.tsx'
import { letter } from '../paper/words.ts'
import { Redo } from './redo.tsx'
import styles from './reviewed.module.css'

interface ReviewedProps {
  question: WireReviewed
  /** The finished attempt: a report names its place on the paper. */
  attempt: string
  report: ReportWords
  /** The rules let one try again until it is right: the reasons wait for that. */
  untilRight: boolean
  locale: Locale
  words: Messages['result']
}

/** One question after the fact: yours, right, why, the law. */
export function Reviewed({ question, attempt, report, untilRight, locale, words }: ReviewedProps) {
  const isVoid = question.decision === 'void'
  const verdict = verdictOf(question, words)
  return (
    <article className={styles.question}>
      <h3 className={styles.head}>
        {words.question(question.position)}
        <span className={styles.kind}>{words.kind[question.kind]}</span>
        <span className={isVoid ? undefined : question.isRight ? styles.right : styles.wrong}>
          {!isVoid && <Sign right={question.isRight} />}
          {verdict}
        </span>
      </h3>
      {untilRight && !question.isRight ? (
        <>
          {question.scenario && <p className={styles.scenario}>{question.scenario}</p>}
          <p className={styles.stem}>{question.stem}</p>
          <Redo
            question={{ position: question.position, kind: question.kind, options: question.options }}
            words={{
              redo: words.redo,
              redoCheck: words.redoCheck,
              redoWrong: words.redoWrong,
              redoRight: words.redoRight,
            }}
          >
            <Explained question={question} locale={locale} words={words} />
          </Redo>
        </>
      ) : (
        <Explained question={question} locale={locale} words={words} />
      )}
      {question.entry && (
        <p className={styles.entry}>
          <a href={paths.entry(locale, question.entry.address)}>
            {words.readMore}
            {question.entry.title}
          </a>
        </p>
      )}
      <ErrorReport
        about={{ subject: 'question', attempt, position: question.position }}
        locale={locale}
        words={report}
      />
    </article>
  )
}

function verdictOf({ decision, isRight, answered }: WireReviewed, words: Messages['result']): string {
  if (decision === 'void') return words.isVoid
  if (decision === 'give-all') return words.isGiven
  return isRight ? words.isRight : answered ? words.isWrong : words.notAnswered
}

type ExplainedWords = Pick<Messages['result'], 'yours' | 'rightOption' | 'yoursRight' | 'why' | 'law'>
type ExplainedQuestion = Pick<WireReviewed, 'scenario' | 'stem' | 'options' | 'explanation' | 'sources'>

/** What was asked, which options are right, and why. */
export function Explained({
  question,
  locale,
  words,
}: {
  question: ExplainedQuestion
  locale: Locale
  words: ExplainedWords
}) {
  return (
    <>
      {question.scenario && <p className={styles.scenario}>{question.scenario}</p>}
      <p className={styles.stem}>{question.stem}</p>
      <ul className={styles.options}>
        {question.options.map((option, i) => {
          const word = wordOf(option, words)
          return (
            <li
              key={letter(i)}
              className={`${styles.option} ${option.right ? styles.isRight : ''} ${option.chosen && !option.right ? styles.isWrong : ''}`}
            >
              <span className={styles.letter}>{letter(i)}</span>
              <span className={styles.text}>{option.text}</span>
              {word && (
                <span className={styles.word}>
                  {option.right ? <Sign right /> : <Sign right={false} />}
                  {word}
                </span>
              )}
            </li>
          )
        })}
      </ul>
      <h4 className={styles.small}>{words.why}</h4>
      <p>{question.explanation}</p>
      {question.sources.length > 0 && (
        <p className={styles.law}>
          <span className={styles.small}>{words.law}</span>{' '}
          {question.sources
            .map(source => `${source.name} ${article(source.article, locale)}`)
            .join(locale === 'zh' ? '；' : '; ')}
        </p>
      )}
    </>
  )
}

function wordOf(option: WireReviewed['options'][number], words: ExplainedWords): string | null {
  if (option.right) return option.chosen ? words.yoursRight : words.rightOption
  return option.chosen ? words.yours : null
}

function Sign({ right }: { right: boolean }) {
  return (
    <svg className={styles.sign} viewBox="0 0 24 24" aria-hidden="true">
      <path d={right ? 'M4.5 12.5 10 18 20 6.5' : 'M6 6l12 12M18 6 6 18'} />
    </svg>
  )
}
