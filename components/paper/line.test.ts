import { describe, expect, test } from 'vitest'
import type { Outgoing } from '#core/attempt/outgoing'
import type { Problem } from '#core/wire'
import { type Answered, type Ask, noLine } from './api.ts'
import { type LineState, openLine } from './line.ts'

const one = (position: number, choice: string, sequence: number): Outgoing => ({ position, choice: [choice], sequence })
const saved = (sequence: number): Answered<unknown> => ({
  ok: true,
  status: 200,
  sentAt: 1,
  receivedAt: 3,
  body: { savedAt: 10, serverNow: 20, sequence, late: false },
})
const refused = (status: number, code: string, extra = {}): Answered<unknown> => ({
  ok: false,
  status,
  sentAt: 1,
  receivedAt: 3,
  problem: { type: '', status, code, title: '', detail: '', instance: '', ...extra } satisfies Problem,
})

/** A line whose server answers as told, one entry a request; the last one goes on for ever. */
function lineWith(answers: (Answered<unknown> | typeof noLine)[], queue: Outgoing[] = []) {
  const told: { path: string; body: unknown }[] = []
  const states: LineState[] = []
  const clocks: number[] = []
  let stored: string | null = null
  let alarm: (() => void) | null = null
  let pauses = 0
  const ask = (async (_method: string, path: string, body: unknown) => {
    told.push({ path, body })
    return answers.length > 1 ? answers.shift() : answers[0]
  }) as Ask
  const line = openLine({
    attempt: 'x',
    ask,
    queue,
    sequences: new Map(queue.map(q => [q.position, q.sequence])),
    store: { read: () => stored, write: text => (stored = text) },
    random: () => 0,
    later: (_ms, call) => {
      alarm = call
      return () => (alarm = null)
    },
    heard: now => clocks.push(now),
    paused: () => {
      pauses++
    },
    changed: () => states.push(line.state()),
  })
  return {
    line,
    told,
    states,
    clocks,
    stored: () => JSON.parse(stored ?? '[]'),
    ring: () => alarm?.(),
    pauses: () => pauses,
  }
}

describe('the line to the server', () => {
  test('says an answer, hears the clock, and shows it as saved only then', async () => {
    const { line, told, states, clocks, stored } = lineWith([saved(1)])
    line.say(3, ['a'])
    expect(line.state()).toBe('saving')
    await line.flush()
    expect(told).toEqual([{ path: '/attempts/x/answers/3', body: { choice: ['a'], sequence: 1 } }])
    expect(states.at(-1)).toBe('saved')
    expect(clocks).toEqual([20])
    expect(stored()).toEqual([])
  })

  test('without a line the answers wait in the store and go out in order when it is back', async () => {
    const { line, told, stored, ring } = lineWith([noLine, saved(1)])
    line.say(1, ['a'])
    line.say(2, ['b'])
    await line.flush()
    expect(line.state()).toBe('waiting')
    expect(stored()).toHaveLength(2)
    ring()
    await line.flush()
    expect(told.map(t => t.path.at(-1))).toEqual(['1', '1', '2'])
    expect(line.state()).toBe('saved')
  })

  test('a busy server is asked again', async () => {
    const { line, ring } = lineWith([refused(503, 'busy'), refused(429, 'too-many-requests'), saved(1)])
    line.say(1, ['a'])
    await line.flush()
    expect(line.state()).toBe('waiting')
    ring()
    await line.flush()
    ring()
    await line.flush()
    expect(line.state()).toBe('saved')
  })

  test('a used sequence is passed by the next one', async () => {
    const { line, told } = lineWith([refused(409, 'sequence-used'), saved(2)])
    line.say(1, ['a'])
    await line.flush()
    expect(told.at(-1)?.body).toEqual({ choice: ['a'], sequence: 2 })
    expect(line.state()).toBe('saved')
  })

  test('a server that holds a higher sequence is told again above it', async () => {
    const { line, told } = lineWith([saved(7), saved(8)])
    line.say(1, ['a'])
    await line.flush()
    expect(told.at(-1)?.body).toEqual({ choice: ['a'], sequence: 8 })
    expect(line.state()).toBe('saved')
    line.say(1, ['b'])
    expect(line.waiting()).toEqual([one(1, 'b', 9)])
  })

  test.each([
    ['attempt-elsewhere', 'elsewhere'],
    ['attempt-over', 'over'],
    ['sign-in-required', 'signed-out'],
  ] as const)('%s stops the line and loses nothing', async (code, state) => {
    const { line, stored } = lineWith([refused(409, code)])
    line.say(1, ['a'])
    await line.flush()
    expect(line.state()).toBe(state)
    expect(stored()).toEqual([one(1, 'a', 1)])
  })

  test('an answer the server never takes does not block the others, and is not shown as saved', async () => {
    const { line, told, stored } = lineWith([refused(400, 'choice-invalid'), saved(1)])
    line.say(1, ['a'])
    line.say(2, ['b'])
    await line.flush()
    expect(told).toHaveLength(2)
    expect(line.state()).toBe('refused')
    expect(stored()).toEqual([])
  })

  test('what waited before a reload goes out first', async () => {
    const { line, told } = lineWith([saved(1)], [one(5, 'e', 1)])
    expect(line.state()).toBe('saving')
    line.say(6, ['f'])
    await line.flush()
    expect(told.map(t => t.path.at(-1))).toEqual(['5', '6'])
  })
})
