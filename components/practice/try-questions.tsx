import { fill } from '#core/fill'
import { ButtonLink } from '../button.tsx'
import styles from './try-questions.module.css'
import type { Words } from './words.ts'

interface TryQuestionsProps {
  /** How many questions there are to practise with what was just read. */
  n: number
  href: string
  words: Words
}

/** Below an entry: whether it has sunk in. */
export function TryQuestions({ n, href, words }: TryQuestionsProps) {
  if (n === 0) return null
  return (
    <section className={`${styles.try} no-print`}>
      <div>
        <h2>{n < 3 ? fill(words.tryEntry, { n }) : words.tryThree}</h2>
        <p>{words.tryText}</p>
      </div>
      <ButtonLink href={href}>{words.tryStart}</ButtonLink>
    </section>
  )
}
