import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Allowed, allow, type Right, type Role } from '#core/account/roles'
import { dayMs } from '#core/day'
import { insertAccount, setRoles } from '#db/account'
import { auditRows } from '#db/audit'
import { approvalLines, mayActAlone, propose, takeApproval } from './approval.ts'
import { decide, withdraw } from './approval-decide.ts'
import { publicId } from './secrets.ts'
import { contestWith, noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let zhao: Allowed<'standings.export'>
let qian: Allowed<'exports.approve'>

beforeEach(async () => {
  site = await openTestSite()
  zhao = await person('zhao', ['organizer'], 'standings.export')
  qian = await person('qian', ['auditor'], 'exports.approve')
})
afterEach(() => site.close())

async function person<R extends Right>(login: string, roles: Role[], right: R): Promise<Allowed<R>> {
  const account = { publicId: publicId(), login, name: login, roles, createdAt: noon, passwordHash: 'x' }
  const id = await site.rt.storage.atomically(tx => insertAccount(tx, account))
  return allow({ id, roles, from: 'local' }, right) as Allowed<R>
}

const act = { kind: 'full-export', subject: 'contest:test', payload: { a: [1], b: { c: 2, d: 3 } } } as const
const proposed = (reason = '联系获奖者') =>
  site.rt.storage.atomically(tx => propose(site.rt, tx, zhao, { ...act, reason }))
const take = (who = zhao, payload: unknown = act.payload) =>
  site.rt.storage.atomically(tx => takeApproval(site.rt, tx, who, { ...act, payload }))
const yesTo = (id: string, who: Parameters<typeof decide>[1] = qian, approve = true) =>
  decide(site.rt, who, id, { approve, note: '已经核对' })
const states = async () => (await approvalLines(site.rt, qian, true)).map(line => line.state)

describe('An act of two people', () => {
  it('is done by one once another has approved, and only once', async () => {
    const id = await proposed()
    expect(await take()).toMatchObject({ refusal: 'approval-needed' })
    expect(await yesTo(id)).toMatchObject({ ok: true })
    expect(await take(zhao, { b: { d: 3, c: 2 }, a: [1] })).toMatchObject({ ok: true })
    expect(await take()).toMatchObject({ refusal: 'approval-needed' })
    const rows = await auditRows(site.rt.storage.read, 0, 10)
    expect(rows.map(({ actor, action, reason }) => [actor, action, reason])).toEqual([
      [zhao.id, 'approval.proposed', '联系获奖者'],
      [qian.id, 'approval.approved', '已经核对'],
    ])
  })

  it('covers what was proposed and nothing else, for whoever proposed it and nobody else', async () => {
    await yesTo(await proposed())
    expect(await take(zhao, { a: [2], b: { c: 2, d: 3 } })).toMatchObject({ refusal: 'approval-needed' })
    expect(await take(await person('sun', ['organizer'], 'standings.export'))).toMatchObject({ ok: false })
    expect(await take()).toMatchObject({ ok: true })
  })

  it('cannot be decided by who proposed it, nor by somebody without the right', async () => {
    const id = await proposed()
    expect(await yesTo(id, zhao)).toMatchObject({ refusal: 'second-person-needed' })
    const author = await person('li', ['administrator'], 'questions.write')
    expect(await yesTo(id, author)).toMatchObject({ refusal: 'forbidden' })
    expect(await yesTo(publicId())).toMatchObject({ refusal: 'not-found' })
    expect(await states()).toEqual(['waiting'])
  })

  it('is decided once, even by two at the same time', async () => {
    const id = await proposed()
    const third = await person('sun', ['organizer'], 'exports.approve')
    const ends = await Promise.all([yesTo(id), yesTo(id, third, false)])
    expect(ends.map(end => end.ok).sort()).toEqual([false, true])
    expect(ends.find(end => !end.ok)).toMatchObject({ refusal: 'approval-over' })
  })

  it('refused, it cannot be used; withdrawn or expired, it cannot be decided', async () => {
    const first = await proposed()
    await yesTo(first, qian, false)
    expect(await take()).toMatchObject({ refusal: 'approval-needed' })
    const second = await proposed()
    expect(await withdraw(site.rt, qian, second)).toMatchObject({ refusal: 'not-found' })
    expect(await withdraw(site.rt, zhao, second)).toMatchObject({ ok: true })
    expect(await withdraw(site.rt, zhao, second)).toMatchObject({ refusal: 'approval-over' })
    expect(await yesTo(second)).toMatchObject({ refusal: 'approval-over' })
    const third = await proposed()
    site.at(2 * dayMs)
    expect(await states()).toEqual(['expired'])
    expect(await yesTo(third)).toMatchObject({ refusal: 'approval-over' })
  })

  it('is refused with a reason; agreed to without one', async () => {
    const id = await proposed()
    const say = (approve: boolean, note: string) => decide(site.rt, qian, id, { approve, note })
    for (const short of ['', '   ', '不行'])
      expect(await say(false, short)).toEqual({ ok: false, refusal: 'reason-needed', detail: { where: 'note' } })
    expect(await states()).toEqual(['waiting'])
    expect(await say(false, '用途不明')).toMatchObject({ ok: true })
    const again = await proposed('给邮局')
    expect(await decide(site.rt, qian, again, { approve: true, note: '' })).toMatchObject({ ok: true })
  })

  it('names the contest that it is about by its title', async () => {
    await contestWith(site.rt, { slug: 'ended' })
    const payload = { slug: 'ended' }
    await site.rt.storage.atomically(tx => propose(site.rt, tx, zhao, { ...act, payload, reason: '联系获奖者' }))
    await proposed()
    const lines = await approvalLines(site.rt, qian, true)
    expect(lines.map(({ contest }) => contest)).toEqual([null, { slug: 'ended', title: { zh: '试赛', en: 'Trial' } }])
  })

  it('ends with the right of who proposed it', async () => {
    const id = await proposed()
    await site.rt.storage.atomically(tx => setRoles(tx, zhao.id, []))
    expect(await yesTo(id)).toMatchObject({ refusal: 'approval-over' })
  })

  it('is found again, not asked twice, while it waits', async () => {
    expect(await proposed()).toBe(await proposed('另一句话'))
    expect(await states()).toEqual(['waiting'])
  })

  it('is seen by those whom it concerns', async () => {
    await proposed()
    const author = await person('li', ['administrator'], 'questions.write')
    expect(await approvalLines(site.rt, author, true)).toEqual([])
    expect(await approvalLines(site.rt, zhao, true)).toMatchObject([
      { proposedBy: 'zhao', mayDecide: false, mayWithdraw: true },
    ])
    expect(await approvalLines(site.rt, qian, true)).toMatchObject([{ mayDecide: true, mayWithdraw: false }])
  })
})

it('Only people and roles may be changed by one person, as long as nobody else could decide', async () => {
  const system = await person('wang', ['system'], 'people.write')
  const alone = (kind: 'role-change' | 'full-export') =>
    site.rt.storage.atomically(tx => mayActAlone(site.rt, tx, kind === 'full-export' ? zhao : system, kind))
  expect(await alone('full-export')).toBe(false)
  // The auditor has no second factor yet, and could not sign in to decide.
  expect(await alone('role-change')).toBe(true)
})
