/** /staff/audit: the log and whether it holds. /staff/approvals: what waits for a second person. */
import { z } from 'zod'
import { type ApprovalKind, approvalKinds } from '#core/account/approval'
import { auditActions } from '#core/audit/action'
import { yes } from '#core/refusal'
import { approvalLines } from '#services/approval'
import { decide, withdraw } from '#services/approval-decide'
import { auditLines } from '#services/audit'
import { checkAudit } from '#services/audit-check'
import type { Runtime } from '#services/runtime'
import { requireFresh, requireRight, requireStaff } from './person.ts'
import { refuse } from './problem.ts'
import { localeQuery, nothing } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import { idParams } from './staff-schemas.ts'
import type { Api } from './typed.ts'

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
const instant = z.int()

const wireAudit = z.object({
  number: z.int(),
  at: instant,
  who: z.string().nullable(),
  actor: z.int().nullable(),
  action: z.string(),
  subject: z.string(),
  about: z.string(),
  detail: z.string(),
  reason: z.string(),
  origin: z.string(),
  previous: z.string(),
  hash: z.string(),
})

const wireApproval = z.object({
  id: z.string(),
  kind: z.enum(Object.keys(approvalKinds) as ApprovalKind[]),
  subject: z.string(),
  payload: z.unknown(),
  contest: z.object({ slug: z.string(), title: z.object({ zh: z.string(), en: z.string() }) }).nullable(),
  reason: z.string(),
  state: z.enum(['waiting', 'approved', 'used', 'refused', 'withdrawn', 'expired']),
  proposedBy: z.string(),
  proposedAt: instant,
  expiresAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  note: z.string().nullable(),
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
})

const auditQuery = localeQuery.extend({
  before: wholeNumber.optional(),
  actor: wholeNumber.optional(),
  action: z.enum(auditActions).optional(),
  subject: z.string().max(100).optional(),
  limit: wholeNumber.pipe(z.int().min(1).max(500)).optional(),
})

export function auditRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/staff/audit',
    {
      schema: {
        summary: 'The audit log, the newest first',
        querystring: auditQuery,
        response: { 200: z.object({ rows: z.array(wireAudit) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'audit.read')
      if (!allowed.ok) return refuse(reply, allowed)
      const { before = null, actor = null, action = null, subject = null, limit = 100 } = request.query
      return { rows: await auditLines(rt, allowed.value, { before, actor, action, subject }, limit) }
    },
  )

  app.get(
    '/staff/audit/check',
    {
      schema: {
        summary: 'Whether the chain holds; the first row that does not',
        querystring: localeQuery,
        response: {
          200: z.object({
            rows: z.int(),
            anchors: z.int(),
            head: z.object({ number: z.int(), hash: z.string() }),
            tampering: z
              .object({
                number: z.int(),
                what: z.enum(['changed', 'misplaced', 'missing', 'not-anchored', 'surplus']),
              })
              .nullable(),
          }),
          ...refusingStaff,
        },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'audit.read')
      return allowed.ok ? checkAudit(rt.storage.read, rt.environment.dataDir) : refuse(reply, allowed)
    },
  )
}

export function approvalRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/staff/approvals',
    {
      schema: {
        summary: 'What waits for a second person; with which=settled, what was decided',
        querystring: localeQuery.extend({ which: z.enum(['open', 'settled']).optional() }),
        response: { 200: z.object({ approvals: z.array(wireApproval) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const staff = await requireStaff(rt, request)
      if (!staff.ok) return refuse(reply, staff)
      return { approvals: await approvalLines(rt, staff.value, request.query.which !== 'settled') }
    },
  )

  app.post(
    '/staff/approvals/:id/decision',
    {
      schema: {
        summary:
          'Approve or refuse what somebody else proposed; approved, it happens at once. Approving wants a fresh code, refusing a reason',
        params: idParams,
        querystring: localeQuery,
        body: z.strictObject({ approve: z.boolean(), note: z.string().trim().max(200).default('') }),
        response: { 204: z.null(), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const staff = await requireStaff(rt, request)
      if (!staff.ok) return refuse(reply, staff)
      const fresh = request.body.approve ? await requireFresh(rt, request) : yes(null)
      if (!fresh.ok) return refuse(reply, fresh)
      const decided = await decide(rt, staff.value, request.params.id, request.body)
      return decided.ok ? reply.code(204).send(null) : refuse(reply, decided)
    },
  )

  app.post(
    '/staff/approvals/:id/withdrawal',
    {
      schema: {
        summary: 'Take back what one proposed',
        params: idParams,
        querystring: localeQuery,
        body: nothing,
        response: { 204: z.null(), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const staff = await requireStaff(rt, request)
      if (!staff.ok) return refuse(reply, staff)
      const taken = await withdraw(rt, staff.value, request.params.id)
      return taken.ok ? reply.code(204).send(null) : refuse(reply, taken)
    },
  )
}
