'use client'
import { useEffect, useRef } from 'react'
import styles from './error-summary.module.css'

interface ErrorSummaryProps {
  /** '有一处需要改正' */
  title: string
  /** `field` is the id of the input; without one the error stands for the whole form. */
  errors: { field?: string; text: string }[]
  /** '错误：', put before the page's title while there are errors. */
  titlePrefix?: string
}

/** On top of a form that was not taken. Takes the focus when it appears; each line leads to its field. */
export function ErrorSummary({ title, errors, titlePrefix = '' }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const said = errors.map(({ text }) => text).join('\n')
  useEffect(() => {
    if (said !== '') box.current?.focus()
  }, [said])
  useEffect(() => {
    if (said === '') return
    const usual = document.title
    document.title = titlePrefix + usual
    return () => {
      document.title = usual
    }
  }, [said, titlePrefix])
  if (errors.length === 0) return null
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.list}>
        {errors.map(({ field, text }) => (
          <li key={`${field}${text}`}>{field ? <a href={`#${field}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  )
}
