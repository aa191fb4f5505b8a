/** /handbook: searching it. */
import { z } from 'zod'
import type * as wire from '#core/wire'
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
}
