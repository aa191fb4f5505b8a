/** /contests: starting, counters and standings. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { no } from '#core/refusal'
import { startAttempt } from '#services/attempt'
import { regionTable } from '#services/board-replay'
import { contestBySlug, listContests } from '#services/contest'
import { type EntryWish, enter } from '#services/entry'
import { mineIn } from '#services/my-attempts'
import type { Runtime } from '#services/runtime'
import { standingsOf } from '#services/standing'
import { originOf, personOf, requirePerson } from './person.ts'
import { localeOf, refuse } from './problem.ts'
import { sendFile } from './question-sets.ts'
import {
  localeQuery,
  nothing,
  problem,
  refusing,
  slugParams,
  standingsQuery,
  wireAttempt,
  wireMine,
  wireStandings,
} from './schemas.ts'
import { file } from './staff-answers.ts'
import type { Api } from './typed.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const phase = z.enum(['draft', 'announced', 'open', 'closed'])
const wireContest = z.object({
  slug: z.string(),
  title: text,
  summary: text,
  edition: z.string(),
  opensAt: z.int(),
  closesAt: z.int(),
  phase,
  participants: z.int(),
})

const entryBody = z.strictObject({
  track: z.string().max(40).nullable(),
  individual: z.boolean(),
  name: z.string().max(200).nullable(),
  number: z.string().max(60).nullable(),
  age: z.boolean(),
  guardian: z.boolean(),
}) satisfies z.ZodType<EntryWish>

export function contestRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/contests',
    { schema: { summary: 'Published contests', response: { 200: z.object({ contests: z.array(wireContest) }) } } },
    async () => ({ contests: (await listContests(rt)).map(shown) }),
  )

  app.get(
    '/contests/:slug/counters',
    {
      schema: {
        summary: 'Live numbers of a contest, at most a second old',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: z.object({ participants: z.int(), serverNow: z.int(), phase }), 404: problem },
      },
    },
    async (request, reply) => {
      const contest = await contestBySlug(rt, request.params.slug)
      if (!contest) return refuse(reply, no('not-found'))
      return { participants: contest.participants, serverNow: rt.clock.now(), phase: contest.phase }
    },
  )

  app.get(
    '/contests/:slug/attempts',
    {
      schema: {
        summary: 'One’s own attempts at a contest, and how many one may make',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: wireMine, ...refusing },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const mine = await mineIn(rt, person.value.account.id, request.params.slug)
      return mine.ok ? mine.value : refuse(reply, mine)
    },
  )

  app.put(
    '/contests/:slug/entry',
    {
      schema: {
        summary: 'Say what the contest asks of a person before the first attempt',
        params: slugParams,
        querystring: localeQuery,
        body: entryBody,
        response: { 200: z.object({ missing: z.array(z.string()) }), ...refusing, 422: problem },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const entered = await enter(rt, person.value, request.params.slug, request.body)
      return entered.ok ? { missing: entered.value } : refuse(reply, entered)
    },
  )

  app.post(
    '/contests/:slug/attempts',
    {
      schema: {
        summary: 'Start an attempt: the paper is drawn, the deadline fixed',
        params: slugParams,
        querystring: localeQuery,
        body: nothing,
        response: { 201: wireAttempt, ...refusing },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const started = await startAttempt(
        rt,
        person.value,
        request.params.slug,
        localeOf(request),
        originOf(rt, request),
      )
      return started.ok ? reply.code(201).send(started.value) : refuse(reply, started)
    },
  )

  app.get(
    '/contests/:slug/standings',
    {
      schema: {
        summary: 'A board: people, districts and counties, or organisations; one’s own row comes along',
        params: slugParams,
        querystring: standingsQuery,
        response: { 200: wireStandings, 304: z.null(), 404: problem, 422: problem },
      },
    },
    async (request, reply) => {
      const { by, region, scope, view, limit, page, after } = request.query
      const person = await personOf(rt, request)
      const board = await standingsOf(rt, {
        slug: request.params.slug,
        by,
        region: region ?? null,
        scope,
        view,
        limit,
        page,
        after: after ?? null,
        accountId: person?.account.id ?? null,
        locale: localeOf(request),
      })
      if (!board.ok) return refuse(reply, board)
      const { asOf, ...lasting } = board.value
      const text = JSON.stringify(lasting)
      const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
      reply.header('etag', etag).header('cache-control', 'private, no-cache')
      if (request.headers['if-none-match'] === etag) return reply.code(304).send(null)
      // The text is there already: the moment is put before it, and nothing is written out twice.
      reply.serializer(() => `{"asOf":${asOf},${text.slice(1)}`)
      return board.value
    },
  )

  app.get(
    '/contests/:slug/standings/regions.csv',
    {
      schema: {
        summary: 'Districts and counties as a table: CSV, UTF-8 with byte order mark',
        params: slugParams,
        querystring: localeQuery.extend(standingsQuery.pick({ scope: true, view: true }).shape),
        response: { 200: file, 404: problem, 422: problem },
      },
    },
    async (request, reply) => {
      const { scope, view } = request.query
      const table = await regionTable(rt, { slug: request.params.slug, scope, view, locale: localeOf(request) })
      if (!table.ok) return refuse(reply, table)
      return sendFile(reply, table.value.name, 'text/csv; charset=utf-8', table.value.bytes)
    },
  )
}

function shown(contest: Awaited<ReturnType<typeof listContests>>[number]): z.infer<typeof wireContest> {
  const { slug, title, summary, edition, opensAt, closesAt, phase, participants } = contest
  return { slug, title, summary, edition, opensAt, closesAt, phase, participants }
}
