/** Boards that stand still: no public answer tells what happened behind them, and lists say as of when they are. */
import { buffer } from 'node:stream/consumers'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayMs } from '#core/day'
import { leagueViews } from '#core/standing/league'
import type { WireLive } from '#core/wire-live'
import { chooseRegion } from '#services/account'
import { finishAttempt, startAttempt } from '#services/attempt'
import { keepBoards } from '#services/counting'
import { exportedFile } from '#services/export-job'
import { forgetMoments } from '#services/memory'
import { sessionOf } from '#services/session'
import { readXlsx } from '#services/sheet/xlsx'
import { citizen, contestWith, noon, openTestSite, type TestSite } from '#services/testing'
import { staffSession, staffWith, type TestStaff } from '#services/testing-staff'
import { registerApi } from './api.ts'

let site: TestSite
const app = Fastify()
let organizer: TestStaff
/** Who finished before the freeze, and after it; from an organisation and a district that no board may show yet. */
const papers = { early: '', late: '' }
const sessions: Record<string, string> = {}
const frozenAt = noon + 3_600_000
const stamp = '2026-11-22 13:00:00'
const hidden = ['浦里街道', 'wushan']

async function finished(name: 'early' | 'late', phone: string, organisation: string, region: string): Promise<void> {
  const { who, token } = await citizen(site.rt, phone, null)
  await chooseRegion(site.rt, who.account.id, { region, organisation })
  const now = (await sessionOf(site.rt, token)) ?? who
  const started = await startAttempt(site.rt, now, 'test', 'zh')
  if (!started.ok) throw new Error(started.refusal)
  await finishAttempt(site.rt, who, started.value.attempt.id)
  papers[name] = started.value.attempt.id
  sessions[name] = token
}

const ask = (path: string, token = '', method: 'GET' | 'POST' | 'PUT' = 'GET', body?: object) =>
  app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      host: 'localhost',
      'sec-fetch-site': 'same-origin',
      ...(token && { cookie: `__Host-session=${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { payload: JSON.stringify(body) }),
  })

beforeAll(async () => {
  site = await openTestSite()
  await contestWith(site.rt, { closesAt: noon + dayMs, rules: { feedback: { freezeSeconds: 23 * 3600 } } })
  organizer = await staffWith(site.rt, ['organizer'])
  await finished('early', '13800138000', '江州学校', 'yuzhong')
  site.at(2 * 3_600_000)
  await finished('late', '13800138001', hidden[0] as string, 'wushan')
  await keepBoards(site.rt)
  await app.register(async scope => registerApi(scope, site.rt), { prefix: '/api/v1' })
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await site.close()
})

const boards = [
  '?by=person',
  '?by=person&limit=1&page=2',
  '?by=person&region=wushan',
  '?by=person&scope=day-2026-11-22',
  '?by=organisation',
  ...leagueViews.map(view => `?by=region&view=${view}`),
]

/** The first event of a stream that does not end. */
async function firstEvent(): Promise<WireLive> {
  const answer = await app.inject({
    url: '/api/v1/contests/test/live',
    headers: { host: 'localhost' },
    payloadAsStream: true,
  })
  const stream = answer.stream()
  for await (const chunk of stream) {
    stream.destroy()
    return JSON.parse(/data: (.*)\n/.exec(String(chunk))?.[1] ?? '')
  }
  throw new Error('The stream ended')
}

async function aboutOf(kind: string, columns: string[]) {
  const begun = await ask('/staff/contests/test/exports', organizer.token, 'POST', {
    ...{ kind, format: 'xlsx', masked: true, columns, region: null, reason: '准备颁奖' },
  })
  if (begun.statusCode !== 202) return begun.json().code
  const id = begun.json().export
  for (let i = 0; i < 100; i++) {
    if ((await ask(`/staff/exports/${id}`, organizer.token)).json().state === 'ready') break
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  const file = await exportedFile(site.rt, organizer.may('standings.export'), id)
  if (!file.ok) throw new Error(file.refusal)
  const [rows, about] = await readXlsx(await buffer(await file.value.read(0, file.value.bytes - 1)))
  const lines = Object.fromEntries(about?.rows.map(row => row.cells) ?? [])
  return { rows: (rows?.rows.length ?? 0) - 1, asOf: lines.榜单截至 }
}

describe.each([
  ['before the close', 3 * 3_600_000],
  ['after it', dayMs + 60_000],
])('While the boards stand still, %s,', (_, at) => {
  beforeAll(async () => {
    site.at(at)
    organizer.token = await staffSession(site.rt, organizer.id)
    forgetMoments(site.rt)
  })

  it.each(boards)('%s shows nobody who came since', async query => {
    for (const token of ['', sessions.early, sessions.late]) {
      const answer = await ask(`/contests/test/standings${query}`, token)
      expect(answer.json()).toMatchObject({ frozenSince: frozenAt, asOf: frozenAt })
      expect(answer.json().participants).toBeLessThanOrEqual(1)
      const shown = JSON.stringify(
        answer.json().rows.filter((row: { participants?: number }) => row.participants !== 0),
      )
      for (const word of hidden) expect(shown).not.toContain(word)
    }
  })

  it('the table of districts does not', async () => {
    const line = (await ask('/contests/test/standings/regions.csv')).body
      .split('\r\n')
      .find(row => row.includes('巫山县'))
    expect(line).toMatch(/^,巫山县,0,/)
  })

  it('the big screen does not', async () => {
    const state = await firstEvent()
    expect(state).toMatchObject({ participants: 1, regionsIn: 1, asOf: frozenAt })
    expect(state.people).toHaveLength(1)
    expect(state.regions.find(({ slug }) => slug === 'wushan')?.participants).toBe(0)
  })

  it('one’s own result has one’s own score, and no place among the rest', async () => {
    const late = (await ask(`/attempts/${papers.late}/result`, sessions.late)).json()
    expect(late).toMatchObject({ score: 0, rank: null, rankWaits: 'reveal', region: null, participants: 1 })
    expect((await ask(`/attempts/${papers.early}/result`, sessions.early)).json()).toMatchObject({
      rank: 1,
      rankWaits: null,
      participants: 1,
    })
  })

  it('lists are settled and winners exported by nobody, and what is exported says as of when', async () => {
    const settled = await ask('/staff/contests/test/winner-lists', organizer.token, 'POST', { kind: 'awards' })
    const closed = at > dayMs
    expect(settled.json().code).toBe(closed ? 'boards-not-revealed' : 'not-final-yet')
    expect(await aboutOf('standings', ['rank', 'score'])).toEqual({
      rows: 1,
      asOf: `${stamp}（封榜；之后的成绩没有列入）`,
    })
    expect(await aboutOf('organisations', ['organisation'])).toMatchObject({
      rows: 1,
      asOf: expect.stringContaining(stamp),
    })
    expect(await aboutOf('participants', ['district'])).toEqual({ rows: 2, asOf: undefined })
    expect(await aboutOf('winners', ['rank'])).toBe(closed ? 'boards-not-revealed' : 'contest-not-closed')
  })

  it('there is no report, and nothing of winners', async () => {
    const shown = await ask('/staff/contests/test/report/published', organizer.token, 'PUT', { published: true })
    const code = at > dayMs ? 'boards-not-revealed' : 'contest-not-closed'
    expect(shown.json().code).toBe(code)
    expect((await ask('/staff/contests/test/report', organizer.token)).json().code).toBe(code)
    expect((await ask('/contests/test/report')).statusCode).toBe(404)
    expect((await ask('/contests/test/winners')).json()).toEqual({ lists: [] })
    expect((await ask('/contests/test/winners/file?format=csv')).statusCode).toBe(404)
  })
})

describe('The reveal', () => {
  it('puts everybody on the boards, lets lists be settled, and hides a report that a new freeze would belie', async () => {
    const act = (act: string) =>
      ask('/staff/contests/test/boards', organizer.token, 'POST', { act, reason: '颁奖典礼揭晓' })
    expect((await act('reveal')).statusCode).toBe(200)
    const board = (await ask('/contests/test/standings')).json()
    expect(board).toMatchObject({ participants: 2, frozenSince: null })
    expect(
      (await ask('/staff/contests/test/winner-lists', organizer.token, 'POST', { kind: 'awards' })).statusCode,
    ).toBe(201)
    expect(await aboutOf('winners', ['rank'])).toEqual({ rows: 2, asOf: undefined })
    await ask('/staff/contests/test/report/published', organizer.token, 'PUT', { published: true })
    expect((await ask('/contests/test/report')).statusCode).toBe(200)
    await act('freeze')
    expect((await ask('/contests/test/report')).statusCode).toBe(404)
  })
})
