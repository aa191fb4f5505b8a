'use client'
/** A paper without a way back: the question that is open, its clock, and one button. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Sync } from '#core/attempt/countdown'
import type { WireAttempt, WireSaved } from '#core/wire'
import { Button } from '../button.tsx'
import { Notice } from '../notice.tsx'
import { type Ask, noLine } from './api.ts'
import barStyles from './bar.module.css'
import { Clock } from './clock.tsx'
import styles from './paper.module.css'
import { Question } from './question.tsx'
import stepStyles from './steps.module.css'
import { useFinish } from './use-finish.ts'
import type { Words } from './words.ts'

interface OneWayProps {
  wire: WireAttempt
  sync: Sync
  ask: Ask
  words: Words
  hrefs: { result: string; signIn: string }
  reload(): Promise<void>
  takeOver(): Promise<void>
  clockMoved(deadlineAt: number): Promise<boolean>
}

/** Every answer is sent as it is given: nothing waits. */
const nothingWaits = async () => 0
/** Clocks of single questions never stand still: such a contest cannot be paused. */
const neverPaused = () => {}

export function OneWay({ wire, sync, ask, words, hrefs, reload, takeOver, clockMoved }: OneWayProps) {
  const { attempt, oneWay } = wire
  const [question] = wire.paper
  const [choice, setChoice] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const [spoken, setSpoken] = useState('')
  const { deadlineAt } = attempt
  const moved = useCallback(() => clockMoved(deadlineAt), [clockMoved, deadlineAt])
  const { handing, timeUp } = useFinish({
    attempt: attempt.id,
    ask,
    flush: nothingWaits,
    result: hrefs.result,
    paused: neverPaused,
    clockMoved: moved,
  })
  useFinishAtEnd(question === undefined && attempt.here, timeUp)

  const answer = async () => {
    if (busy || !question) return
    setBusy(true)
    setTrouble('')
    const body = { choice, sequence: 1 }
    const saved = await ask<WireSaved>('PUT', `/attempts/${attempt.id}/answers/${question.position}`, body)
    if (saved === noLine) setTrouble(words.oneWayNoLine)
    else if (saved.status === 401) return location.replace(hrefs.signIn)
    else if (saved.ok && saved.body.over) return void timeUp()
    // Answered, too late, or on another device: the server says where the paper is now.
    else if (saved.ok || saved.status === 409) return void reload()
    else setTrouble(saved.problem?.detail ?? words.refusedWhy)
    setBusy(false)
  }

  const pick = (option: string, on: boolean) => {
    if (question?.kind !== 'multiple') return setChoice([option])
    setChoice(held => (on ? [...held, option] : held.filter(one => one !== option)))
  }

  if (!attempt.here) return <Elsewhere words={words} takeOver={takeOver} />
  if (!question) return <p role="status">{handing === 'time-up-waiting' ? words.timeUpWaiting : words.handing}</p>
  const hasOwnClock = oneWay?.closesAt != null
  return (
    <div className={styles.sheet}>
      <div className={barStyles.bar}>
        <div className={`wrap ${barStyles.inner}`}>
          <Clock
            words={words}
            deadlineAt={oneWay?.closesAt ?? deadlineAt}
            sync={() => sync}
            speak={setSpoken}
            over={() => void (hasOwnClock ? reload() : timeUp())}
          />
          <p className={barStyles.state}>{hasOwnClock ? words.oneWayClock : words.oneWayOnce}</p>
        </div>
        <p className="spoken" aria-live="polite">
          {spoken}
        </p>
      </div>
      <div className={`wrap ${styles.body}`}>
        <Question
          {...{ words, question, choice, pick }}
          number={question.position}
          total={attempt.total}
          flagged={false}
          open={!busy}
        />
        {trouble && (
          <Notice kind="attention" role="alert">
            {trouble}
          </Notice>
        )}
      </div>
      <div className={stepStyles.steps}>
        <div className={`wrap ${stepStyles.inner}`}>
          <Button
            className={`${stepStyles.step} ${choice.length > 0 ? stepStyles.next : ''}`}
            aria-disabled={busy}
            onClick={() => void answer()}
          >
            {buttonText(words, choice.length > 0, question.position === attempt.total)}
          </Button>
        </div>
      </div>
    </div>
  )
}

function buttonText(words: Words, chosen: boolean, last: boolean): string {
  if (!chosen) return last ? words.oneWaySkipLast : words.oneWaySkip
  return last ? words.oneWayLast : words.oneWayNext
}

/** Behind the last question there is nothing left but to hand in. */
function useFinishAtEnd(isEnd: boolean, finish: () => Promise<void>) {
  const done = useRef(false)
  const once = useCallback(async () => {
    if (done.current) return
    done.current = true
    await finish()
  }, [finish])
  useEffect(() => {
    if (isEnd) void once()
  }, [isEnd, once])
}

function Elsewhere({ words, takeOver }: Pick<OneWayProps, 'words' | 'takeOver'>) {
  return (
    <div className={`wrap flow ${styles.failed}`}>
      <h1>{words.elsewhere}</h1>
      <Notice kind="attention">{words.elsewhereWhy}</Notice>
      <Button kind="seal" onClick={() => void takeOver()}>
        {words.takeOver}
      </Button>
    </div>
  )
}
