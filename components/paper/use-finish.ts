'use client'
/** Handing in: by the person, or when the time is up. The server hands in by itself if nobody does. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { pauseBefore } from '#core/attempt/outgoing'
import type { WireFinish } from '#core/wire'
import { type Ask, isPaused, noLine, passing } from './api.ts'
import { forget } from './store.ts'
import { later } from './use-answers.ts'

export type Handing = 'answering' | 'handing' | 'hand-waiting' | 'time-up' | 'time-up-waiting' | 'over'

/** Until the server has certainly taken the last late answer and finished the attempt: grace of at most 5 s. */
const serverFinishes = 6500

interface FinishParts {
  attempt: string
  ask: Ask
  /** @returns how many answers still wait */
  flush(): Promise<number>
  /** Where the result is. */
  result: string
  /** The contest is paused. */
  paused: () => void
  /** Asks the server for the clock: it may have stood still, or more time was given. @returns whether answering goes on */
  clockMoved: () => Promise<boolean>
}

export function useFinish({ attempt, ask, flush, result, paused, clockMoved }: FinishParts) {
  const [handing, setHanding] = useState<Handing>('answering')
  const busy = useRef(false)
  const tries = useRef(0)
  const callOff = useRef<(() => void) | null>(null)

  const showResult = useCallback(() => {
    setHanding('over')
    forget(attempt)
    location.replace(result)
  }, [attempt, result])

  /** @returns whether the attempt is finished */
  const finish = useCallback(async (): Promise<boolean | 'elsewhere'> => {
    const answer = await ask<WireFinish>('POST', `/attempts/${attempt}/finish`)
    if (answer !== noLine && isPaused(answer)) paused()
    if (answer === noLine || passing(answer)) return false
    if (!answer.ok && answer.problem?.code === 'attempt-elsewhere') return 'elsewhere'
    return answer.ok || answer.problem?.code === 'attempt-over'
  }, [ask, attempt, paused])

  /** Nothing is handed in while an answer waits: it would be lost. */
  const handIn = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    setHanding('handing')
    const done = (await flush()) === 0 && (await finish())
    busy.current = false
    if (done === true) showResult()
    else setHanding('hand-waiting')
  }, [flush, finish, showResult])

  const timeUp = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    setHanding(tries.current ? 'time-up-waiting' : 'time-up')
    await flush()
    const goesOn = await clockMoved()
    const done = !goesOn && (await finish())
    busy.current = false
    if (goesOn) return
    if (done === true) return showResult()
    tries.current++
    if (done === false) setHanding('time-up-waiting')
    const pause = done === 'elsewhere' ? serverFinishes : pauseBefore(tries.current, Math.random())
    callOff.current = later(pause, done === 'elsewhere' ? showResult : () => void timeUp())
  }, [flush, finish, showResult, clockMoved])

  useEffect(() => () => callOff.current?.(), [])
  return { handing, handIn, timeUp }
}
