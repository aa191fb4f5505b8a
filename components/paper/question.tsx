'use client'
import { useEffect, useRef } from 'react'
import { fill } from '#core/fill'
import type { WireQuestion } from '#core/wire'
import styles from './question.module.css'
import { kindWord, letter, type Words } from './words.ts'

interface QuestionProps {
  words: Words
  question: WireQuestion
  /** From 1. */
  number: number
  total: number
  choice: readonly string[]
  flagged: boolean
  /** Whether answers are taken here and now. */
  open: boolean
  pick(option: string, on: boolean): void
  /** Without it, there is no coming back to a flag. */
  turnFlag?(): void
}

export function Question({ words, question, number, total, choice, flagged, open, pick, turnFlag }: QuestionProps) {
  const heading = useFocusAtFirst()
  return (
    <article className={styles.question}>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.number}>
          <span aria-hidden="true">
            {number}
            <small> / {total}</small>
          </span>
          <span className="spoken">{fill(words.questionOf, { n: number, total })}</span>
          {flagged && <span className="spoken">{words.flagged}</span>}
        </h1>
        <p className={styles.kind}>
          {kindWord(words, question.kind)} · {fill(words.points, { n: question.points })}
        </p>
        {turnFlag && (
          <button type="button" className={styles.flag} aria-pressed={flagged} onClick={turnFlag}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M6 21V4h12l-3 4.5L18 13H6" />
            </svg>
            {flagged ? words.flagged : words.flag}
          </button>
        )}
      </div>
      <Asked words={words} question={question} choice={choice} open={open} pick={pick} />
    </article>
  )
}

type AskedProps = Pick<QuestionProps, 'words' | 'question' | 'choice' | 'open' | 'pick'>

/** What is asked, and what may be chosen. */
export function Asked({ words, question, choice, open, pick }: AskedProps) {
  const several = question.kind === 'multiple'
  return (
    <>
      {question.scenario && (
        <section className={styles.scenario} aria-label={words.scenario}>
          {question.scenario}
        </section>
      )}
      <fieldset className={styles.options} disabled={!open}>
        <legend className={styles.stem}>{question.stem}</legend>
        {several && (
          <p className={styles.several}>
            {words.chooseSeveral}
            <output className={styles.count}>{fill(words.chosen, { n: choice.length })}</output>
          </p>
        )}
        {question.options.map((option, i) => (
          <label key={option.id} className={`${styles.option} ${choice.includes(option.id) ? styles.chosen : ''}`}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={`q${question.position}`}
              checked={choice.includes(option.id)}
              onChange={event => pick(option.id, event.currentTarget.checked)}
            />
            <span className={`${styles.ring} ${several ? styles.square : ''}`}>{letter(i)}</span>
            <span className={styles.text}>{option.text}</span>
            <svg className={styles.tick} viewBox="0 0 24 24" aria-hidden="true">
              <path d="M4.5 12.5 10 18 20 6.5" />
            </svg>
          </label>
        ))}
      </fieldset>
    </>
  )
}

/** Each question is a new page to the person: its heading takes the focus, and one sees it from its top. */
export function useFocusAtFirst() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    const sheet = heading.current?.closest('main')
    if (sheet && sheet.getBoundingClientRect().top < 0) sheet.scrollIntoView({ behavior: 'instant', block: 'start' })
  }, [])
  return heading
}
