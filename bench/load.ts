/** The load, in a process of its own: saves, pages and whole journeys over kept-alive sockets. */
import type { WireAttempt } from '#core/wire'
import { type Answer, type Connection, openConnection } from './connection.ts'
import { get, send, type Visitor } from './requests.ts'

export type Task =
  | { kind: 'start'; port: number; slug: string; tokens: string[]; connections: number }
  | { kind: 'save'; port: number; papers: Paper[]; turn: number; connections: number; seconds: number }
  | { kind: 'page'; port: number; path: string; connections: number; seconds: number }
  | { kind: 'journeys'; port: number; slug: string; tokens: string[]; connections: number; seconds: number }

/** An attempt under way: what saving its answers needs. */
export interface Paper {
  token: string
  id: string
  /** First option of each position. */
  options: string[]
  sequence: number
}

export interface Timed {
  perSecond: number
}
export interface Journeys extends Timed {
  done: number
  seconds: number
  /** Milliseconds of every request, by step. */
  steps: Record<string, number[]>
}

const work = {
  start: (task: Extract<Task, { kind: 'start' }>) => startAll(task),
  save: (task: Extract<Task, { kind: 'save' }>) => saveAll(task),
  page: (task: Extract<Task, { kind: 'page' }>) => readPage(task),
  journeys: (task: Extract<Task, { kind: 'journeys' }>) => travel(task),
}

process.on('message', async (task: Task) => {
  process.send?.(await work[task.kind](task as never))
})

async function startAll({ port, slug, tokens, connections }: Extract<Task, { kind: 'start' }>): Promise<Paper[]> {
  const left = [...tokens]
  const papers: Paper[] = []
  await each(port, connections, async connection => {
    for (let token = left.pop(); token !== undefined; token = left.pop()) {
      const started = await start(connection, { port, token }, slug)
      papers.push({ token, id: started.attempt.id, options: firstOptions(started), sequence: 0 })
    }
  })
  return papers
}

/** Every connection takes the next attempt and saves one answer of it, so that each session asks as rarely as it would. */
async function saveAll({ port, papers, turn, connections, seconds }: Extract<Task, { kind: 'save' }>): Promise<Timed> {
  let next = 0
  // Sequences only rise: each turn begins above those of the last one.
  for (const paper of papers) paper.sequence = turn * 1_000_000
  return timed(port, connections, seconds, async connection => {
    const paper = papers[next++ % papers.length] as Paper
    expect(await save(connection, { port, token: paper.token }, paper, ++paper.sequence), 200)
  })
}

function readPage({ port, path, connections, seconds }: Extract<Task, { kind: 'page' }>): Promise<Timed> {
  const request = get({ port, token: '' }, path)
  return timed(port, connections, seconds, async connection => expect(await connection.ask(request), 200))
}

/** Start, 20 saves, finish, result, board: a person's whole evening, without the thinking. */
async function travel({
  port,
  slug,
  tokens,
  connections,
  seconds,
}: Extract<Task, { kind: 'journeys' }>): Promise<Journeys> {
  const steps: Record<string, number[]> = { start: [], save: [], finish: [], result: [], board: [] }
  const left = [...tokens]
  const measure = async <T>(step: string, asking: Promise<T>): Promise<T> => {
    const from = performance.now()
    const answer = await asking
    steps[step]?.push(performance.now() - from)
    return answer
  }
  let done = 0
  const from = performance.now()
  await each(port, connections, async connection => {
    while (performance.now() - from < seconds * 1000) {
      const token = left.pop()
      if (token === undefined) throw new Error('Not enough accounts for the load')
      const visitor = { port, token }
      const started = await measure('start', start(connection, visitor, slug))
      const paper = { token, id: started.attempt.id, options: firstOptions(started), sequence: 0 }
      for (let i = 0; i < 20; i++)
        expect(await measure('save', save(connection, visitor, paper, ++paper.sequence)), 200)
      const attempt = `/api/v1/attempts/${paper.id}`
      expect(await measure('finish', connection.ask(send(visitor, 'POST', `${attempt}/finish`, {}))), 200)
      expect(await measure('result', connection.ask(get(visitor, `${attempt}/result`))), 200)
      expect(await measure('board', connection.ask(get(visitor, `/api/v1/contests/${slug}/standings?by=person`))), 200)
      done++
    }
  })
  const took = (performance.now() - from) / 1000
  return { done, seconds: took, perSecond: done / took, steps }
}

async function start(connection: Connection, visitor: Visitor, slug: string): Promise<WireAttempt> {
  const answer = await connection.ask(send(visitor, 'POST', `/api/v1/contests/${slug}/attempts`, {}))
  expect(answer, 201)
  return JSON.parse(answer.body.toString('utf8'))
}

const firstOptions = ({ paper }: WireAttempt): string[] => paper.map(({ options }) => options[0]?.id ?? '')

function save(connection: Connection, visitor: Visitor, paper: Paper, sequence: number): Promise<Answer> {
  const position = sequence % paper.options.length
  const body = { choice: [paper.options[position]], sequence }
  return connection.ask(send(visitor, 'PUT', `/api/v1/attempts/${paper.id}/answers/${position + 1}`, body))
}

async function timed(
  port: number,
  connections: number,
  seconds: number,
  once: (connection: Connection) => Promise<void>,
): Promise<Timed> {
  let count = 0
  const from = performance.now()
  await each(port, connections, async connection => {
    while (performance.now() - from < seconds * 1000) {
      await once(connection)
      count++
    }
  })
  return { perSecond: (count * 1000) / (performance.now() - from) }
}

async function each(port: number, connections: number, run: (connection: Connection) => Promise<void>): Promise<void> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(port)))
  await Promise.all(open.map(run))
  for (const connection of open) connection.close()
}

function expect(answer: Answer, status: number): void {
  if (answer.status !== status)
    throw new Error(`${answer.status} instead of ${status}: ${answer.body.toString('utf8').slice(0, 300)}`)
}
