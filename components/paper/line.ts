/**
 * The line between the page and the server: says each answer in order, keeps what has not arrived in the
 * device's store, and tries again with growing pauses. No React, no globals: tests hand in everything.
 */
import { acknowledged, type Outgoing, pauseBefore, queued, queueFrom, raised } from '#core/attempt/outgoing'
import type { WireSaved } from '#core/wire'
import { type Answered, type Ask, isPaused, noLine, passing } from './api.ts'

/** `refused`: the server does not take an answer, which only a page older than its paper can meet. */
export type LineState = 'saved' | 'saving' | 'waiting' | 'elsewhere' | 'over' | 'signed-out' | 'refused'

export interface LineStore {
  read(): string | null
  write(text: string): void
}

export interface LineParts {
  attempt: string
  ask: Ask
  store: LineStore
  /** What waits since before the reload. */
  queue: readonly Outgoing[]
  /** The highest sequence known per position. */
  sequences: ReadonlyMap<number, number>
  random: () => number
  /** Calls back after ms. @returns how to call it off */
  later: (ms: number, call: () => void) => () => void
  /** The contest is paused: what waits is sent when it goes on. */
  paused: () => void
  /** Every answer carries the server's clock. */
  heard: (serverNow: number, sentAt: number, receivedAt: number) => void
  changed: () => void
}

export interface Line {
  say(position: number, choice: string[]): void
  state(): LineState
  waiting(): readonly Outgoing[]
  /** Tries at once; resolves when nothing waits or this try failed. */
  flush(): Promise<void>
  /** Stops trying; what waits stays in the store. */
  close(): void
}

export function openLine(parts: LineParts): Line {
  let queue: Outgoing[] = [...parts.queue]
  let state: LineState = queue.length ? 'saving' : 'saved'
  const sequences = new Map(parts.sequences)
  let tries = 0
  let lost = false
  let sending: Promise<void> | null = null
  let callOff: (() => void) | null = null
  let closed = false

  /** Another tab of this device keeps its own answers in the same store: only what this page settled is changed. */
  function keep(change: (queue: readonly Outgoing[]) => Outgoing[]) {
    queue = change(queue)
    parts.store.write(JSON.stringify(change(queueFrom(parts.store.read()))))
  }

  function turn(next: LineState) {
    state = next
    parts.changed()
  }

  function flush(): Promise<void> {
    callOff?.()
    callOff = null
    sending ??= send().finally(() => {
      sending = null
    })
    return sending
  }

  async function send(): Promise<void> {
    while (!closed && queue[0]) {
      const one = queue[0]
      turn(tries ? 'waiting' : 'saving')
      const answer = await parts.ask<WireSaved>('PUT', `/attempts/${parts.attempt}/answers/${one.position}`, {
        choice: one.choice,
        sequence: one.sequence,
      })
      if (answer !== noLine && isPaused(answer)) return parts.paused()
      if (passing(answer)) return pause()
      if (answer !== noLine && !settle(one, answer)) return
    }
    if (!closed) turn(lost ? 'refused' : 'saved')
  }

  function pause() {
    tries++
    turn('waiting')
    if (!closed) callOff = parts.later(pauseBefore(tries, parts.random()), () => void flush())
  }

  /** @returns whether the line goes on */
  function settle(one: Outgoing, answer: Answered<WireSaved>): boolean {
    tries = 0
    if (answer.ok) {
      parts.heard(answer.body.serverNow, answer.sentAt, answer.receivedAt)
      if (answer.body.sequence > one.sequence) raise(one.position, answer.body.sequence)
      else keep(all => acknowledged(all, one.position, one.sequence))
      return true
    }
    const code = answer.problem?.code
    const stop = stopOf(code)
    if (stop) turn(stop)
    else if (code === 'sequence-used')
      raise(one.position, Math.max(one.sequence, Number(answer.problem?.sequence ?? 0)))
    else {
      // It would be refused again and block those behind it.
      keep(all => acknowledged(all, one.position, one.sequence))
      lost = true
    }
    return !stop
  }

  function raise(position: number, held: number) {
    keep(all => raised(all, position, held))
    sequences.set(position, Math.max(held + 1, sequences.get(position) ?? 0))
  }

  return {
    say(position, choice) {
      const sequence = (sequences.get(position) ?? 0) + 1
      sequences.set(position, sequence)
      keep(all => queued(all, { position, choice, sequence }))
      if (state === 'saved' || state === 'refused') turn('saving')
      if (!isStop(state)) void flush()
    },
    state: () => state,
    waiting: () => queue,
    flush,
    close() {
      closed = true
      callOff?.()
    },
  }
}

const stops: Record<string, LineState> = {
  'attempt-elsewhere': 'elsewhere',
  'attempt-over': 'over',
  'sign-in-required': 'signed-out',
}
const stopOf = (code: string | undefined): LineState | undefined => stops[code ?? '']
const isStop = (state: LineState): boolean => Object.values(stops).includes(state)
