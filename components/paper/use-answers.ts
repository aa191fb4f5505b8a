'use client'
/** The person's choices, and the line that brings them to the server. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { queueFrom, resumed } from '#core/attempt/outgoing'
import type { WireAttempt } from '#core/wire'
import type { Ask } from './api.ts'
import { type Line, type LineState, openLine } from './line.ts'
import { storeOf } from './store.ts'

export type Choices = ReadonlyMap<number, readonly string[]>

export interface Answers {
  choices: Choices
  state: LineState
  choose(position: number, choice: string[]): void
  /** Tries to send what waits. @returns how many still wait */
  flush(): Promise<number>
}

export type Heard = (serverNow: number, sentAt: number, receivedAt: number) => void

/** @param paused the contest is paused */
export function useAnswers(wire: WireAttempt, ask: Ask, heard: Heard, paused: () => void): Answers {
  const { id, here } = wire.attempt
  const [store] = useState(() => storeOf(id, 'queue'))
  const [choices, setChoices] = useState<Choices>(() =>
    choicesIn(resumed(wire.answers, queueFrom(store.read())).answers),
  )
  const [state, setState] = useState<LineState>(here ? 'saved' : 'elsewhere')
  const line = useRef<Line | null>(null)

  useEffect(() => {
    if (!here) return
    const { answers, queue } = resumed(wire.answers, queueFrom(store.read()))
    const opened = openLine({
      attempt: id,
      ask,
      store,
      queue,
      sequences: new Map([...answers].map(([position, held]) => [position, held.sequence])),
      random: Math.random,
      later,
      heard,
      paused,
      changed: () => setState(opened.state()),
    })
    line.current = opened
    const tryNow = () => void opened.flush()
    const onLeave = (event: BeforeUnloadEvent) => opened.waiting().length > 0 && event.preventDefault()
    addEventListener('online', tryNow)
    addEventListener('beforeunload', onLeave)
    if (queue.length > 0) tryNow()
    return () => {
      removeEventListener('online', tryNow)
      removeEventListener('beforeunload', onLeave)
      opened.close()
    }
  }, [id, here, wire, ask, store, heard, paused])

  const choose = useCallback((position: number, choice: string[]) => {
    setChoices(known => new Map(known).set(position, choice))
    line.current?.say(position, choice)
  }, [])

  const flush = useCallback(async () => {
    await line.current?.flush()
    return line.current?.waiting().length ?? 0
  }, [])

  return { choices, state, choose, flush }
}

const choicesIn = (answers: ReadonlyMap<number, { choice: string[] }>): Choices =>
  new Map([...answers].map(([position, held]) => [position, held.choice]))

export function later(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms)
  return () => clearTimeout(timer)
}
