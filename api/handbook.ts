/** /handbook: searching it. */
import { z } from 'zod'
import type * as wire from '#core/wire-learning'
import { messagesIn } from '#messages/messages'
import { booklet } from '#services/booklet/booklet'
import { searchHandbook } from '#services/handbook-search'
import type { Runtime } from '#services/runtime'
import { localeOf } from './problem.ts'
import { localeQuery } from './schemas.ts'
import type { Api } from './typed.ts'

const pieces = z.array(z.object({ text: z.string(), hit: z.boolean() }))
const wireSearch = z.object({
  total: z.int(),
  near: z.boolean(),
  found: z.array(
    z.object({
      kind: z.enum(['entry', 'term']),
      id: z.string(),
      address: z.string(),
      title: pieces,
      excerpt: pieces,
    }),
  ),
}) satisfies z.ZodType<wire.WireSearch>

export function handbookRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/handbook/search',
    {
      schema: {
        summary: 'Entries and terms by hanzi, pinyin, initials or English, with the hits marked',
        // Given twice, a key is a list: then only the first counts.
        querystring: localeQuery.extend({ q: z.union([z.string(), z.array(z.string())]).default('') }),
        response: { 200: wireSearch },
      },
    },
    request => searchHandbook(rt, [request.query.q].flat()[0] ?? '', localeOf(request)),
  )

  app.get(
    '/handbook/booklet',
    {
      schema: {
        summary: 'The handbook as a booklet to print: PDF, A5',
        querystring: localeQuery,
        response: { 200: z.any().meta({ description: 'application/pdf' }), 304: z.null() },
      },
    },
    async (request, reply) => {
      const locale = localeOf(request)
      const { hash, bytes } = await booklet(rt, locale)
      const etag = `"${hash}"`
      reply.header('etag', etag).header('cache-control', 'public, max-age=600')
      if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send(null)
      const name = encodeURIComponent(`${messagesIn(locale).booklet.title}.pdf`)
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="ip-handbook-${locale}.pdf"; filename*=UTF-8''${name}`)
        .send(bytes)
    },
  )
}
