import Fastify from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contestRules } from '#core/contest/rules'
import { contestWith, openTestSite, type TestSite } from '#services/testing'
import { registerApi } from './api.ts'

let site: TestSite
const app = Fastify()
beforeAll(async () => {
  site = await openTestSite()
  await app.register(scope => registerApi(scope, site.rt), { prefix: '/api/v1' })
  await contestWith(site.rt, { rules: { ties: ['less-time', 'lot'] } })
  await contestWith(site.rt, { slug: 'draft', publishedAt: null })
})
afterAll(async () => {
  await app.close()
  await site.close()
})

it('The rules go out as data, with their sentences in both languages and an example', async () => {
  const answer = await app.inject('/api/v1/contests/test/rules')
  expect(answer.statusCode).toBe(200)
  const body = answer.json()
  expect(contestRules.parse(body.rules)).toMatchObject({ version: 2, ties: ['less-time', 'lot'] })
  expect(body.example).toMatchObject({ result: { score: 85 }, higher: 90, end: 'lot' })
  expect(body.sentences.zh.map((group: { id: string }) => group.id)).toContain('example')
  expect(body.sentences.en).toHaveLength(body.sentences.zh.length)
  expect(body.amendments).toEqual([])
})

it('A draft’s rules are nobody’s to read', async () => {
  expect((await app.inject('/api/v1/contests/draft/rules')).statusCode).toBe(404)
})
