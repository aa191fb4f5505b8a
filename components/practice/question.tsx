'use client'
import { fill } from '#core/fill'
import type { WirePracticed } from '#core/wire-learning'
import paper from '../paper/question.module.css'
import { useFocusAtFirst } from '../paper/question.tsx'
import { letter } from '../paper/words.ts'
import styles from './question.module.css'
import { Sign } from './sign.tsx'
import type { Step } from './use-session.ts'
import { kindWord, type Words } from './words.ts'

interface QuestionProps {
  words: Words
  step: Step
  choice: readonly string[]
  told: WirePracticed | null
  choose(option: string, on: boolean): void
}

/** A question as on the paper; once it is answered, each option says what it was. */
export function Question({ words, step, choice, told, choose }: QuestionProps) {
  const heading = useFocusAtFirst()
  const { question, again, number, total } = step
  const several = question.kind === 'multiple'
  return (
    <article className={paper.question}>
      <div className={paper.head}>
        <h2 ref={heading} tabIndex={-1} className={paper.number}>
          <span aria-hidden="true">
            {again && <span className={styles.again}>{words.againShort} </span>}
            {number}
            <small> / {total}</small>
          </span>
          <span className="spoken">{fill(again ? words.again : words.question, { n: number, total })}</span>
        </h2>
        <p className={paper.kind}>{kindWord(words, question.kind)}</p>
      </div>
      {question.scenario && (
        <section className={paper.scenario} aria-label={words.scenario}>
          {question.scenario}
        </section>
      )}
      <fieldset className={`${paper.options} ${styles.options}`} disabled={told !== null}>
        <legend className={paper.stem}>{question.stem}</legend>
        {several && (
          <p className={paper.several}>
            {words.chooseSeveral}
            <output className={paper.count}>{fill(words.chosen, { n: choice.length })}</output>
          </p>
        )}
        {question.options.map((option, i) => {
          const chosen = choice.includes(option.id)
          const right = told?.right.includes(option.id) ?? false
          const word = told && wordOf(words, right, chosen)
          return (
            <label key={option.id} className={classesOf(told !== null, right, chosen)}>
              <input
                type={several ? 'checkbox' : 'radio'}
                name={`q${question.question}`}
                checked={chosen}
                onChange={event => choose(option.id, event.currentTarget.checked)}
              />
              <span className={`${paper.ring} ${several ? paper.square : ''}`}>{letter(i)}</span>
              <span className={paper.text}>{option.text}</span>
              {told ? (
                word && (
                  <span className={styles.word}>
                    <Sign right={right} />
                    {word}
                  </span>
                )
              ) : (
                <svg className={paper.tick} viewBox="0 0 24 24" aria-hidden="true">
                  <path d="M4.5 12.5 10 18 20 6.5" />
                </svg>
              )}
            </label>
          )
        })}
      </fieldset>
    </article>
  )
}

function classesOf(told: boolean, right: boolean, chosen: boolean): string {
  if (!told) return `${paper.option} ${chosen ? paper.chosen : ''}`
  return `${paper.option} ${styles.told} ${right ? styles.right : chosen ? styles.wrong : ''}`
}

function wordOf(words: Words, right: boolean, chosen: boolean): string | null {
  if (right) return chosen ? words.yoursRight : words.rightOption
  return chosen ? words.yours : null
}
