/** /question-acts: what is done to questions as they stand, and taking it back. */
import { z } from 'zod'
import type { Allowed } from '#core/account/roles'
import { filterFrom } from '#core/question/filter'
import { questionActions } from '#core/question/state'
import type { WireActed, WireActPlan } from '#core/wire-bank'
import { messagesIn } from '#messages/messages'
import { idsMatching } from '#services/bank'
import { type ActPlan, doAct, planAct, undoAct } from '#services/question-act'
import type { Runtime } from '#services/runtime'
import { requireRight } from './person.ts'
import { localeOf, refuse } from './problem.ts'
import { filterQuery, publicId, wireDone, wirePlan, wireUndone } from './question-schemas.ts'
import { localeQuery, nothing } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import { idParams } from './staff-schemas.ts'
import type { Api } from './typed.ts'

/** Public ids of 22 letters each: 2,000 of them stay below the door's 64 KB. */
const mostAtOnce = 2000
/** Questions that are listed by name; the rest is counted. */
const mostListed = 100

const wish = {
  action: z.enum(questionActions),
  questions: z.array(publicId).min(1).max(mostAtOnce).optional(),
  filter: filterQuery.optional().meta({ description: 'Instead of `questions`: everything that fits' }),
  note: z.string().trim().max(1000).default(''),
  set: publicId.optional(),
}
const planBody = z.strictObject(wish)
const doBody = z.strictObject({
  ...wish,
  expected: z.int().min(1).meta({ description: 'How many questions the plan counts' }),
})

/** The questions that are named, or those that fit the filter now. */
async function questionsOf(rt: Runtime, by: Allowed<'questions.read'>, body: z.infer<typeof planBody>) {
  const { filter, questions, ...wish } = body
  return { ...wish, questions: questions ?? (filter ? await idsMatching(rt, by, filterFrom(filter)) : []) }
}

export function questionActRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/question-acts/plans',
    {
      schema: {
        summary: 'What an act would do to which questions, and which it would leave alone: nothing is done',
        querystring: localeQuery,
        body: planBody,
        response: { 200: wirePlan, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.read')
      if (!allowed.ok) return refuse(reply, allowed)
      const plan = await planAct(rt, allowed.value, await questionsOf(rt, allowed.value, request.body))
      return plan.ok ? said(plan.value, localeOf(request)) : refuse(reply, plan)
    },
  )

  app.post(
    '/question-acts',
    {
      schema: {
        summary: 'Do it, all together; `act` takes it back',
        querystring: localeQuery,
        body: doBody,
        response: { 201: wireDone, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.read')
      if (!allowed.ok) return refuse(reply, allowed)
      const { expected, ...wish } = request.body
      const done = await doAct(rt, allowed.value, await questionsOf(rt, allowed.value, wish), expected)
      if (!done.ok) return refuse(reply, done)
      return reply.code(201).send({ ...said(done.value, localeOf(request)), act: done.value.act })
    },
  )

  app.post(
    '/question-acts/:id/undo',
    {
      schema: {
        summary: 'Take an act of one’s own back, while nothing else has happened to its questions',
        params: idParams,
        querystring: localeQuery,
        body: nothing,
        response: { 200: wireUndone, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'questions.read')
      if (!allowed.ok) return refuse(reply, allowed)
      const undone = await undoAct(rt, allowed.value, request.params.id)
      return undone.ok ? undone.value : refuse(reply, undone)
    },
  )
}

function said({ action, does, leaves }: ActPlan, locale: 'zh' | 'en'): WireActPlan {
  const words = messagesIn(locale).bankWork
  const named = ({ publicId: id, externalId: number, stem }: ActPlan['does'][number]): WireActed => ({
    id,
    number,
    stem,
  })
  return {
    action,
    count: does.length,
    questions: does.slice(0, mostListed).map(named),
    leftCount: leaves.length,
    left: leaves.slice(0, mostListed).map(({ question, why }) => ({
      ...named(question),
      why,
      says: words.hindered(why, action, question.state),
    })),
  }
}
