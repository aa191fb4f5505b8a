'use client'
/** Above every question: the clock, whether the answers are saved, and how far one is. */
import { useEffect, useRef, useState } from 'react'
import type { Sync } from '#core/attempt/countdown'
import type { WireAttempt } from '#core/wire'
import styles from './bar.module.css'
import { Clock } from './clock.tsx'
import type { LineState } from './line.ts'
import type { Place } from './place.ts'
import { Ruler } from './ruler.tsx'
import type { Choices } from './use-answers.ts'
import type { Handing } from './use-finish.ts'
import type { Words } from './words.ts'

interface BarProps {
  words: Words
  wire: WireAttempt
  place: Place
  choices: Choices
  flags: ReadonlySet<number>
  answered: number
  state: LineState
  handing: Handing
  sync(): Sync
  over(): void
}

export function Bar({ words, wire, place, choices, flags, answered, state, handing, sync, over }: BarProps) {
  const [spoken, setSpoken] = useState('')
  const timeUp = handing === 'time-up' || handing === 'time-up-waiting'
  const lineNews = useLineNews(words, state)
  return (
    <div className={styles.bar}>
      <div className={`wrap ${styles.inner}`}>
        <Clock words={words} deadlineAt={wire.attempt.deadlineAt} sync={sync} speak={setSpoken} over={over} />
        <SaveState words={words} state={state} />
      </div>
      <div className="wrap">
        <Ruler {...{ words, place, choices, flags, answered }} positions={wire.paper.map(one => one.position)} />
      </div>
      <p className="spoken" aria-live="polite">
        {spoken}
      </p>
      <p className="spoken" aria-live="polite">
        {lineNews}
      </p>
      <p className="spoken" aria-live="assertive">
        {timeUp ? words.timeUp : ''}
      </p>
    </div>
  )
}

const signs: Record<LineState, string> = {
  saved: 'M5 12.5l4.5 4.5L19 7',
  saving: 'M12 5v7l4 3M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  waiting: 'M4 4l16 16M5 13a10 10 0 0 1 5-2.7M19 13a10 10 0 0 0-4-2.4M8.5 16.5a5 5 0 0 1 7 0M12 20v.2',
  elsewhere: 'M7 3h10v18H7zM11 18h2',
  over: 'M5 12.5l4.5 4.5L19 7',
  'signed-out': 'M12 4 21 20H3zM12 10v4M12 17v.2',
  refused: 'M12 4 21 20H3zM12 10v4M12 17v.2',
}

function SaveState({ words, state }: { words: Words; state: LineState }) {
  const said: Record<LineState, string> = {
    saved: words.saved,
    saving: words.saving,
    waiting: words.waiting,
    elsewhere: words.elsewhere,
    over: words.over,
    'signed-out': words.signedOut,
    refused: words.refused,
  }
  const calm = state === 'saved' || state === 'saving' || state === 'over'
  return (
    <p className={`${styles.state} ${calm ? '' : styles.attention}`} data-state={state}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={signs[state]} />
      </svg>
      {said[state]}
    </p>
  )
}

/** Spoken when the line goes and when it comes back, not at each saving. */
function useLineNews(words: Words, state: LineState): string {
  const [news, setNews] = useState('')
  const away = useRef(false)
  useEffect(() => {
    if (state === 'waiting' && !away.current) setNews(words.waitingSpoken)
    if (state === 'saved' && away.current) setNews(words.backAgain)
    if (state === 'waiting') away.current = true
    if (state === 'saved') away.current = false
  }, [state, words])
  return news
}
