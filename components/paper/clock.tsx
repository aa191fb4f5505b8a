'use client'
import { useState } from 'react'
import { figures, type Sync } from '#core/attempt/countdown'
import styles from './bar.module.css'
import { settingOf } from './store.ts'
import { useClock } from './use-clock.ts'
import { leftInWords, spokenMark, type Words } from './words.ts'

const shownSetting = settingOf('clock')

interface ClockProps {
  words: Words
  deadlineAt: number
  sync(): Sync
  /** One of the marks was passed. */
  speak(text: string): void
  over(): void
}

/** Figures for eyes, words for ears; whom it hurries may hide it, and still hears the marks. */
export function Clock({ words, deadlineAt, sync, speak, over }: ClockProps) {
  const [shown, setShown] = useState(shownSetting.isOn)
  const left = useClock(deadlineAt, sync, { spoken: seconds => speak(spokenMark(words, seconds)), over })
  const turn = () => {
    shownSetting.set(!shown)
    setShown(!shown)
  }
  return (
    <div className={styles.clock}>
      <div role="timer" aria-label={words.timeLeft}>
        {shown && (
          <span aria-hidden="true" className={`${styles.figures} ${left <= 60_000 ? styles.short : ''}`}>
            {figures(left)}
          </span>
        )}
        <span className="spoken">{leftInWords(words, left)}</span>
      </div>
      <button type="button" className={styles.turn} onClick={turn} aria-label={shown ? words.hideTime : words.showTime}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z" />
          {shown && <path d="M4 20 20 4" />}
        </svg>
        {!shown && <span>{words.showTime}</span>}
      </button>
    </div>
  )
}
