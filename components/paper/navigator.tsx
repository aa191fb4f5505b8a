'use client'
import { fill } from '#core/fill'
import type { WireAttempt } from '#core/wire'
import { Button } from '../button.tsx'
import { Dialog } from './dialog.tsx'
import styles from './navigator.module.css'
import type { Place } from './place.ts'
import type { Choices } from './use-answers.ts'
import type { DialogHandle } from './use-dialog.ts'
import type { Words } from './words.ts'

interface NavigatorProps {
  dialog: DialogHandle
  words: Words
  wire: WireAttempt
  place: Place
  choices: Choices
  flags: ReadonlySet<number>
  go(place: Place): void
}

/** All questions at a glance: filled or empty, with or without a pennant, and the same in words. */
export function Navigator({ dialog, words, wire, place, choices, flags, go }: NavigatorProps) {
  const leave = (to: Place) => {
    dialog.close()
    go(to)
  }
  return (
    <Dialog dialog={dialog} title={words.navigator} close={words.close}>
      <ul className={styles.legend}>
        <li>
          <span className={`${styles.sample} ${styles.answered}`} aria-hidden="true" />
          {words.answered}
        </li>
        <li>
          <span className={styles.sample} aria-hidden="true" />
          {words.unanswered}
        </li>
        <li>
          <Pennant />
          {words.flagged}
        </li>
      </ul>
      <ol className={styles.grid}>
        {wire.paper.map(({ position }, i) => {
          const answered = Boolean(choices.get(position)?.length)
          const state = `${answered ? words.answered : words.unanswered}${flags.has(position) ? ` ${words.flagged}` : ''}`
          return (
            <li key={position}>
              <button
                type="button"
                className={`${styles.cell} ${answered ? styles.answered : ''}`}
                aria-current={place === i + 1 ? 'step' : undefined}
                aria-label={`${fill(words.question, { n: i + 1 })} ${state}`}
                onClick={() => leave(i + 1)}
              >
                {i + 1}
                {flags.has(position) && <Pennant />}
              </button>
            </li>
          )
        })}
      </ol>
      <Button wide onClick={() => leave('check')}>
        {words.toCheck}
      </Button>
    </Dialog>
  )
}

function Pennant() {
  return (
    <svg className={styles.pennant} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M6 22V3h13l-4 5 4 5H6" />
    </svg>
  )
}
