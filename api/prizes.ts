/** Prizes for everybody: draws and winners of a contest, objections, and what one has won oneself. */
import { z } from 'zod'
import { lineOf } from '#core/account/address'
import { claimPrize, declinePrize, myPrizes, sendClaimCode } from '#services/claim'
import { chancesOf, drawFile, drawViews } from '#services/draw-public'
import { object } from '#services/objection'
import type { Runtime } from '#services/runtime'
import { verifiers, verifierText } from '#services/verifiers'
import { winnerFormats, winnersFile } from '#services/winners-file'
import { publishedWinners } from '#services/winners-public'
import { asItIs } from './as-it-is.ts'
import { codeBrowser, keepCodeBrowser, newCodeBrowser } from './code-browser.ts'
import { hourly } from './hourly.ts'
import { requirePerson } from './person.ts'
import {
  claimBody,
  inContest,
  objectionBody,
  publicIdText,
  wireDraw,
  wireMyChance,
  wireMyPrize,
  wireWinners,
} from './prize-schemas.ts'
import { localeOf, refuse } from './problem.ts'
import { sendFile } from './question-sets.ts'
import { localeQuery, nothing, problem, refusing, slugParams } from './schemas.ts'
import { file } from './staff-answers.ts'
import type { Api } from './typed.ts'

/** A whole office shares an address; nobody objects ten times an hour. */
const mostObjections = 10

const byId = z.object({ id: publicIdText })
const refusals = { ...refusing, 422: problem }

export function prizeRoutes(app: Api, rt: Runtime): void {
  drawRoutes(app, rt)
  objectionRoutes(app, rt)
  claimRoutes(app, rt)
}

function drawRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/contests/:slug/draws',
    {
      schema: {
        summary: 'The draws of a contest, the newest first',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: z.object({ draws: z.array(wireDraw) }), ...refusals },
      },
    },
    async (request, reply) => {
      const draws = await drawViews(rt, request.params.slug)
      return draws ? { draws } : refuse(reply, 'not-found')
    },
  )

  app.get(
    '/contests/:slug/draws/:id/file',
    {
      schema: {
        summary: 'One draw as it is published, byte for byte; scripts/verify-draw.mjs and verify_draw.py check it',
        params: inContest,
        querystring: localeQuery,
        response: { 200: z.string(), ...refusals },
      },
    },
    async (request, reply) => {
      const file = await drawFile(rt, request.params.slug, request.params.id)
      if (!file.ok) return refuse(reply, file)
      const disposition = `attachment; filename="draw-${request.params.id}.json"`
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', disposition)
        .serializer(asItIs)
        .send(file.value)
    },
  )

  app.get(
    '/verifiers/:name',
    {
      schema: {
        summary: 'A program that checks the file of a draw: verify-draw.mjs or verify_draw.py',
        params: z.object({ name: z.enum(verifiers) }),
        response: { 200: z.string(), ...refusals },
      },
    },
    async (request, reply) => {
      const { name } = request.params
      reply.type('text/plain; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`)
      return reply.serializer(asItIs).send(await verifierText(name))
    },
  )

  app.get(
    '/contests/:slug/winners',
    {
      schema: {
        summary: 'Published winners, masked',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: z.object({ lists: z.array(wireWinners) }), ...refusals },
      },
    },
    async (request, reply) => {
      const lists = await publishedWinners(rt, request.params.slug)
      return lists ? { lists } : refuse(reply, 'not-found')
    },
  )

  app.get(
    '/contests/:slug/winners/file',
    {
      schema: {
        summary: 'Published winners, masked, as a file in one of the forms that the rules offer',
        params: slugParams,
        querystring: localeQuery.extend({ format: z.enum(winnerFormats) }),
        response: { 200: file, ...refusals },
      },
    },
    async (request, reply) => {
      const made = await winnersFile(rt, request.params.slug, request.query.format, localeOf(request))
      if (!made.ok) return refuse(reply, made)
      return sendFile(reply, made.value.name, made.value.type, made.value.bytes)
    },
  )
}

function objectionRoutes(app: Api, rt: Runtime): void {
  const addresses = hourly(mostObjections)
  app.post(
    '/contests/:slug/winners/:id/objections',
    {
      schema: {
        summary: 'Object to a published list during its notice period; without an account too',
        params: inContest,
        querystring: localeQuery,
        body: objectionBody,
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      if (!addresses.take(lineOf(request.ip), rt.clock.now())) return refuse(reply, 'too-many-requests')
      const { slug, id } = request.params
      const done = await object(rt, slug, id, { ...request.body, locale: localeOf(request) })
      return done.ok ? reply.code(204).send(null) : refuse(reply, done)
    },
  )
}

function claimRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/me/prizes',
    {
      schema: {
        summary: 'What one has won, and the draws that one is on the list of, with what proves it',
        querystring: localeQuery,
        response: {
          200: z.object({ prizes: z.array(wireMyPrize), chances: z.array(wireMyChance) }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      return { prizes: await myPrizes(rt, person.value), chances: await chancesOf(rt, person.value) }
    },
  )

  app.post(
    '/me/prizes/:id/codes',
    {
      schema: {
        summary: 'Send a fresh code to one’s own phone, for claiming a prize',
        params: byId,
        querystring: localeQuery,
        body: nothing,
        response: { 204: z.null(), ...refusals, 429: problem },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const browser = newCodeBrowser(rt, request)
      const sent = await sendClaimCode(rt, person.value, request.params.id, browser)
      if (!sent.ok) return refuse(reply, sent)
      keepCodeBrowser(rt, request, reply, browser)
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/me/prizes/:id/claim',
    {
      schema: {
        summary: 'Claim a prize: the code, the version of the words agreed to, and only what the prize needs',
        params: byId,
        querystring: localeQuery,
        body: claimBody,
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const given = { ...request.body, browser: codeBrowser(rt, request) }
      const done = await claimPrize(rt, person.value, request.params.id, given)
      return done.ok ? reply.code(204).send(null) : refuse(reply, done)
    },
  )

  app.post(
    '/me/prizes/:id/refusal',
    {
      schema: {
        summary: 'Give a prize up; what was given for it is erased at once',
        params: byId,
        querystring: localeQuery,
        body: nothing,
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const done = await declinePrize(rt, person.value, request.params.id)
      return done.ok ? reply.code(204).send(null) : refuse(reply, done)
    },
  )
}
