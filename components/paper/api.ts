/** The citizen's side of the HTTP API. Times are the page's monotonic clock, ms. */
import type { Problem } from '#core/wire'

export type Answered<T> = { sentAt: number; receivedAt: number } & (
  | { ok: true; status: number; body: T }
  | { ok: false; status: number; problem: Problem | null }
)

/** No answer at all: the line is down, or the server did not answer in time. */
export const noLine = 'no-line'

/** Longer than any answer of a living server, shorter than a person's patience. */
const patience = 12_000

export type Ask = <T>(
  method: 'GET' | 'PUT' | 'POST',
  path: string,
  body?: unknown,
) => Promise<Answered<T> | typeof noLine>

/** @param locale language of the problems' words */
export const askIn =
  (locale: string): Ask =>
  async <T>(method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown) => {
    const sentAt = performance.now()
    const giveUp = new AbortController()
    const timer = setTimeout(() => giveUp.abort(), patience)
    try {
      const response = await fetch(`/api/v1${path}${path.includes('?') ? '&' : '?'}locale=${locale}`, {
        method,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: giveUp.signal,
        ...(method === 'GET'
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) }),
      })
      return await answered<T>(response, sentAt)
    } catch {
      return noLine
    } finally {
      clearTimeout(timer)
    }
  }

async function answered<T>(response: Response, sentAt: number): Promise<Answered<T>> {
  const text = await response.text()
  const times = { sentAt, receivedAt: performance.now(), status: response.status }
  if (response.ok) return { ...times, ok: true, body: (text ? JSON.parse(text) : null) as T }
  return { ...times, ok: false, problem: problemIn(text) }
}

function problemIn(text: string): Problem | null {
  try {
    return JSON.parse(text) as Problem
  } catch {
    return null
  }
}

/** Worth another try: nothing heard, or a server that is busy or broken for the moment. */
export const passing = (answer: Answered<unknown> | typeof noLine): boolean =>
  answer === noLine || answer.status >= 500 || answer.status === 429 || answer.status === 408

/** All clocks stand still: nothing is taken until the contest goes on. */
export const isPaused = (answer: Answered<unknown>): boolean => !answer.ok && answer.problem?.code === 'contest-paused'
