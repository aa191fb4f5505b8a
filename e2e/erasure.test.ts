/** On the date that the winner was shown: a search of database, files, exports, outbox and logs finds nothing. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayMs } from '#core/day'
import { claimConsent } from '#core/prize/claim'
import { columnsOf } from '#core/prize/export-columns'
import { entrant } from '#services/prize-testing'
import type { Runtime } from '#services/runtime'
import { openSessionOf } from '#services/session'
import { contestWith, noon, type TestSite } from '#services/testing'
import { staffWith } from '#services/testing-staff'
import { type Client, clientOf } from './client.ts'
import { ended, prepareData, type RunningSite, startSite } from './site.ts'

let site: RunningSite
const sessions: Record<string, string> = {}
const phone = '13800132001'
const given = { name: '欧阳若兰', idNumber: '11010519491231002X', address: '重庆市渝中区中山四路36号附9号' }
const said = { body: '公示的第一名是主办方员工的亲属，请核实。', contact: '宋先生 13900009999' }
const personal = [...Object.values(given), ...Object.values(said), phone, '宋先生', '13900009999']
/** What was sealed, and the hash of who it is, as they stood in the rows. */
let sealed: string[] = []
let printed = ''

beforeAll(async () => {
  site = await startSite(await prepareData(endedContest), { LOG_LEVEL: 'debug' })
})
afterAll(() => site.stop())

async function endedContest(rt: Runtime): Promise<void> {
  const now = Date.now()
  const asked = { need: 'required' as const, at: 'claim' as const }
  const rules = {
    identity: { name: asked, idNumber: { ...asked, lastDigits: 18 }, address: asked },
    claim: { days: 10, alternates: false, eraseAfterDays: 30 },
    publicity: { noticeDays: 3 },
  }
  const window = { opensAt: now - 3 * dayMs, closesAt: now - dayMs, publishedAt: now - 4 * dayMs }
  const id = await contestWith(rt, { slug: 'erased', rules, ...window })
  const paper = { phone, score: 100, at: now - 2 * dayMs - noon }
  sessions.winner = await openSessionOf(rt, await entrant({ rt: rt as TestSite['rt'] }, id, paper))
  sessions.zhao = (await staffWith(rt, ['organizer'])).token
  sessions.qian = (await staffWith(rt, ['organizer', 'auditor'])).token
}

function as(who: string): Client {
  const client = clientOf(site.url)
  client.cookies.set('__Host-session', sessions[who] ?? '')
  return client
}
const act = async (who: string, method: string, path: string, body: object = {}) => {
  const answer = await as(who).send(method, `/api/v1${path}`, body)
  expect([path, answer.status, answer.status < 300 ? '' : answer.text]).toEqual([path, answer.status, ''])
  return answer.body as Record<string, string>
}
const approve = async ({ approval }: Record<string, string>) =>
  act('qian', 'POST', `/staff/approvals/${approval}/decision`, { approve: true, note: '已核对' })

/** Every file below the data folder, whole. */
function files(folder = site.dataDir): Buffer[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files(path) : [readFileSync(path)]
  })
}
const onDisk = (words: readonly string[]) => words.filter(word => files().some(bytes => bytes.includes(word)))

function database<T>(work: (open: Database.Database) => T): T {
  const open = new Database(join(site.dataDir, 'contest.sqlite'))
  try {
    return work(open)
  } finally {
    open.close()
  }
}

/** Every value of every row of every table. */
const rows = () =>
  database(open =>
    (open.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[])
      .flatMap(({ name }) => open.prepare(`SELECT * FROM "${name}"`).all())
      .map(row => JSON.stringify(row, (_, value) => (value?.type === 'Buffer' ? Buffer.from(value).toString() : value)))
      .join('\n'),
  )

it('A winner claims, somebody objects, and the list is exported in full', async () => {
  const list = await act('zhao', 'POST', '/staff/contests/erased/winner-lists', { kind: 'awards' })
  await approve(await act('zhao', 'POST', `/staff/contests/erased/winner-lists/${list.list}/publication`))
  const winner = as('winner')
  const won = (await winner.send('GET', '/api/v1/me/prizes')).body as { prizes: { id: string }[] }
  const prize = `/api/v1/me/prizes/${won.prizes[0]?.id}`
  // One code a minute goes to a number, and preparing this run has just used one.
  database(open => open.prepare('UPDATE codes SET createdAt = createdAt - 120000').run())
  expect((await winner.send('POST', `${prize}/codes`, {})).status).toBe(204)
  const outbox = (await winner.send('GET', `/api/v1/outbox?phone=${phone}`)).body as { messages: { code: string }[] }
  const claim = { code: outbox.messages[0]?.code, consent: claimConsent, fields: given }
  expect((await winner.send('PUT', `${prize}/claim`, claim)).status).toBe(204)
  await act('stranger', 'POST', `/contests/erased/winners/${list.list}/objections`, said)
  const wish = { kind: 'winners', format: 'csv', masked: false, columns: columnsOf.winners, region: null }
  const full = { ...wish, reason: '寄送奖品' }
  await approve(await act('zhao', 'POST', '/staff/contests/erased/exports', full))
  const { export: id } = await act('zhao', 'POST', '/staff/contests/erased/exports', full)
  const file = () => as('zhao').send('GET', `/api/v1/staff/exports/${id}/file`)
  await expect.poll(async () => (await file()).status).toBe(200)
  expect((await file()).text).toContain(phone)
  const desk = await as('zhao').send('POST', `/api/v1/staff/contests/erased/winners/${won.prizes[0]?.id}/opening`, {})
  expect(desk.text).toContain(given.address)
  const hidden = `SELECT sealed AS text FROM claims UNION SELECT person FROM claims UNION SELECT sealed FROM objections`
  sealed = database(open => (open.prepare(hidden).all() as { text: string }[]).map(({ text }) => text))
  expect(sealed).toHaveLength(3)
})

it('Even before its date nothing of it can be read from rows, files or logs without the keys', () => {
  expect(personal.filter(word => rows().includes(word))).toEqual([])
  expect(onDisk(personal)).toEqual([])
  expect(personal.filter(word => site.output().includes(word))).toEqual([])
  expect(onDisk(sealed)).toEqual(sealed)
})

it('On its date it is gone from rows, free pages, the log of writes, exports, outbox and logs, though the server had been killed', async () => {
  // The server dies with everything in its log of writes, and the date comes while it is down.
  printed = site.output()
  await ended(site.process, 'SIGKILL')
  database(open => {
    const now = Date.now()
    open.prepare('UPDATE winners SET eraseAt = ?').run(now)
    open.prepare('UPDATE objections SET eraseAt = ?').run(now)
    open.prepare('UPDATE exports SET expiresAt = ?').run(now)
  })
  site = await startSite(site.dataDir, { LOG_LEVEL: 'debug' })
  await expect.poll(() => onDisk(sealed), { timeout: 20_000 }).toEqual([])
  await expect.poll(() => readdirSync(join(site.dataDir, 'exports')), { timeout: 20_000 }).toEqual([])
  expect(database(open => open.prepare('SELECT sealed FROM claims UNION SELECT sealed FROM objections').all())).toEqual(
    [{ sealed: null }],
  )
  for (const word of [...personal, ...sealed]) {
    expect(rows()).not.toContain(word)
    expect(printed + site.output()).not.toContain(word)
  }
  expect(onDisk(personal)).toEqual([])
  const outbox = await as('winner').send('GET', `/api/v1/outbox?phone=${phone}`)
  expect(outbox.body).toEqual({ messages: [] })
})
