import { Tag } from '#components/tag'
import { letterAt } from '#core/bank/answer'
import { type Locale, said } from '#core/locale'
import type { WireDraft } from '#core/wire-staff'
import type { Messages } from '#messages/zh'
import styles from './staff.module.css'

/** Questions as citizens see them, with what is right and why. */
export function Questions({
  questions,
  locale,
  text,
}: {
  questions: WireDraft[]
  locale: Locale
  text: Messages['bank']
}) {
  return (
    <ol className={styles.questions}>
      {questions.map(question => (
        <Question key={question.place} question={question} locale={locale} text={text} />
      ))}
    </ol>
  )
}

function Question({ question, locale, text }: { question: WireDraft; locale: Locale; text: Messages['bank'] }) {
  const { kind, scenario, stem, options, explanation } = question
  // Without an English text the Chinese is shown, and ears are told so.
  const inChinese = locale === 'en' && stem.en === '' ? { lang: 'zh-CN' } : {}
  return (
    <li className={styles.question} id={question.place}>
      <p className={styles.about}>
        <Tag kind="plain">{text.kinds[kind]}</Tag>
        <span>{question.place}</span>
        <span>{text.level(question.level)}</span>
        {question.chapter !== null && <span>{text.chapter(question.chapter)}</span>}
        {(question.validFrom ?? question.validTo) && <span>{text.valid(question.validFrom, question.validTo)}</span>}
      </p>
      <div {...inChinese} className="flow">
        {scenario && <p>{said(scenario, locale)}</p>}
        <p className={styles.stem}>{said(stem, locale)}</p>
        <ol className={styles.options}>
          {options.map((option, at) => (
            <li key={option.zh} className={option.right ? styles.right : undefined}>
              <span className={styles.letter}>{letterAt(at)}</span>
              <span>
                {said(option, locale)}
                {option.right && (
                  <>
                    {' '}
                    ✓ <span className="spoken">{text.right}</span>
                  </>
                )}
              </span>
            </li>
          ))}
        </ol>
        <p className={styles.hint}>
          {explanation.zh === '' ? text.noExplanation : `${text.explanation}：${said(explanation, locale)}`}
        </p>
      </div>
      {locale === 'en' && stem.en === '' && <p className={styles.about}>{text.noEnglish}</p>}
    </li>
  )
}
