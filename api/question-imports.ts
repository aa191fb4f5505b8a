/** Batches of questions: stored, listed, taken back. */
import { z } from 'zod'
import { commitImport } from '#services/question-store'
import { listBatches, undoBatch } from '#services/question-undo'
import type { Runtime } from '#services/runtime'
import { wireBatches, wireStored } from './import-answers.ts'
import { requireRight } from './person.ts'
import { refuse } from './problem.ts'
import { localeQuery } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import { commitBody, idParams } from './staff-schemas.ts'
import type { Api } from './typed.ts'

export function questionImportRoutes(app: Api, rt: Runtime): void {
  storingRoutes(app, rt)
  batchRoutes(app, rt)
}

const page = z.coerce.number().int().min(1).max(10_000).default(1)

function storingRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/question-sets',
    {
      schema: {
        summary: 'Store the good rows of a preview, as a new set or into the one it was checked against; all or none',
        querystring: localeQuery,
        body: commitBody,
        response: { 201: wireStored, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const { preview, ...wish } = request.body
      const stored = await commitImport(rt, allowed.value, preview, wish)
      return stored.ok ? reply.code(201).send(stored.value) : refuse(reply, stored)
    },
  )
}

function batchRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/question-imports',
    {
      schema: {
        summary: 'Batches that were stored, the newest first',
        querystring: localeQuery.extend({ page }),
        response: { 200: wireBatches, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      return allowed.ok ? listBatches(rt, allowed.value, request.query.page) : refuse(reply, allowed)
    },
  )

  app.post(
    '/question-imports/:id/undoing',
    {
      schema: {
        summary: 'Take a batch back, as long as none of it was on a paper or has been changed since',
        params: idParams,
        querystring: localeQuery,
        response: { 200: z.object({ count: z.int() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const undone = await undoBatch(rt, allowed.value, request.params.id)
      return undone.ok ? undone.value : refuse(reply, undone)
    },
  )
}
