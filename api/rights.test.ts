import Fastify, { type HTTPMethods } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Right, rightsOf, roles } from '#core/account/roles'
import { publicId } from '#services/secrets'
import { citizen, openTestSite, type TestSite } from '#services/testing'
import { staffSession, staffWith } from '#services/testing-staff'
import { registerApi } from './api.ts'

/** Who may ask: everybody, whoever is signed in, whoever has a role, or whoever has one of these rights. */
type Rule = 'everybody' | 'person' | 'staff' | Right | readonly Right[]

/** Every route of the API. A new one that is not written here fails. */
const rules: Record<string, Rule> = {
  'GET /campaigns': 'everybody',
  'GET /campaigns/:slug': 'everybody',
  'GET /campaigns/:slug/activities/:number': 'everybody',
  'GET /contests': 'everybody',
  'GET /contests/:slug/counters': 'everybody',
  'GET /contests/:slug/standings': 'everybody',
  'GET /handbook/booklet': 'everybody',
  'GET /handbook/search': 'everybody',
  'GET /openapi.json': 'everybody',
  'GET /organisations': 'person',
  'GET /outbox': 'everybody',
  'GET /pictures/:id': 'everybody',
  'GET /regions': 'everybody',
  'POST /error-reports': 'everybody',
  'POST /sign-in/codes': 'everybody',
  'POST /staff/set-up': 'everybody',
  'POST /practice/answers': 'everybody',
  'POST /practice/cards': 'person',
  'POST /practice/sessions': 'everybody',
  'GET /practice/progress': 'person',
  'GET /attempts/:id': 'person',
  'GET /attempts/:id/clock': 'person',
  'GET /attempts/:id/result': 'person',
  'GET /contests/:slug/attempts': 'person',
  'GET /me': 'person',
  'POST /attempts/:id/device': 'person',
  'POST /attempts/:id/finish': 'person',
  'POST /contests/:slug/attempts': 'person',
  'POST /me/sign-out-elsewhere': 'person',
  'PUT /attempts/:id/answers/:position': 'person',
  'GET /me/copy': 'person',
  'POST /me/closing': 'person',
  'POST /me/closing/codes': 'person',
  'PUT /me/name': 'person',
  'PUT /me/region': 'person',
  'GET /staff/approvals': 'staff',
  'POST /staff/approvals/:id/decision': 'staff',
  'POST /staff/approvals/:id/withdrawal': 'staff',
  'GET /staff/phones': 'staff',
  'POST /staff/phones': 'staff',
  'POST /staff/second-factor': 'staff',
  'POST /staff/second-factor/recovery-codes': 'staff',
  'POST /staff/second-factor/replacement': 'staff',
  'POST /staff/second-factor/set-up': 'staff',
  'GET /staff/audit': 'audit.read',
  'GET /staff/audit/check': 'audit.read',
  'GET /staff': 'people.write',
  'POST /staff': 'people.write',
  'POST /staff/:login/deactivation': 'people.write',
  'POST /staff/:login/reactivation': 'people.write',
  'POST /staff/:login/second-factor-reset': 'people.write',
  'POST /staff/:login/set-up-links': 'people.write',
  'PUT /staff/:login/roles': 'people.write',
  'GET /question-sets': ['questions.write', 'contests.write'],
  'GET /question-sets/:id': 'questions.write',
  'GET /question-imports': 'questions.write',
  'GET /question-sets/:id/export': 'questions.read',
  'GET /question-sets/previews/:id': 'questions.write',
  'GET /question-sets/previews/:id/progress': 'questions.write',
  'GET /question-sets/previews/:id/rest': 'questions.write',
  'POST /question-imports/:id/undoing': 'questions.write',
  'PUT /question-sets/previews/:id/columns': 'questions.write',
  'GET /question-sets/template': 'person',
  'POST /question-sets': 'questions.write',
  'POST /question-sets/previews': 'questions.write',
  'GET /questions': 'questions.read',
  'GET /questions/:id': 'questions.read',
  'POST /questions': 'questions.write',
  'POST /questions/:id/restorations': 'questions.write',
  'POST /questions/checks': 'questions.write',
  'PUT /questions/:id': 'questions.write',
  'POST /question-acts': ['questions.write', 'questions.review'],
  'POST /question-acts/:id/undo': ['questions.write', 'questions.review'],
  'POST /question-acts/plans': ['questions.write', 'questions.review'],
  'GET /staff/amendments': 'questions.write',
  'GET /staff/error-reports': 'questions.write',
  'GET /staff/laws': 'questions.write',
  'GET /staff/laws/:law/articles/:article': 'questions.write',
  'POST /staff/amendments': 'questions.write',
  'POST /staff/amendments/:id/reviews': 'questions.write',
  'POST /staff/amendments/:id/taking-back': 'questions.write',
  'POST /staff/error-reports/:id/handling': 'questions.write',
  'GET /staff/contests': 'contests.write',
  'GET /staff/contests/:slug': 'contests.write',
  'POST /staff/contests/:slug/amendments': 'contests.write',
  'POST /staff/contests': 'contests.write',
  'PUT /staff/contests/:slug': 'contests.write',
  'POST /staff/contests/:slug/publish': 'contests.write',
  'POST /staff/contests/:slug/exports': 'standings.export',
  'GET /staff/activities/:id': 'activities.write',
  'GET /staff/campaigns': 'activities.write',
  'GET /staff/campaigns/:slug': 'campaigns.write',
  'GET /staff/campaigns/:slug/activities': 'activities.write',
  'GET /staff/departments': 'activities.write',
  'POST /staff/activities/:id/pictures': 'activities.write',
  'POST /staff/activities/:id/steps': 'activities.write',
  'POST /staff/campaigns': 'campaigns.write',
  'POST /staff/campaigns/:slug/activities': 'activities.write',
  'POST /staff/departments': 'campaigns.write',
  'POST /staff/pictures/:id/removal': 'activities.write',
  'PUT /staff/:login/area': 'people.write',
  'PUT /staff/activities/:id': 'activities.write',
  'PUT /staff/campaigns/:slug': 'campaigns.write',
  'PUT /staff/campaigns/:slug/published': 'campaigns.write',
  'PUT /staff/pictures/:id': 'activities.write',
  'GET /contests/:slug/draws': 'everybody',
  'GET /contests/:slug/draws/:id/file': 'everybody',
  'GET /contests/:slug/winners': 'everybody',
  'GET /contests/:slug/winners/file': 'everybody',
  'GET /me/prizes': 'person',
  'GET /staff/contests/:slug/integrity': 'contests.write',
  'GET /staff/contests/:slug/objections': 'contests.write',
  'GET /staff/contests/:slug/regrades': 'contests.write',
  'GET /staff/contests/:slug/statistics': 'contests.write',
  'GET /staff/contests/:slug/statistics.csv': 'contests.write',
  'GET /staff/insiders': 'contests.write',
  'POST /attempts/:id/leaves': 'person',
  'POST /contests/:slug/appeal': 'person',
  'POST /contests/:slug/winners/:id/objections': 'everybody',
  'POST /me/prizes/:id/codes': 'person',
  'POST /me/prizes/:id/refusal': 'person',
  'POST /staff/contests/:slug/copies': 'contests.write',
  'POST /staff/contests/:slug/draws': 'contests.write',
  'POST /staff/contests/:slug/draws/:id/number': 'contests.write',
  'POST /staff/contests/:slug/integrity/cases/:id/decision': 'contests.write',
  'POST /staff/contests/:slug/integrity/review': 'contests.write',
  'POST /staff/contests/:slug/integrity/strikes/:id/answer': 'contests.write',
  'POST /staff/contests/:slug/integrity/strikes/:id/undoing': 'contests.write',
  'POST /staff/contests/:slug/objections/:id/answer': 'contests.write',
  'POST /staff/contests/:slug/regrades': 'contests.write',
  'POST /staff/contests/:slug/regrades/:id/undo': 'contests.write',
  'POST /staff/contests/:slug/regrades/preview': 'contests.write',
  'POST /staff/contests/:slug/statistics': 'contests.write',
  'POST /staff/contests/:slug/winner-lists': 'contests.write',
  'POST /staff/contests/:slug/winner-lists/:id/publication': 'contests.write',
  'POST /staff/contests/:slug/winners/:id/handing-over': 'contests.write',
  'POST /staff/contests/:slug/winners/:id/opening': 'standings.export',
  'POST /staff/contests/:slug/winners/:id/removal': 'contests.write',
  'POST /staff/insiders': 'contests.write',
  'POST /staff/insiders/:id/removal': 'contests.write',
  'POST /staff/organisations': 'contests.write',
  'PUT /contests/:slug/entry': 'person',
  'PUT /me/prizes/:id/claim': 'person',
  'PUT /staff/error-reports/:id/assignment': 'questions.write',
  'GET /campaigns/:slug/qr': 'everybody',
  'GET /certificates/:number': 'everybody',
  'GET /contests/:slug/live': 'everybody',
  'GET /contests/:slug/notices': 'everybody',
  'GET /contests/:slug/qr': 'everybody',
  'GET /contests/:slug/report': 'everybody',
  'GET /contests/:slug/rules': 'everybody',
  'GET /contests/:slug/standings/regions.csv': 'everybody',
  'GET /me/certificates': 'person',
  'GET /me/error-reports': 'person',
  'GET /me/certificates/:number': 'person',
  'GET /question-sets/:id/contests': 'questions.read',
  'GET /staff/certificate-batches/:id': 'contests.write',
  'GET /staff/contests/:slug/boards': 'contests.write',
  'GET /staff/contests/:slug/certificates': 'contests.write',
  'GET /staff/contests/:slug/extra-times': 'contests.write',
  'GET /staff/contests/:slug/report': 'contests.write',
  'GET /staff/contests/:slug/poster': 'contests.write',
  'GET /staff/contests/:slug/watch': 'contests.write',
  'GET /staff/exports/:id': 'standings.export',
  'GET /staff/exports/:id/file': 'standings.export',
  'GET /verifiers/:name': 'everybody',
  'POST /attempts/:id/share-picture': 'person',
  'POST /staff/certificates/:number/revocation': 'contests.write',
  'POST /staff/contests/:slug/boards': 'contests.write',
  'POST /staff/contests/:slug/certificates': 'contests.write',
  'POST /staff/contests/:slug/extension': 'contests.write',
  'POST /staff/contests/:slug/extension/undoing': 'contests.write',
  'POST /staff/contests/:slug/extra-times': 'contests.write',
  'POST /staff/contests/:slug/extra-times/:id/undoing': 'contests.write',
  'POST /staff/contests/:slug/invitations': 'contests.write',
  'POST /staff/contests/:slug/pause': 'contests.write',
  'POST /staff/contests/:slug/rehearsal': 'contests.write',
  'POST /staff/contests/:slug/rehearsal/end': 'contests.write',
  'POST /staff/contests/:slug/resumption': 'contests.write',
  'PUT /question-sets/:id': 'questions.write',
  'PUT /question-sets/:id/retired': 'questions.write',
  'PUT /staff/contests/:slug/report/published': 'contests.write',
}

let site: TestSite
const app = Fastify()
const routes: string[] = []
const sessions: Record<string, () => Promise<string>> = {}

beforeAll(async () => {
  site = await openTestSite()
  // Who may ask comes before what is asked: without schemas every request gets as far as the handler.
  app.addHook('onRoute', route => {
    delete route.schema
    for (const method of [route.method].flat()) if (method !== 'HEAD') routes.push(`${method} ${route.url.slice(7)}`)
  })
  await app.register(async scope => registerApi(scope, site.rt), { prefix: '/api/v1' })
  await app.ready()
  const { token } = await citizen(site.rt, '13800138000')
  sessions.citizen = async () => token
  for (const role of roles) {
    const { id } = await staffWith(site.rt, [role])
    sessions[role] = () => staffSession(site.rt, id)
  }
})
afterAll(async () => {
  await app.close()
  await site.close()
})

const params: Record<string, string> = { position: '1' }
const pathOf = (route: string): string =>
  route
    .slice(route.indexOf(' ') + 1)
    .replace(/:(\w+)/g, (_whole, name: string) => params[name] ?? (name === 'id' ? publicId() : 'none'))

async function ask(who: string, route: string): Promise<number> {
  const method = route.slice(0, route.indexOf(' ')) as HTTPMethods
  const token = await sessions[who]?.()
  const answer = await app.inject({
    method: method as 'GET',
    url: `/api/v1${pathOf(route)}`,
    headers: { host: 'localhost', ...(token && { cookie: `__Host-session=${token}` }) },
    ...(method !== 'GET' && { payload: {} }),
  })
  // Who has not the code is somebody, and may ask.
  return answer.statusCode === 401 && answer.json().code === 'code-wrong' ? 422 : answer.statusCode
}

const may = (who: string, rule: Rule): boolean => {
  if (rule === 'everybody' || rule === 'person') return true
  const role = roles.find(one => one === who)
  if (!role) return false
  return rule === 'staff' || [rule].flat().some(right => rightsOf[role].includes(right))
}

it('every route has a rule, and every rule a route', () => {
  expect([...new Set(routes)].sort()).toEqual(Object.keys(rules).sort())
})

it.each(Object.entries(rules))('%s is for %s', async (route, rule) => {
  const anonymous = await ask('nobody', route)
  expect(['anonymous', anonymous === 401]).toEqual(['anonymous', rule !== 'everybody'])
  for (const who of ['citizen', ...roles]) {
    const status = await ask(who, route)
    expect([who, status === 401 || status === 403]).toEqual([who, !may(who, rule)])
  }
})
