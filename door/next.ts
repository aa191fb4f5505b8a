/** The only way into Next.js: a request made by the door, with the headers the door chose. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import inject from 'light-my-request'

export type PageHandler = (request: IncomingMessage, response: ServerResponse) => unknown

export interface Question {
  method: 'GET' | 'POST'
  /** Path and query, as Next shall see it. */
  url: string
  headers: Record<string, string>
  body?: Buffer
}

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

/** More people wait for pages than may: they are told to come back. */
export class Crowded extends Error {}

export interface Pages {
  ask(question: Question): Promise<Answer>
  /** Requests at work in Next, and waiting for it. */
  load(): { running: number; waiting: number }
}

/**
 * @param atOnce renders that run side by side: more only make each slower and the memory larger
 * @param waiting how many may wait for their turn before `Crowded` is thrown
 */
export function nextPages(handler: PageHandler, { atOnce = 8, waiting = 400 } = {}): Pages {
  const turns: (() => void)[] = []
  let running = 0

  const enter = (): Promise<void> | undefined => {
    if (running < atOnce) {
      running++
      return
    }
    if (turns.length >= waiting) throw new Crowded('Too many pages wait to be rendered')
    return new Promise(resolve => turns.push(resolve))
  }
  const leave = (): void => {
    const next = turns.shift()
    if (next) next()
    else running--
  }

  return {
    load: () => ({ running, waiting: turns.length }),
    async ask({ method, url, headers, body }) {
      await enter()
      try {
        const dispatch = (request: unknown, response: unknown) =>
          void handler(request as IncomingMessage, response as ServerResponse)
        const response = await inject(dispatch, { method, url, headers, ...(body && { payload: body }) })
        return {
          status: response.statusCode,
          headers: response.headers as Answer['headers'],
          body: response.rawPayload,
        }
      } finally {
        leave()
      }
    },
  }
}
