/** The HTTP API: one file a noun, one OpenAPI document out of the same schemas. */
import swagger from '@fastify/swagger'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { no } from '#core/refusal'
import type { Runtime } from '#services/runtime'
import { noteTrouble } from '#services/trouble'
import { accountRoutes } from './account.ts'
import { activityRoutes } from './activities.ts'
import { amendmentRoutes } from './amendments.ts'
import { attemptRoutes } from './attempt.ts'
import { approvalRoutes, auditRoutes } from './audit.ts'
import { campaignRoutes } from './campaigns.ts'
import { certificateRoutes } from './certificates.ts'
import { contestRoutes } from './contest.ts'
import { contestRulesRoutes } from './contest-rules.ts'
import { errorReportRoutes } from './error-reports.ts'
import { exportRoutes } from './exports.ts'
import { handbookRoutes } from './handbook.ts'
import { integrityRoutes } from './integrity.ts'
import { invitationRoutes } from './invitations.ts'
import { myDataRoutes } from './my-data.ts'
import { ownPhoneRoutes } from './own-phones.ts'
import { peopleRoutes } from './people.ts'

import { posterRoutes } from './posters.ts'
import { practiceRoutes } from './practice.ts'
import { prizeRoutes } from './prizes.ts'
import { messageOf, refusalFor, refuse } from './problem.ts'
import { questionActRoutes } from './question-acts.ts'
import { questionImportRoutes } from './question-imports.ts'
import { questionPreviewRoutes } from './question-previews.ts'
import { questionSetRoutes } from './question-sets.ts'
import { questionRoutes } from './questions.ts'
import { regionRoutes } from './region.ts'
import { regradeRoutes } from './regrades.ts'
import { reportRoutes } from './reports.ts'
import { rulesAmendmentRoutes } from './rules-amendments.ts'
import { screenRoutes } from './screen.ts'
import { secondFactorRoutes } from './second-factor.ts'
import { setEditRoutes } from './set-edit.ts'
import { shareRoutes } from './share.ts'
import { signInRoutes } from './sign-in.ts'
import { staffRoutes } from './staff.ts'
import { staffBoardRoutes } from './staff-boards.ts'
import { staffCampaignRoutes } from './staff-campaigns.ts'
import { staffContestRoutes } from './staff-contests.ts'
import { staffObjectionRoutes } from './staff-objections.ts'
import { staffPrizeRoutes } from './staff-prizes.ts'
import { statisticsRoutes } from './statistics.ts'
import { watchRoutes } from './watch.ts'

const forCitizens = [
  signInRoutes,
  accountRoutes,
  myDataRoutes,
  regionRoutes,
  contestRoutes,
  contestRulesRoutes,
  attemptRoutes,
  handbookRoutes,
  practiceRoutes,
  prizeRoutes,
  errorReportRoutes,
  campaignRoutes,
  screenRoutes,
  shareRoutes,
]
const forStaff = [
  staffRoutes,
  questionSetRoutes,
  questionRoutes,
  setEditRoutes,
  questionPreviewRoutes,
  questionImportRoutes,
  questionActRoutes,
  staffContestRoutes,
  invitationRoutes,
  staffBoardRoutes,
  statisticsRoutes,
  regradeRoutes,
  rulesAmendmentRoutes,
  exportRoutes,
  staffPrizeRoutes,
  staffObjectionRoutes,
  amendmentRoutes,
  auditRoutes,
  approvalRoutes,
  ownPhoneRoutes,
  peopleRoutes,
  staffCampaignRoutes,
  reportRoutes,
  certificateRoutes,
  activityRoutes,
  secondFactorRoutes,
  integrityRoutes,
  watchRoutes,
  posterRoutes,
]

/** Mounted by the door at /api/v1. */
export async function registerApi(app: FastifyInstance, rt: Runtime): Promise<void> {
  app.setValidatorCompiler(validatorCompiler)
  // Handlers are typed by the wire types the schemas satisfy; parsing every answer again would cost a third of a save.
  app.setSerializerCompiler(() => JSON.stringify)
  // A long text in Chinese would be read once to count its bytes and once more, slowly, as it is sent.
  app.addHook('onSend', (_request, _reply, payload, done) =>
    done(null, isLong(payload) ? Buffer.from(payload) : payload),
  )
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(rt, error, request, reply))
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'not-found'))
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'IP contest',
        version: '1',
        description: 'Errors are RFC 9457 problem details with a stable code.',
      },
    },
    transform: jsonSchemaTransform,
  })
  const typed = app.withTypeProvider<ZodTypeProvider>()
  for (const routes of [...forCitizens, ...forStaff]) routes(typed, rt)
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
}

const isLong = (payload: unknown): payload is string => typeof payload === 'string' && payload.length > 1000

function answerError(rt: Runtime, error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (hasZodFastifySchemaValidationErrors(error)) return refuse(reply, no('invalid-request', firstIssue(error)))
  if (error.statusCode === 413) return refuse(reply, no('too-large'))
  if (error.statusCode === 415) return refuse(reply, no('unsupported-media-type'))
  if (error.statusCode === 429) return refuse(reply, no('too-many-requests'))
  if (error.statusCode && error.statusCode < 500) return refuse(reply, no('invalid-request'))
  noteTrouble(rt, rt.clock.now())
  rt.log.error(
    { id: request.id, route: request.routeOptions.url, error: error.name, message: messageOf(error) },
    'request failed',
  )
  return refuse(reply, refusalFor(error))
}

/** Where and what, without repeating what was sent. */
function firstIssue(error: FastifyError): Record<string, string> {
  const issue = error.validation?.[0]
  return issue ? { where: `${error.validationContext ?? ''}${issue.instancePath}`, problem: issue.message ?? '' } : {}
}
