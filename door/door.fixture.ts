/** A door for tests: no database, and a Next that only counts how often it is asked. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import pino from 'pino'
import { readEnvironment } from '#services/environment'
import type { Runtime } from '#services/runtime'
import { buildDoor } from './door.ts'

export interface Asked {
  url: string
  headers: IncomingMessage['headers']
  body: string
}

/** @param variables of the environment @param say what Next answers; a page with one inline script without it */
export function openDoor(variables: Record<string, string> = {}, say = page) {
  const read = readEnvironment({ NODE_ENV: 'test', DATA_DIR: '/nowhere', ...variables })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  const asked: Asked[] = []
  const runtime = {
    environment: read.environment,
    log: pino({ level: 'silent' }),
    clock: { now: () => Date.now() },
    storage: { waiting: () => 0 },
    pagesChanged: () => {},
    memory: new Map(),
  } as unknown as Runtime
  const pages = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    asked.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() })
    say(request, response)
  }
  return { door: buildDoor({ runtime, pages }), runtime, asked }
}

export const inlineScript = 'self.__next_f.push([1])'

function page(_request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('x-powered-by', 'Next.js')
  response.setHeader('set-cookie', 'left=over')
  setTimeout(
    () => response.end(`<p>${'渝'.repeat(2000)}</p><script src="/a.js"></script><script>${inlineScript}</script>`),
    5,
  )
}
