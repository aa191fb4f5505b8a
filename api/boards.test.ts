/** Boards over HTTP: scopes, pages, views, tags, the table, and the organizer's acts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualRules } from '#core/contest/rules'
import type { WirePersonRow, WireStandings } from '#core/wire'
import { buildDoor } from '#door/door'
import { entrant } from '#services/prize-testing'
import { contestWith, noon, openTestSite, type TestSite } from '#services/testing'
import { staffWith } from '#services/testing-staff'

let site: TestSite
let door: ReturnType<typeof buildDoor>

beforeAll(async () => {
  site = await openTestSite()
  const id = await contestWith(site.rt, { drafts: [] })
  for (let i = 0; i < 7; i++) await entrant(site, id, { phone: `1380013800${i}`, score: 60 + i * 5 })
  door = buildDoor({ runtime: site.rt, pages: null })
})
afterAll(async () => {
  await door.close()
  await site.close()
})

const ask = (path: string, headers: Record<string, string> = {}) =>
  door.inject({
    method: 'GET',
    url: `/api/v1/contests/test/standings${path}`,
    headers: { host: 'localhost', ...headers },
  })

describe('a board', () => {
  it('has any page by its number, and goes on where a page ended', async () => {
    const second = (await ask('?limit=3&page=2')).json<WireStandings>()
    expect(second).toMatchObject({ page: 2, pages: 3, participants: 7, scope: 'whole', frozenSince: null })
    expect(second.rows.map(row => row.rank)).toEqual([4, 5, 6])
    const third = (await ask(`?limit=3&after=${second.next}`)).json<WireStandings>()
    expect([third.rows.map(row => row.rank), third.next]).toEqual([[7], null])
    expect((await ask('?limit=3&page=9')).json<WireStandings>().rows).toEqual([])
  })
  it('is of a day too; a day that the contest does not have, and what is no scope, are refused', async () => {
    expect((await ask('?scope=day-2026-11-22')).json<WireStandings>().participants).toBe(7)
    expect((await ask('?scope=day-2026-11-23')).json<WireStandings>().participants).toBe(0)
    const refused = await Promise.all(
      ['?scope=day-2020-01-01', '?scope=tomorrow', '?page=0', '?view=best'].map(path => ask(path)),
    )
    expect(refused.map(answer => [answer.statusCode, answer.json().code])).toEqual([
      [422, 'scope-unknown'],
      [400, 'invalid-request'],
      [400, 'invalid-request'],
      [400, 'invalid-request'],
    ])
  })
  it('is of a track where the rules have such, with ranks of its own', async () => {
    const name = { zh: '组', en: 'Group' }
    const tracks = ['young', 'grown'].map(id => ({ id, name, fromAge: null, toAge: null }))
    const id = await contestWith(site.rt, {
      slug: 'tracked',
      drafts: [],
      rules: { who: { ...usualRules.who, tracks } },
    })
    for (let i = 0; i < 5; i++)
      await entrant(site, id, {
        phone: `1380014800${i}`,
        score: 60 + i * 5,
        track: i % 2 === 0 ? 'young' : 'grown',
      })
    const of = async (query: string) =>
      (
        await door.inject({ url: `/api/v1/contests/tracked/standings${query}`, headers: { host: 'localhost' } })
      ).json<WireStandings>()
    const ranksAndScores = (board: WireStandings) => (board.rows as WirePersonRow[]).map(row => [row.rank, row.score])
    expect(ranksAndScores(await of('?scope=track-young'))).toEqual([
      [1, 80],
      [2, 70],
      [3, 60],
    ])
    expect(ranksAndScores(await of('?scope=track-grown&limit=1&page=2'))).toEqual([[2, 65]])
    expect((await of('?by=region&scope=track-grown')).participants).toBe(2)
    expect(await of('?scope=track-none')).toMatchObject({ code: 'scope-unknown' })
  })
  it('is not sent again while nothing has changed', async () => {
    const first = await ask('?limit=2')
    const again = await ask('?limit=2', { 'if-none-match': String(first.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
  it('compares districts in several views, and can be taken along as a table', async () => {
    const board = (await ask('?by=region&view=mean')).json<WireStandings>()
    expect(board).toMatchObject({ by: 'region', view: 'mean', ranks: true })
    expect(board.rows).toHaveLength(37)
    const table = await ask('/regions.csv?locale=zh')
    expect(table.headers['content-type']).toContain('text/csv')
    const lines = table.body.split('\r\n')
    expect(lines[0]).toBe(
      '\uFEFF名次,区县,人数,常住人口,人口来源,每万人,当日新增每万人,平均分,可能范围下限,可能范围上限',
    )
    expect(lines.find(line => line.includes('渝中区'))).toBe(
      ',渝中区,7,588717,第七次全国人口普查（2020年11月1日）,0.12,0.12,75,,',
    )
  })
  it('is frozen and revealed by organizers alone', async () => {
    const act = (payload: object, token?: string) =>
      door.inject({
        method: 'POST',
        url: '/api/v1/staff/contests/test/boards',
        headers: {
          host: 'localhost',
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
          ...(token && { cookie: `__Host-session=${token}` }),
        },
        payload: JSON.stringify(payload),
      })
    const freeze = { act: 'freeze', reason: '颁奖典礼上揭晓' }
    const refused = await act(freeze)
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'sign-in-required'])
    const organizer = await staffWith(site.rt, ['organizer'], { login: 'organizer' })
    const reviewer = await staffWith(site.rt, ['reviewer'], { login: 'reviewer' })
    expect((await act(freeze, reviewer.token)).statusCode).toBe(403)
    expect((await act(freeze, organizer.token)).json()).toMatchObject({ frozenSince: noon, ranks: true })
    expect((await ask('')).json<WireStandings>().frozenSince).toBe(noon)
    expect((await act({ ...freeze, act: 'reveal' }, organizer.token)).json()).toMatchObject({ frozenSince: null })
    expect((await act({ ...freeze, act: 'explode' }, organizer.token)).statusCode).toBe(400)
  })
})
