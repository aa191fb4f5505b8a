/** Sends a body that lies ready in several encodings, or says that the browser has it already. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { choose, type Encoded } from './encoding.ts'

interface Body {
  type: string
  body: Encoded
}

export function sendReady(request: FastifyRequest, reply: FastifyReply, ready: Body & { etag: string }): FastifyReply {
  reply.header('etag', ready.etag)
  if (!request.headers['if-none-match']?.includes(ready.etag)) return sendBody(request, reply, ready)
  return reply.header('vary', 'Accept-Encoding').code(304).send()
}

/** The best encoding this browser takes. */
export function sendBody(request: FastifyRequest, reply: FastifyReply, { type, body }: Body): FastifyReply {
  const encoding = choose(body, request.headers['accept-encoding'])
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.header('vary', 'Accept-Encoding').header('content-type', type).send(body[encoding])
}
