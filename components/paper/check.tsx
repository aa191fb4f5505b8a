'use client'
/** Everything once more before it is final: what is open and what was flagged comes first. */
import { fill } from '#core/fill'
import type { WireAttempt, WireQuestion } from '#core/wire'
import styles from './check.module.css'
import { type Place, placeName } from './place.ts'
import { useFocusAtFirst } from './question.tsx'
import type { Choices } from './use-answers.ts'
import { letter, type Words } from './words.ts'

interface CheckProps {
  words: Words
  wire: WireAttempt
  choices: Choices
  flags: ReadonlySet<number>
  answered: number
  go(place: Place): void
}

export function Check({ words, wire, choices, flags, answered, go }: CheckProps) {
  const heading = useFocusAtFirst()
  const total = wire.paper.length
  const missing = total - answered
  const numbered = wire.paper.map((question, i) => ({ question, number: i + 1 }))
  const isOpen = (one: Numbered) => !choices.get(one.question.position)?.length
  const isFlagged = (one: Numbered) => flags.has(one.question.position)
  const lists: [string, Numbered[]][] = [
    [words.checkUnanswered, numbered.filter(isOpen)],
    [words.checkFlagged, numbered.filter(one => !isOpen(one) && isFlagged(one))],
    [words.checkRest, numbered.filter(one => !isOpen(one) && !isFlagged(one))],
  ]
  return (
    <div className={styles.check}>
      <h1 ref={heading} tabIndex={-1}>
        {words.checkTitle}
      </h1>
      <p className={styles.summary}>
        {missing ? fill(words.checkSome, { n: missing }) : fill(words.checkNone, { total })}
      </p>
      {lists.map(([title, list]) => (
        <List key={title} {...{ title, list, words, choices, flags, go }} />
      ))}
    </div>
  )
}

interface Numbered {
  question: WireQuestion
  number: number
}

type ListProps = Pick<CheckProps, 'words' | 'choices' | 'flags' | 'go'> & { title: string; list: Numbered[] }

function List({ title, list, words, choices, flags, go }: ListProps) {
  if (list.length === 0) return null
  return (
    <section className={styles.list}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.rows}>
        {list.map(({ question, number }) => {
          const choice = choices.get(question.position) ?? []
          const letters = question.options.flatMap((one, i) => (choice.includes(one.id) ? [letter(i)] : [])).join(' ')
          return (
            <li key={number} className={styles.row}>
              <a
                href={`#${placeName(number)}`}
                onClick={event => {
                  event.preventDefault()
                  go(number)
                }}
              >
                {fill(letters ? words.checkSee : words.checkGo, { n: number })}
              </a>
              <span className={styles.stem}>{question.stem}</span>
              <span className={styles.letters}>
                {letters ? fill(words.checkChoice, { letters }) : words.unanswered}
                {flags.has(question.position) && <span className={styles.flagged}> {words.flagged}</span>}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
