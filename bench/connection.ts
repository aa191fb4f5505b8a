/** The cheapest HTTP client that is still one: a kept-alive socket, one question at a time. It shares our two cores. */
import { connect } from 'node:net'

export interface Answer {
  status: number
  body: Buffer
}

export interface Connection {
  ask(request: string): Promise<Answer>
  close(): void
}

export function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let received: Buffer = Buffer.alloc(0)
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null
  socket.on('data', chunk => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const found = parse(received)
    if (!found || !waiting) return
    received = received.subarray(found.length)
    const { resolve } = waiting
    waiting = null
    resolve(found.answer)
  })
  const fail = (error?: Error) => waiting?.reject(error ?? new Error('The server closed the connection'))
  socket.on('error', fail)
  socket.on('close', () => fail())
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('connect', () =>
      resolve({
        ask: request =>
          new Promise((done, failed) => {
            waiting = { resolve: done, reject: failed }
            socket.write(request)
          }),
        close: () => socket.destroy(),
      }),
    )
  })
}

/** @returns null while the answer is not complete. Knows both ways in which a body ends. */
function parse(bytes: Buffer): { answer: Answer; length: number } | null {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = bytes.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const start = end + 4
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length === undefined)
    return /\r\ntransfer-encoding: chunked/i.test(head)
      ? chunked(bytes, start, status)
      : { answer: { status, body: Buffer.alloc(0) }, length: start }
  const stop = start + Number(length)
  return bytes.length < stop ? null : { answer: { status, body: bytes.subarray(start, stop) }, length: stop }
}

function chunked(bytes: Buffer, start: number, status: number) {
  const chunks: Buffer[] = []
  for (let at = start; ; ) {
    const line = bytes.indexOf('\r\n', at)
    if (line < 0) return null
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16)
    const next = line + 2 + size + 2
    if (bytes.length < next) return null
    if (size === 0) return { answer: { status, body: Buffer.concat(chunks) }, length: next }
    chunks.push(bytes.subarray(line + 2, line + 2 + size))
    at = next
  }
}
