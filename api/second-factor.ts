/** /staff/second-factor: setting it up, giving codes, and what to do when the phone is gone. */

import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { coarseAddress } from '#core/account/address'
import { no, type Outcome, yes } from '#core/refusal'
import { siteOf } from '#core/site'
import { qrCode } from '#services/qr'
import type { Runtime } from '#services/runtime'
import { beginFactor, giveCode, type Holder, renewRecoveryCodes, replaceFactor } from '#services/second-factor'
import { personOf, requireFresh } from './person.ts'
import { refuse } from './problem.ts'
import { localeQuery, nothing } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import type { Api } from './typed.ts'

const codes = z.array(z.string())

export function secondFactorRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/staff/second-factor/set-up',
    {
      schema: {
        summary: 'A secret for the authenticator app, with its QR code; only while there is none',
        querystring: localeQuery,
        body: nothing,
        response: {
          201: z.object({ secret: z.string(), uri: z.string(), qr: z.object({ size: z.int(), path: z.string() }) }),
          ...refusingStaff,
        },
      },
    },
    async (request, reply) => {
      const holder = await requireHolder(rt, request)
      if (!holder.ok) return refuse(reply, holder)
      const { origin } = siteOf(rt.environment.siteUrl, request.headers.host ?? '')
      const begun = await beginFactor(rt, holder.value, new URL(origin).host)
      if (!begun.ok) return refuse(reply, begun)
      return reply.code(201).send({ ...begun.value, qr: qrCode(begun.value.uri) })
    },
  )

  app.post(
    '/staff/second-factor',
    {
      schema: {
        summary:
          'Give a code of the app or one from paper; the first one ends the set-up and brings the codes for paper',
        querystring: localeQuery,
        body: z.strictObject({ code: z.string().max(40) }),
        response: { 200: z.object({ recoveryCodes: codes.nullable() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const holder = await requireHolder(rt, request)
      if (!holder.ok) return refuse(reply, holder)
      const given = await giveCode(rt, holder.value, request.body.code)
      return given.ok ? reply.header('cache-control', 'private, no-store').send(given.value) : refuse(reply, given)
    },
  )

  app.post(
    '/staff/second-factor/recovery-codes',
    {
      schema: {
        summary: 'Ten new codes for paper; the earlier ones end. Wants a fresh code',
        querystring: localeQuery,
        body: nothing,
        response: { 201: z.object({ recoveryCodes: codes }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const fresh = await requireFresh(rt, request)
      if (!fresh.ok) return refuse(reply, fresh)
      const renewed = await renewRecoveryCodes(rt, { ...fresh.value, from: coarseAddress(request.ip) })
      if (!renewed.ok) return refuse(reply, renewed)
      return reply.code(201).header('cache-control', 'private, no-store').send({ recoveryCodes: renewed.value })
    },
  )

  app.post(
    '/staff/second-factor/replacement',
    {
      schema: {
        summary: 'Another phone: the app is set up anew. Wants a fresh code',
        querystring: localeQuery,
        body: nothing,
        response: { 204: z.null(), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const fresh = await requireFresh(rt, request)
      if (!fresh.ok) return refuse(reply, fresh)
      await replaceFactor(rt, { ...fresh.value, from: coarseAddress(request.ip) })
      return reply.code(204).send(null)
    },
  )
}

/** Somebody with a login, whether or not the code was given yet. */
async function requireHolder(rt: Runtime, request: FastifyRequest): Promise<Outcome<Holder>> {
  const person = await personOf(rt, request)
  if (!person) return no('sign-in-required')
  if (!person.awaitsFactor && person.account.roles.length === 0) return no('forbidden')
  return yes({ ...person, from: coarseAddress(request.ip) })
}
