'use client'
/** The next step, at the thumb. */
import { fill } from '#core/fill'
import { Button } from '../button.tsx'
import { nextOf, type Place, previousOf } from './place.ts'
import styles from './steps.module.css'
import type { Words } from './words.ts'

interface StepsProps {
  words: Words
  place: Place
  total: number
  answered: number
  go(place: Place): void
  openNavigator(): void
  openHelp(): void
  /** What stands where the next question would be. */
  children: React.ReactNode
}

export function Steps({ words, place, total, answered, go, openNavigator, openHelp, children }: StepsProps) {
  const previous = previousOf(place, total)
  const next = nextOf(place, total)
  return (
    <nav className={styles.steps} aria-label={words.navigator}>
      <div className={`wrap ${styles.inner}`}>
        <Button
          className={styles.step}
          aria-disabled={previous === null}
          onClick={() => previous !== null && go(previous)}
        >
          {place === 'check' ? words.backToPaper : words.previous}
        </Button>
        <button
          type="button"
          className={styles.all}
          aria-haspopup="dialog"
          aria-label={fill(words.navigatorOpen, { answered, total })}
          onClick={openNavigator}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z" />
          </svg>
          <span aria-hidden="true">
            {answered} / {total}
          </span>
        </button>
        {place !== 'check' && (
          <Button className={`${styles.step} ${styles.next}`} onClick={() => go(next)}>
            {next === 'check' ? words.toCheck : words.next}
          </Button>
        )}
        {children}
        <button type="button" className={styles.keys} aria-haspopup="dialog" onClick={openHelp}>
          <kbd>?</kbd> {words.keysOpen}
        </button>
      </div>
    </nav>
  )
}
