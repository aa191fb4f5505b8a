import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDoor } from './door.fixture.ts'

const { door } = openDoor()
beforeAll(() => door.listen({ port: 0, host: '127.0.0.1' }))
afterAll(() => door.close())

/** @returns what came back before the server closed the line */
const sent = (start: string) =>
  new Promise<string>((resolve, reject) => {
    let answer = ''
    const socket = connect((door.server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(start))
    socket.on('data', chunk => {
      answer += chunk
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })

it.concurrent.each([
  ['nothing', ''],
  ['half a head', 'GET / HTTP/1.1\r\nHost: localhost:3000\r\nX-Slow: '],
])('Whoever sends %s does not hold a line for longer than they may', async (_what, start) => {
  const from = performance.now()
  expect(await sent(start)).toContain(' 408 ')
  const seconds = (performance.now() - from) / 1000
  expect(seconds).toBeGreaterThan(9)
  expect(seconds).toBeLessThan(20)
})
