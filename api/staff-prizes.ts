/** /staff/contests/:slug: settling, drawing, publishing, and the desk where prizes are handed out. */
import { z } from 'zod'
import { handOver, openClaim, takeAway } from '#services/claim-desk'
import { proposeFreeze, proposeNumber } from '#services/draw'
import type { Runtime } from '#services/runtime'
import { proposePublication, settle } from '#services/winner-list'
import { requireFreshRight, requireRight } from './person.ts'
import {
  freezeBody,
  inContest,
  numberBody,
  proposed,
  reasonBody,
  settleBody,
  wireOpenedClaim,
} from './prize-schemas.ts'
import { refuse } from './problem.ts'
import { localeQuery, nothing, slugParams } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import type { Api } from './typed.ts'

export function staffPrizeRoutes(app: Api, rt: Runtime): void {
  listRoutes(app, rt)
  drawRoutes(app, rt)
  deskRoutes(app, rt)
}

const done = { 204: z.null(), ...refusingStaff }
const waits = { 202: proposed, ...refusingStaff }

function listRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/staff/contests/:slug/winner-lists',
    {
      schema: {
        summary: 'Settle the ranked awards, or those of organisations and districts; not published yet',
        params: slugParams,
        querystring: localeQuery,
        body: settleBody,
        response: { 201: z.object({ list: z.string() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const list = await settle(rt, allowed.value, request.params.slug, request.body.kind)
      return list.ok ? reply.code(201).send({ list: list.value }) : refuse(reply, list)
    },
  )

  app.post(
    '/staff/contests/:slug/winner-lists/:id/publication',
    {
      schema: {
        summary: 'Propose to publish a list; somebody else approves. Wants a fresh code',
        params: inContest,
        querystring: localeQuery,
        body: nothing,
        response: waits,
      },
    },
    async (request, reply) => {
      const allowed = await requireFreshRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const asked = await proposePublication(rt, allowed.value, request.params.slug, request.params.id)
      return asked.ok ? reply.code(202).send({ approval: asked.value }) : refuse(reply, asked)
    },
  )
}

function drawRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/staff/contests/:slug/draws',
    {
      schema: {
        summary: 'Propose to freeze the list of a draw; somebody else approves. Wants a fresh code',
        params: slugParams,
        querystring: localeQuery,
        body: freezeBody,
        response: waits,
      },
    },
    async (request, reply) => {
      const allowed = await requireFreshRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const asked = await proposeFreeze(rt, allowed.value, request.params.slug, request.body)
      return asked.ok ? reply.code(202).send({ approval: asked.value }) : refuse(reply, asked)
    },
  )

  app.post(
    '/staff/contests/:slug/draws/:id/number',
    {
      schema: {
        summary: 'Propose the announced number; approved by somebody else, the draw is made. Wants a fresh code',
        params: inContest,
        querystring: localeQuery,
        body: numberBody,
        response: waits,
      },
    },
    async (request, reply) => {
      const allowed = await requireFreshRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const { slug, id } = request.params
      const asked = await proposeNumber(rt, allowed.value, slug, id, request.body.number)
      return asked.ok ? reply.code(202).send({ approval: asked.value }) : refuse(reply, asked)
    },
  )
}

function deskRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/staff/contests/:slug/winners/:id/opening',
    {
      schema: {
        summary: 'What a winner gave for the prize, in full; recorded before it goes out. Wants a fresh code',
        params: inContest,
        querystring: localeQuery,
        body: nothing,
        response: { 200: wireOpenedClaim, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireFreshRight(rt, request, 'standings.export')
      if (!allowed.ok) return refuse(reply, allowed)
      const opened = await openClaim(rt, allowed.value, request.params.slug, request.params.id)
      if (!opened.ok) return refuse(reply, opened)
      return reply.header('cache-control', 'private, no-store').send(opened.value)
    },
  )

  app.post(
    '/staff/contests/:slug/winners/:id/handing-over',
    {
      schema: {
        summary: 'The prize was handed over',
        params: inContest,
        querystring: localeQuery,
        body: nothing,
        response: done,
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const handed = await handOver(rt, allowed.value, request.params.slug, request.params.id)
      return handed.ok ? reply.code(204).send(null) : refuse(reply, handed)
    },
  )

  app.post(
    '/staff/contests/:slug/winners/:id/removal',
    {
      schema: {
        summary: 'Take a prize away after an objection was upheld; whoever is next gets it. Wants a fresh code',
        params: inContest,
        querystring: localeQuery,
        body: reasonBody,
        response: done,
      },
    },
    async (request, reply) => {
      const allowed = await requireFreshRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const { slug, id } = request.params
      const taken = await takeAway(rt, allowed.value, slug, id, request.body.reason)
      return taken.ok ? reply.code(204).send(null) : refuse(reply, taken)
    },
  )
}
