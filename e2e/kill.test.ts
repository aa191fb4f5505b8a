/** kill -9 in the middle of many people answering: what was acknowledged is there after the restart. */
import { expect, it } from 'vitest'
import type { WireAttempt } from '#core/wire'
import { contestWith } from '#services/testing'
import { type Client, clientOf, signIn } from './client.ts'
import { ended, prepareData, startSite } from './site.ts'

const people = 64
const rounds = 3
const day = 86_400_000

interface Run {
  client: Client
  attempt: WireAttempt
  /** position → the last acknowledged sequence and choice */
  acknowledged: Map<number, { sequence: number; choice: string[] }>
  /** What was sent last per position, acknowledged or not. */
  sent: Map<number, number>
}

it(`${people} people answer while the server is killed ${rounds} times; no acknowledged answer is lost`, async () => {
  const now = Date.now()
  const dataDir = await prepareData(rt =>
    contestWith(rt, { opensAt: now - day, closesAt: now + day, publishedAt: now - day }).then(() => {}),
  )
  let site = await startSite(dataDir)
  const runs = await Promise.all(Array.from({ length: people }, (_, i) => begin(site.url, String(13_600_000_000 + i))))
  let acknowledged = 0
  for (let round = 0; round < rounds; round++) {
    const answering = runs.map(run => answerUntilTheLineBreaks(site.url, run))
    await new Promise(resolve => setTimeout(resolve, 700 + round * 300))
    await ended(site.process, 'SIGKILL')
    const counts = await Promise.all(answering)
    acknowledged += counts.reduce((sum, n) => sum + n, 0)
    site = await startSite(dataDir)
    await Promise.all(runs.map(run => compare(site.url, run)))
  }
  expect(acknowledged).toBeGreaterThan(people * rounds)
  const finished = await Promise.all(
    runs.map(run =>
      clientAt(site.url, run.client).send('POST', `/api/v1/attempts/${run.attempt.attempt.id}/finish`, {}),
    ),
  )
  expect(finished.every(one => one.status === 200)).toBe(true)
  console.log(`${acknowledged} answers acknowledged, ${rounds} kills, 0 lost`)
  await site.stop()
})

async function begin(url: string, phone: string): Promise<Run> {
  const client = clientOf(url)
  await signIn(client, phone)
  const started = await client.send('POST', '/api/v1/contests/test/attempts', {})
  expect(started.status).toBe(201)
  return { client, attempt: started.body as WireAttempt, acknowledged: new Map(), sent: new Map() }
}

/** The same cookies at the address of the restarted server. */
function clientAt(url: string, { cookies }: Client): Client {
  const client = clientOf(url)
  for (const [name, value] of cookies) client.cookies.set(name, value)
  return client
}

/** @returns how many answers were acknowledged */
async function answerUntilTheLineBreaks(url: string, run: Run): Promise<number> {
  const client = clientAt(url, run.client)
  const { id, total } = run.attempt.attempt
  for (let count = 0; ; count++) {
    const position = 1 + (count % total)
    const sequence = (run.sent.get(position) ?? 0) + 1
    const options = run.attempt.paper[position - 1]?.options ?? []
    const choice = [options[sequence % options.length]?.id ?? '']
    run.sent.set(position, sequence)
    try {
      const saved = await client.send('PUT', `/api/v1/attempts/${id}/answers/${position}`, { choice, sequence })
      if (saved.status !== 200) throw new Error(`unexpected ${saved.status} ${saved.text}`)
      run.acknowledged.set(position, { sequence, choice })
    } catch (error) {
      if (String(error).includes('unexpected')) throw error
      return count
    }
  }
}

async function compare(url: string, run: Run): Promise<void> {
  const shown = await clientAt(url, run.client).send('GET', `/api/v1/attempts/${run.attempt.attempt.id}`)
  expect(shown.status).toBe(200)
  const held = new Map((shown.body as WireAttempt).answers.map(answer => [answer.position, answer]))
  for (const [position, { sequence, choice }] of run.acknowledged) {
    const found = held.get(position)
    // The last request may have been stored without its answer reaching us; nothing older may stand there.
    expect(found?.sequence).toBeGreaterThanOrEqual(sequence)
    if (found?.sequence === sequence) expect(found.choice).toEqual(choice)
    else expect(found?.sequence).toBe(run.sent.get(position))
  }
}
