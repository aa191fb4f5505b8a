/** /questions: finding them, looking at one, writing and checking them. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { EditProblem } from '#core/question/edit'
import { filterFrom } from '#core/question/filter'
import type { WireEditProblem } from '#core/wire-bank'
import { messagesIn } from '#messages/messages'
import { searchBank } from '#services/bank'
import { checkWritten, createQuestion, restoreRevision, type Saved, saveQuestion } from '#services/question-edit'
import { nearQuestions } from '#services/question-near'
import { viewQuestion } from '#services/question-view'
import type { Runtime } from '#services/runtime'
import { requireRight } from './person.ts'
import { localeOf, problemOf, problemType, refuse } from './problem.ts'
import { listQuery, publicId, wireChecked, wireList, wireSaved, wireView, writtenBody } from './question-schemas.ts'
import { localeQuery } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import { idParams } from './staff-schemas.ts'
import type { Api } from './typed.ts'

export function questionRoutes(app: Api, rt: Runtime): void {
  readingRoutes(app, rt)
  writingRoutes(app, rt)
  checkingRoute(app, rt)
}

function readingRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/questions',
    {
      schema: {
        summary: 'Search and filter the bank; each filter’s values come with the number of questions they would leave',
        querystring: listQuery,
        response: { 200: wireList, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.read')
      if (!allowed.ok) return refuse(reply, allowed)
      return searchBank(rt, allowed.value, filterFrom(request.query))
    },
  )

  app.get(
    '/questions/:id',
    {
      schema: {
        summary: 'One question: what it says, where it stands, what may be done, its history and reports',
        params: idParams,
        querystring: localeQuery,
        response: { 200: wireView, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.read')
      if (!allowed.ok) return refuse(reply, allowed)
      const view = await viewQuestion(rt, allowed.value, request.params.id)
      return view.ok ? view.value : refuse(reply, view)
    },
  )
}

const number = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,23}$/u)
  .nullable()

function writingRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/questions',
    {
      schema: {
        summary: 'A new question, as a draft',
        querystring: localeQuery,
        body: z.strictObject({ set: publicId, number: number.default(null), written: writtenBody }),
        response: { 201: wireSaved, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      return answer(reply, request, 201, await createQuestion(rt, allowed.value, request.body))
    },
  )

  app.put(
    '/questions/:id',
    {
      schema: {
        summary: 'A change, as a new draft revision: what is published stays in use until the change is',
        params: idParams,
        querystring: localeQuery,
        body: z.strictObject({ base: z.int().min(1), written: writtenBody }),
        response: { 200: wireSaved, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      return answer(reply, request, 200, await saveQuestion(rt, allowed.value, request.params.id, request.body))
    },
  )

  app.post(
    '/questions/:id/restorations',
    {
      schema: {
        summary: 'An older revision as a new draft',
        params: idParams,
        querystring: localeQuery,
        body: z.strictObject({ base: z.int().min(1), revision: z.int().min(1) }),
        response: { 201: wireSaved, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      return answer(reply, request, 201, await restoreRevision(rt, allowed.value, request.params.id, request.body))
    },
  )
}

function checkingRoute(app: Api, rt: Runtime): void {
  app.post(
    '/questions/checks',
    {
      schema: {
        summary: 'What a machine sees of a question while it is written, and which questions ask nearly the same',
        querystring: localeQuery,
        body: z.strictObject({ id: publicId.nullable().default(null), written: writtenBody }),
        response: { 200: wireChecked, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const { id, written } = request.body
      const near = await nearQuestions(rt, allowed.value, written.face, id)
      return {
        problems: inWords(await checkWritten(rt, allowed.value, written), request),
        near: near.map(({ id, number, stem }) => ({ id, number, stem })),
      }
    },
  )
}

/** What was saved, or why not: with every problem of the question, each at its field. */
function answer(reply: FastifyReply, request: FastifyRequest, code: 200 | 201, saved: Saved) {
  if (saved.ok) return reply.code(code).send(saved.value)
  if (!('problems' in saved)) return refuse(reply, saved)
  const problem = problemOf(saved, localeOf(request), String(request.id))
  const problems = inWords(saved.problems, request)
  return reply
    .code(problem.status)
    .type(problemType)
    .send(JSON.stringify({ ...problem, problems }))
}

function inWords(problems: readonly EditProblem[], request: FastifyRequest): WireEditProblem[] {
  const { bank, bankWork } = messagesIn(localeOf(request))
  const words = { ...bank.problems, ...bankWork.problems }
  return problems.map(({ severity, field, code, data }) => ({ severity, field, code, says: words[code](data) }))
}
