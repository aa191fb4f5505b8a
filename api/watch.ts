/** /staff/contests/:slug/watch and what organizers do while a contest runs. */
import { z } from 'zod'
import { moment } from '#core/contest/rules/part'
import type { No, Outcome } from '#core/refusal'
import type { WireExtraTime, WireNotice, WireWatch } from '#core/wire-watch'
import { extraTimes, grantExtraTime, undoExtraTime } from '#services/extra-time'
import type { Runtime } from '#services/runtime'
import { extendContest, noticesFor, pauseContest, resumeContest, undoExtension } from '#services/watch'
import { watchNumbers } from '#services/watch-numbers'
import { requireRight } from './person.ts'
import { localeOf, refuse } from './problem.ts'
import { localeQuery, nothing, refusing, slugParams } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import type { Api } from './typed.ts'

const words = z.strictObject({ zh: z.string().max(500), en: z.string().max(1000) })
const done = z.object({ done: z.literal(true) })
const answer = { done: true } as const

const wireWatch = z.object({
  asOf: z.int(),
  paused: z.boolean(),
  started: z.int(),
  finished: z.int(),
  minutes: z.array(z.object({ at: z.int(), started: z.int(), finished: z.int() })),
  regions: z.array(z.object({ slug: z.string(), name: z.string(), started: z.int(), finished: z.int() })),
  queue: z.int(),
  errors: z.object({ all: z.int(), recent: z.int() }),
}) satisfies z.ZodType<WireWatch>

const wireNotice = z.object({
  kind: z.enum(['paused', 'resumed', 'extended', 'extension-undone']),
  words: z.object({ zh: z.string(), en: z.string() }),
  closesAt: z.int().nullable(),
  at: z.int(),
}) satisfies z.ZodType<WireNotice>

const wireExtraTime = z.object({
  id: z.string(),
  name: z.string().nullable(),
  phone: z.string(),
  percent: z.int(),
  reason: z.string(),
  grantedAt: z.int(),
  undoneAt: z.int().nullable(),
}) satisfies z.ZodType<WireExtraTime>

export function watchRoutes(app: Api, rt: Runtime): void {
  readingRoutes(app, rt)
  actRoutes(app, rt)
  extraTimeRoutes(app, rt)
}

function readingRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/contests/:slug/notices',
    {
      schema: {
        summary: 'What everybody is told: pauses and extensions, the newest first',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: z.object({ notices: z.array(wireNotice) }), ...refusing },
      },
    },
    async request => ({ notices: await noticesFor(rt, request.params.slug) }),
  )

  app.get(
    '/staff/contests/:slug/watch',
    {
      schema: {
        summary: 'Live numbers: started and finished, by minute and district; queue and errors of the server',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: wireWatch, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const numbers = await watchNumbers(rt, allowed.value, request.params.slug, localeOf(request))
      return numbers.ok ? numbers.value : refuse(reply, numbers)
    },
  )
}

/** Pausing, going on, extending, taking that back: each with words for everybody. */
function actRoutes(app: Api, rt: Runtime): void {
  const acts = [
    { path: 'pause', summary: 'Nobody starts, all clocks stand still', act: pauseContest },
    { path: 'resumption', summary: 'All clocks go on with what was left', act: resumeContest },
    { path: 'extension/undoing', summary: 'The close is what it was before the last extension', act: undoExtension },
  ] as const
  for (const { path, summary, act } of acts)
    app.post(
      `/staff/contests/:slug/${path}`,
      {
        schema: {
          summary,
          params: slugParams,
          querystring: localeQuery,
          body: z.strictObject({ words }),
          response: { 200: done, ...refusingStaff },
        },
      },
      async (request, reply) => {
        const allowed = await requireRight(rt, request, 'contests.write')
        if (!allowed.ok) return refuse(reply, allowed)
        return answered(await act(rt, allowed.value, request.params.slug, request.body.words), said =>
          refuse(reply, said),
        )
      },
    )

  app.post(
    '/staff/contests/:slug/extension',
    {
      schema: {
        summary: 'Close later; attempts that the close would have cut short get their whole time',
        params: slugParams,
        querystring: localeQuery,
        body: z.strictObject({ closesAt: moment, words }),
        response: { 200: done, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const { closesAt, words: why } = request.body
      const extended = await extendContest(rt, allowed.value, request.params.slug, closesAt, why)
      return answered(extended, said => refuse(reply, said))
    },
  )
}

function extraTimeRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/staff/contests/:slug/extra-times',
    {
      schema: {
        summary: 'Who was given extra time, and why',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: z.object({ extraTimes: z.array(wireExtraTime) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const found = await extraTimes(rt, allowed.value, request.params.slug)
      return found.ok ? { extraTimes: found.value } : refuse(reply, found)
    },
  )

  app.post(
    '/staff/contests/:slug/extra-times',
    {
      schema: {
        summary: 'More time for one person, by their phone: at once, and for later attempts',
        params: slugParams,
        querystring: localeQuery,
        body: z.strictObject({ phone: z.string().max(40), percent: z.int(), reason: z.string().max(500) }),
        response: { 200: done, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const granted = await grantExtraTime(rt, allowed.value, request.params.slug, request.body)
      return answered(granted, said => refuse(reply, said))
    },
  )

  app.post(
    '/staff/contests/:slug/extra-times/:id/undoing',
    {
      schema: {
        summary: 'Later attempts have the usual time again',
        params: slugParams.extend({ id: z.string().max(40) }),
        querystring: localeQuery,
        body: nothing,
        response: { 200: done, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const undone = await undoExtraTime(rt, allowed.value, request.params.slug, request.params.id)
      return answered(undone, said => refuse(reply, said))
    },
  )
}

const answered = <R>(outcome: Outcome<null>, refused: (said: No) => R): R | typeof answer =>
  outcome.ok ? answer : refused(outcome)
