/** The shortest way out, for the busiest answer. */
import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyReply } from 'fastify'

/**
 * Answers 200 with what hooks have set as headers, past Fastify's own steps for answers and Node's search for letters
 * beyond ASCII: a tenth of a save.
 * @param value numbers and booleans only
 */
export function sendFlat<T extends object>(
  reply: FastifyReply,
  value: { [K in keyof T]: number | boolean } & T,
): FastifyReply {
  const text = JSON.stringify(value)
  const headers = reply.getHeaders() as OutgoingHttpHeaders
  headers['content-type'] = 'application/json; charset=utf-8'
  headers['content-length'] = text.length
  reply.hijack()
  reply.raw.writeHead(200, headers)
  reply.raw.end(text, 'latin1')
  return reply
}
