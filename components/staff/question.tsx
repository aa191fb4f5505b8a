import { Tag } from '#components/tag'
import { letterAt } from '#core/bank/answer'
import { shownPlace } from '#core/bank/shown-place'
import { type Locale, said } from '#core/locale'
import type { WireDraft } from '#core/wire-staff'
import type { Messages } from '#messages/zh'
import styles from './staff.module.css'

/** Questions as citizens see them, with what is right and why. */
export function Questions({
  questions,
  locale,
  text,
  stored,
}: {
  questions: WireDraft[]
  locale: Locale
  text: Messages['bank']
  /** Of those that are in the bank, by place: their page, and where they stand. */
  stored?: ReadonlyMap<string, { href: string; state: string }>
}) {
  return (
    <ol className={styles.questions}>
      {questions.map(question => (
        <Question
          key={question.place}
          question={question}
          locale={locale}
          text={text}
          stored={stored?.get(question.place)}
        />
      ))}
    </ol>
  )
}

interface QuestionProps {
  question: WireDraft
  locale: Locale
  text: Messages['bank']
  stored: { href: string; state: string } | undefined
}

function Question({ question, locale, text, stored }: QuestionProps) {
  const { kind, scenario, stem, options, explanation } = question
  // Without an English text the Chinese is shown, and ears are told so.
  const inChinese = locale === 'en' && stem.en === '' ? { lang: 'zh-CN' } : {}
  return (
    <li className={styles.question} id={question.place}>
      <p className={styles.about}>
        <Tag kind="plain">{text.kinds[kind]}</Tag>
        {stored ? (
          <a href={stored.href}>{question.place}</a>
        ) : (
          <span title={question.place}>{shownPlace(question.place)}</span>
        )}
        {stored && <span>{stored.state}</span>}
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
