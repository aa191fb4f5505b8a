/**
 * Saving an answer, past the framework: the request that a whole city sends at once. It goes this way when there is
 * nothing to discuss about it; whatever is not quite plain takes the usual way and gets its refusal there. Both ways
 * ask the same guards, the same schema and the same use case; a test holds their answers against each other.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ZodError } from 'zod'
import { tokenIn } from '#api/person'
import { messageOf, problemOf, problemType, refusalFor } from '#api/problem'
import { answerBody } from '#api/schemas'
import { lineOf } from '#core/account/address'
import type { Locale } from '#core/locale'
import { no } from '#core/refusal'
import { siteOf } from '#core/site'
import { saveAnswer } from '#services/answer'
import type { Runtime } from '#services/runtime'
import type { ApiGuards } from './api.ts'
import { plainHeaders } from './headers.ts'
import { isOwnHost } from './host.ts'
import { parseJson } from './json.ts'
import { isLoopback, type Limit } from './limits.ts'
import { isForeign } from './origin.ts'

const address = /^\/api\/v1\/attempts\/([\w-]{1,40})\/answers\/([1-9]\d{0,2})(?:\?locale=(zh|en))?$/
/** Bytes; eight options of 40 characters are a third of it. */
const longestBody = 2048
const jsonType = 'application/json; charset=utf-8'

/** @returns a handler that takes a request (true) or leaves it untouched (false) */
export function quickSaves(
  runtime: Runtime,
  guards: ApiGuards & { addresses: Limit; isProxy(address: string): boolean },
) {
  const { environment, clock } = runtime
  const headers = Object.entries({
    ...plainHeaders(environment.siteUrl).data,
    'cache-control': 'private, no-cache',
  }).flat()

  /** Names refusals, as the usual way does. */
  let refused = 0

  /** The session's token when every guard lets the request pass, else null. */
  const admitted = ({ headers: given, socket }: IncomingMessage): string | null => {
    const { host = '' } = given
    const site = siteOf(environment.siteUrl, host)
    const length = Number(given['content-length'])
    if (given['content-type'] !== 'application/json' || !(length > 0 && length <= longestBody)) return null
    if (given.expect !== undefined || !isOwnHost(environment.siteUrl, host, site) || isForeign(given, site)) return null
    if (guards.pressure.isHigh()) return null
    const ip = socket.remoteAddress ?? ''
    const now = clock.now()
    // Behind a proxy the session's own limit has to do: it is below that of an address.
    if (!isLoopback(ip) && !guards.isProxy(ip) && !guards.addresses.take(lineOf(ip), now)) return null
    const token = tokenIn(environment.siteUrl, given)
    return token && guards.sessions.take(token, now) ? token : null
  }

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.method !== 'PUT') return false
    const asked = address.exec(request.url ?? '')
    const token = asked && admitted(request)
    if (!token) return false
    const [, id = '', position, locale] = asked
    whenWhole(request, async body => {
      const outcome = await answer(runtime, token, id, Number(position), body)
      // Numbers and flags only: one byte a letter.
      if (outcome.ok) return send(response, 200, headers, jsonType, JSON.stringify(outcome.value), 'latin1')
      const problem = problemOf(outcome, (locale ?? 'zh') as Locale, `save-${(++refused).toString(36)}`)
      send(response, problem.status, headers, problemType, JSON.stringify(problem), 'utf8')
    })
    return true
  }

  async function answer(rt: Runtime, token: string, id: string, position: number, body: string) {
    try {
      const parsed = answerBody.safeParse(parse(body))
      if (!parsed.success) return no('invalid-request', firstIssue(parsed.error))
      return await saveAnswer(rt, token, id, { position, ...parsed.data })
    } catch (error) {
      rt.log.error({ route: 'quick save', error: (error as Error).name, message: messageOf(error) }, 'failed')
      return no(refusalFor(error))
    }
  }
}

/** Undefined when it is not JSON: no schema takes that. */
function parse(body: string): unknown {
  try {
    return parseJson(body)
  } catch {
    return undefined
  }
}

/** Where and what, without repeating what was sent. */
function firstIssue({ issues: [issue] }: ZodError): Record<string, string> {
  return issue ? { where: `body/${issue.path.join('/')}`, problem: issue.message } : {}
}

/** A request that breaks off is never whole: nothing was asked then. */
function whenWhole(request: IncomingMessage, then: (body: string) => void): void {
  const chunks: Buffer[] = []
  request.on('data', chunk => chunks.push(chunk))
  request.on('end', () => then((chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString('utf8')))
}

function send(
  response: ServerResponse,
  status: number,
  headers: readonly string[],
  type: string,
  body: string,
  encoding: 'latin1' | 'utf8',
): void {
  const length = encoding === 'latin1' ? body.length : Buffer.byteLength(body)
  response.writeHead(status, [...headers, 'content-type', type, 'content-length', String(length)])
  response.end(body, encoding)
}
