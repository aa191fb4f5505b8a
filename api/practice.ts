/** /practice: for everybody; a guest's browser keeps the cards, an account keeps its own. */
import { answerPractice, startPractice } from '#services/practice'
import { mergeCards, progressFor } from '#services/practice-cards'
import type { Runtime } from '#services/runtime'
import { personOf, requirePerson } from './person.ts'
import {
  practiceAnswerBody,
  practiceCardsBody,
  practiceSessionBody,
  wirePracticed,
  wirePracticeProgress,
  wirePracticeSession,
} from './practice-schemas.ts'
import { localeOf, refuse } from './problem.ts'
import { localeQuery, problem, refusing } from './schemas.ts'
import type { Api } from './typed.ts'

/** Two thousand cards of at most 300 bytes; elsewhere JSON is at most 64 KB. */
const cardsLimit = 600_000

export function practiceRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/practice/sessions',
    {
      bodyLimit: cardsLimit,
      schema: {
        summary: 'Up to ten questions to practise: what is due first, then new ones',
        querystring: localeQuery,
        body: practiceSessionBody,
        response: { 200: wirePracticeSession, ...refusing },
      },
    },
    async (request, reply) => {
      const { known, ...ask } = request.body
      const session = await startPractice(rt, await personOf(rt, request), ask, known, localeOf(request))
      return session.ok ? session.value : refuse(reply, session)
    },
  )

  app.post(
    '/practice/answers',
    {
      schema: {
        summary: 'Whether an answer is right, why, and when the question is due again',
        querystring: localeQuery,
        body: practiceAnswerBody,
        response: { 200: wirePracticed, ...refusing, 422: problem },
      },
    },
    async (request, reply) => {
      const practised = await answerPractice(rt, await personOf(rt, request), request.body, localeOf(request))
      return practised.ok ? practised.value : refuse(reply, practised)
    },
  )

  app.get(
    '/practice/progress',
    {
      schema: {
        summary: 'One’s own progress: due today, in the wrong-answer book, and by chapter',
        querystring: localeQuery,
        response: { 200: wirePracticeProgress, ...refusing },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      return person.ok ? progressFor(rt, person.value) : refuse(reply, person)
    },
  )

  app.post(
    '/practice/cards',
    {
      bodyLimit: cardsLimit,
      schema: {
        summary: 'Take a browser’s cards into the account; of two of one question the later one stays',
        querystring: localeQuery,
        body: practiceCardsBody,
        response: { 200: wirePracticeProgress, ...refusing },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      return person.ok ? mergeCards(rt, person.value, request.body.cards) : refuse(reply, person)
    },
  )
}
