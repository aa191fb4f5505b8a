/** /contests/:slug/rules: the rules as data, with the sentences that are made of them. */
import { z } from 'zod'
import { exampleOf } from '#core/contest/example'
import { contestRules } from '#core/contest/rules'
import { explained } from '#messages/explain'
import { rulesOfContest } from '#services/contest-rules'
import type { Runtime } from '#services/runtime'
import { refuse } from './problem.ts'
import { localeQuery, problem, slugParams } from './schemas.ts'
import type { Api } from './typed.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const groups = z.array(z.object({ id: z.string(), title: z.string(), lines: z.array(z.string()) }))
const result = z.object({
  score: z.int(),
  correct: z.int(),
  durationMs: z.int(),
  finishedAt: z.int(),
  attempts: z.int(),
  lot: z.int(),
})
const wireRules = z.object({
  slug: z.string(),
  title: text,
  opensAt: z.int(),
  closesAt: z.int(),
  rules: contestRules,
  example: z.object({
    result,
    higher: z.int(),
    behind: z.array(z.object({ tie: z.string(), other: result })),
    end: z.enum(['shared', 'lot']),
  }),
  sentences: z.object({ zh: groups, en: groups }),
  amendments: z.array(z.object({ from: z.int(), reason: text })),
})

export function contestRulesRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/contests/:slug/rules',
    {
      schema: {
        summary: 'The rules as data, in sentences, with a worked example and what was amended',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: wireRules, 404: problem },
      },
    },
    async (request, reply) => {
      const found = await rulesOfContest(rt, request.params.slug)
      if (!found) return refuse(reply, 'not-found')
      const { contest, amendments } = found
      const { slug, title, opensAt, closesAt, rules } = contest
      return {
        ...{ slug, title, opensAt, closesAt, rules, amendments },
        example: exampleOf(rules, contest),
        sentences: { zh: explained(rules, contest, 'zh'), en: explained(rules, contest, 'en') },
      }
    },
  )
}
