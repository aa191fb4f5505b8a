/** A process that does not keep up says so early, and says when to come back. */
import { expect, test } from 'vitest'
import { openDoor } from './door.fixture.ts'

const ask = { url: '/api/v1/nowhere', headers: { host: 'localhost:3000' } }

test('while too many units wait to be written, new work is sent away with a time to come back', async () => {
  const { door, runtime } = openDoor()
  expect((await door.inject(ask)).statusCode).toBe(404)
  runtime.storage.waiting = () => 4001
  const away = await door.inject(ask)
  expect([away.statusCode, away.json().code]).toEqual([503, 'busy'])
  expect(Number(away.headers['retry-after'])).toBeGreaterThanOrEqual(2)
})

test('while the event loop is late, new work is sent away, and taken again when it is not', async () => {
  const { door } = openDoor()
  await door.ready()
  const until = performance.now() + 1600
  // Turns of the loop that each take longer than the delay that is called distress.
  while (performance.now() < until) {
    const turn = performance.now()
    while (performance.now() - turn < 520);
    await new Promise(resolve => setTimeout(resolve))
  }
  expect((await door.inject(ask)).statusCode).toBe(503)
  await expect.poll(async () => (await door.inject(ask)).statusCode, { timeout: 5000 }).toBe(404)
})
