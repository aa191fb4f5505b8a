import Fastify from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestSite, type TestSite } from '#services/testing'
import { registerApi } from './api.ts'

let site: TestSite
const app = Fastify()
beforeAll(async () => {
  site = await openTestSite()
  await app.register(async scope => registerApi(scope, site.rt), { prefix: '/api/v1' })
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await site.close()
})

it('is described in the OpenAPI document, files included', async () => {
  const { paths } = (await app.inject('/api/v1/openapi.json')).json()
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/api/v1/question-sets/previews', '/api/v1/staff/contests/{slug}/exports', '/api/v1/staff/set-up']),
  )
})
