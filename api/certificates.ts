/** Certificates: checking, one's own as files, issuing and revoking. */
import { z } from 'zod'
import { lineOf } from '#core/account/address'
import { siteOf } from '#core/site'
import {
  batchOf,
  certificatesFor,
  checkCertificate,
  issueCertificates,
  myCertificates,
  revoke,
} from '#services/certificate'
import { certificateFile } from '#services/certificate-file'
import type { Runtime } from '#services/runtime'
import { hourly } from './hourly.ts'
import { requirePerson, requireRight } from './person.ts'
import { localeOf, refuse } from './problem.ts'
import { sendFile } from './question-sets.ts'
import { localeQuery, problem, refusing, slugParams } from './schemas.ts'
import { file, refusingStaff } from './staff-answers.ts'
import type { Api } from './typed.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const wireCertificate = z.object({
  number: z.string(),
  holder: z.string().nullable().meta({ description: 'Masked' }),
  contest: text,
  level: text,
  issuedAt: z.int(),
  revokedAt: z.int().nullable(),
  revokedWhy: z.string().nullable(),
})
const numberParams = z.object({ number: z.string().max(40) })
/** A desk at a ceremony checks hundreds; whoever tries numbers needs millions. */
const mostChecks = 600

export function certificateRoutes(app: Api, rt: Runtime): void {
  const checks = hourly(mostChecks)
  app.get(
    '/certificates/:number',
    {
      schema: {
        summary: 'Whether a certificate is genuine and valid',
        params: numberParams,
        querystring: localeQuery,
        response: { 200: wireCertificate, 404: problem, 422: problem, 429: problem },
      },
    },
    async (request, reply) => {
      if (!checks.take(lineOf(request.ip), rt.clock.now())) return refuse(reply, 'too-many-requests')
      const found = await checkCertificate(rt, request.params.number)
      return found.ok ? found.value : refuse(reply, found)
    },
  )

  app.get(
    '/me/certificates',
    {
      schema: {
        summary: 'One’s own certificates',
        querystring: localeQuery,
        response: {
          200: z.object({
            certificates: z.array(wireCertificate.pick({ number: true, level: true, issuedAt: true, revokedAt: true })),
          }),
          ...refusing,
        },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const mine = await myCertificates(rt, person.value)
      return {
        certificates: mine.map(({ number, level, issuedAt, revokedAt }) => ({ number, level, issuedAt, revokedAt })),
      }
    },
  )

  app.get(
    '/me/certificates/:number',
    {
      schema: {
        summary: 'One’s own certificate as PNG or PDF',
        params: numberParams,
        querystring: localeQuery.extend({ format: z.enum(['png', 'pdf']).default('pdf') }),
        response: { 200: file, 422: problem, ...refusing },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      const { format } = request.query
      const { origin } = siteOf(rt.environment.siteUrl, request.headers.host ?? '')
      const wish = { format, locale: localeOf(request), origin }
      const made = await certificateFile(rt, person.value, request.params.number, wish)
      if (!made.ok) return refuse(reply, made)
      const type = format === 'png' ? 'image/png' : 'application/pdf'
      return sendFile(reply.header('cache-control', 'private, no-store'), `certificate.${format}`, type, made.value)
    },
  )
  staffRoutes(app, rt)
}

function staffRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/staff/contests/:slug/certificates',
    {
      schema: {
        summary: 'Issue certificates in one batch: to all who reached a mark, or to published winners',
        params: slugParams,
        querystring: localeQuery,
        body: z.union([
          z.strictObject({ basis: z.literal('mark'), least: z.int().min(0).max(100_000) }),
          z.strictObject({ basis: z.literal('winners') }),
        ]),
        response: { 202: z.object({ batch: z.string(), total: z.int() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const begun = await issueCertificates(rt, allowed.value, request.params.slug, request.body)
      return begun.ok ? reply.code(202).send(begun.value) : refuse(reply, begun)
    },
  )

  app.get(
    '/staff/certificate-batches/:id',
    {
      schema: {
        summary: 'How far a batch has come',
        params: z.object({ id: z.string().max(40) }),
        querystring: localeQuery,
        response: {
          200: z.object({ total: z.int(), done: z.int(), issued: z.int(), finished: z.boolean() }),
          ...refusingStaff,
        },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const batch = batchOf(rt, allowed.value, request.params.id)
      return batch.ok ? batch.value : refuse(reply, batch)
    },
  )

  app.get(
    '/staff/contests/:slug/certificates',
    {
      schema: {
        summary: 'Certificates issued, masked, a page at a time',
        params: slugParams,
        querystring: localeQuery.extend({ page: z.coerce.number().int().min(1).max(100_000).default(1) }),
        response: { 200: z.object({ certificates: z.array(wireCertificate), total: z.int() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const found = await certificatesFor(rt, allowed.value, request.params.slug, request.query.page)
      return found.ok ? found.value : refuse(reply, found)
    },
  )

  app.post(
    '/staff/certificates/:number/revocation',
    {
      schema: {
        summary: 'Revoke a certificate; the public check shows the reason',
        params: numberParams,
        querystring: localeQuery,
        body: z.strictObject({ reason: z.string().max(500) }),
        response: { 200: z.object({ revoked: z.literal(true) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const done = await revoke(rt, allowed.value, request.params.number, request.body.reason)
      return done.ok ? { revoked: true as const } : refuse(reply, done)
    },
  )
}
