/** /attempts: the hot path. */
import { z } from 'zod'
import { saveAnswer, takeOver } from '#services/answer'
import { attemptOf, clockOf, finishAttempt } from '#services/attempt'
import { resultOf } from '#services/result'
import type { Runtime } from '#services/runtime'
import { leftPage } from '#services/trace'
import { requirePerson, sessionToken } from './person.ts'
import { localeOf, refuse } from './problem.ts'
import {
  answerBody,
  answerParams,
  attemptParams,
  localeQuery,
  nothing,
  problem,
  refusing,
  wireAttempt,
  wireClock,
  wireFinish,
  wireResult,
  wireSaved,
} from './schemas.ts'
import type { Api } from './typed.ts'

export function attemptRoutes(app: Api, rt: Runtime): void {
  actRoutes(app, rt)
  app.get(
    '/attempts/:id',
    {
      schema: {
        summary: 'The paper with the answers saved so far',
        params: attemptParams,
        querystring: localeQuery,
        response: { 200: wireAttempt, ...refusing },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const attempt = await attemptOf(rt, person.value, request.params.id, localeOf(request))
      return attempt.ok ? attempt.value : refuse(reply, attempt)
    },
  )

  app.get(
    '/attempts/:id/clock',
    {
      schema: {
        summary: 'Its clock alone: whether the contest is paused, and until when there is time',
        params: attemptParams,
        querystring: localeQuery,
        response: { 200: wireClock, ...refusing },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const clock = await clockOf(rt, person.value, request.params.id)
      return clock.ok ? clock.value : refuse(reply, clock)
    },
  )

  app.put(
    '/attempts/:id/answers/:position',
    {
      schema: {
        summary: 'Save one answer; the highest sequence wins, a repeated request is harmless',
        params: answerParams,
        querystring: localeQuery,
        body: answerBody,
        response: { 200: wireSaved, ...refusing, 422: problem },
      },
    },
    async (request, reply) => {
      const token = sessionToken(rt, request)
      if (!token) return refuse(reply, 'sign-in-required')
      const { id, position } = request.params
      const saved = await saveAnswer(rt, token, id, { position, ...request.body })
      return saved.ok ? saved.value : refuse(reply, saved)
    },
  )

  app.post(
    '/attempts/:id/finish',
    {
      schema: {
        summary: 'Finish; again gives the same answer',
        params: attemptParams,
        querystring: localeQuery,
        body: nothing,
        response: { 200: wireFinish, ...refusing },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const finished = await finishAttempt(rt, person.value, request.params.id)
      return finished.ok ? finished.value : refuse(reply, finished)
    },
  )

  app.get(
    '/attempts/:id/result',
    {
      schema: {
        summary: 'Score, rank when shown, and per question what the rules let one see',
        params: attemptParams,
        querystring: localeQuery,
        response: { 200: wireResult, ...refusing },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const result = await resultOf(rt, person.value, request.params.id, localeOf(request))
      return result.ok ? result.value : refuse(reply, result)
    },
  )
}

/** What is done to one's own attempt without an answer but that it was done. */
const acts = {
  device: { summary: 'Continue the attempt on this device', run: takeOver },
  leaves: {
    summary: 'The page of the attempt was left and is back: counted and shown, never a reason by itself',
    run: leftPage,
  },
}

function actRoutes(app: Api, rt: Runtime): void {
  for (const [act, { summary, run }] of Object.entries(acts))
    app.post(
      `/attempts/:id/${act}`,
      {
        schema: {
          summary,
          params: attemptParams,
          querystring: localeQuery,
          body: nothing,
          response: { 204: z.null(), ...refusing },
        },
      },
      async (request, reply) => {
        const person = await requirePerson(rt, request)
        if (!person.ok) return refuse(reply, person)
        const done = await run(rt, person.value, request.params.id)
        return done.ok ? reply.code(204).send(null) : refuse(reply, done)
      },
    )
}
