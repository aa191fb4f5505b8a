import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Allowed, Role } from '#core/account/roles'
import { dayMs } from '#core/day'
import { auditRows } from '#db/audit'
import { accountByLogin } from '#db/staff'
import { approvalLines } from './approval.ts'
import { decide } from './approval-decide.ts'
import * as people from './people.ts'
import { openSessionOf, sessionOf } from './session.ts'
import { checkPassword, choosePassword, listStaff, setupFor } from './staff.ts'
import { openTestSite, type TestSite } from './testing.ts'
import { staffWith, type TestStaff } from './testing-staff.ts'

let site: TestSite
let wang: TestStaff
let keeper: Allowed<'people.write'>
const good = 'correct horse battery'

beforeEach(async () => {
  site = await openTestSite()
  wang = await staffWith(site.rt, ['system', 'organizer'], { login: 'wang.fang', name: '王芳' })
  keeper = wang.may('people.write')
})
afterEach(() => site.close())

const li = { login: 'li.lei', name: '李雷', roles: ['organizer'] as Role[], reason: '负责春季赛' }
async function added(given: Partial<typeof li> = {}): Promise<string> {
  const made = await people.addStaff(site.rt, keeper, { ...li, ...given })
  if (!made.ok) throw new Error(made.refusal)
  if (made.value.token === null) throw new Error('It waits for a second person')
  return made.value.token
}
const roles = (login: string, roles: Role[]) =>
  people.changeRoles(site.rt, keeper, login, { roles, reason: '岗位调整' })
const rolesOf = async (login: string) => (await accountByLogin(site.rt.storage.read, login))?.roles
const second = (): Promise<TestStaff> => staffWith(site.rt, ['auditor'], { login: 'han', name: '韩梅' })
const waiting = async (who: TestStaff) =>
  (await approvalLines(site.rt, who.may('people.approve'), true)).filter(line => line.state === 'waiting')
async function approve(who: TestStaff): Promise<void> {
  for (const { id } of await waiting(who))
    expect(await decide(site.rt, who.may('people.approve'), id, { approve: true, note: '' })).toMatchObject({
      ok: true,
    })
}

describe('A colleague', () => {
  it('is added by a single administrator, and chooses a password by a link that works once', async () => {
    const wrong = await people.addStaff(site.rt, keeper, { ...li, login: 'li' })
    expect(wrong).toMatchObject({ refusal: 'invalid-request', detail: { where: 'login' } })
    expect(await people.addStaff(site.rt, keeper, { ...li, reason: ' ' })).toMatchObject({ refusal: 'reason-needed' })
    expect(await people.addStaff(site.rt, keeper, { ...li, roles: [] })).toMatchObject({ refusal: 'invalid-request' })
    const token = await added()
    expect(await checkPassword(site.rt, 'li.lei', good)).toMatchObject({ refusal: 'login-wrong' })
    expect(await setupFor(site.rt, token)).toEqual({ login: 'li.lei', name: '李雷' })
    expect(await choosePassword(site.rt, token, good)).toMatchObject({ ok: true })
    expect(await choosePassword(site.rt, token, good)).toMatchObject({ refusal: 'setup-link-used' })
    expect(await checkPassword(site.rt, 'li.lei', good)).toMatchObject({ ok: true })
    expect((await listStaff(site.rt, keeper)).map(one => [one.login, one.roles, one.state, one.own])).toEqual([
      ['wang.fang', ['system', 'organizer'], 'invited', true],
      ['li.lei', ['organizer'], 'active', false],
    ])
    expect(await people.addStaff(site.rt, keeper, { ...li, login: 'LI.LEI' })).toMatchObject({ refusal: 'login-taken' })
    const [invited] = await auditRows(site.rt.storage.read, 0, 1)
    expect(invited).toMatchObject({ actor: wang.id, action: 'account.invited', reason: '负责春季赛' })
    expect(JSON.parse(invited?.detail ?? '')).toEqual({ alone: true, roles: 'organizer' })
    expect(JSON.stringify(await auditRows(site.rt.storage.read, 0, 99))).not.toMatch(/李雷|li\.lei/)
  })

  it('who forgot the password gets a new link; the old one and old sessions end', async () => {
    const first = await added()
    const again = await people.renewSetupLink(site.rt, keeper, 'li.lei')
    if (!again.ok) throw new Error(again.refusal)
    const session = await openSessionOf(site.rt, (await accountByLogin(site.rt.storage.read, 'li.lei'))?.id ?? 0)
    expect(await choosePassword(site.rt, first, good)).toMatchObject({ refusal: 'setup-link-used' })
    expect(await choosePassword(site.rt, again.value.token, good)).toMatchObject({ ok: true })
    expect(await sessionOf(site.rt, session)).toBeNull()
    expect(await people.renewSetupLink(site.rt, keeper, 'nobody')).toMatchObject({ refusal: 'not-found' })
  })

  it('has a week to use the link', async () => {
    const token = await added()
    site.at(7 * dayMs + 1)
    expect(await setupFor(site.rt, token)).toBeNull()
    expect(await choosePassword(site.rt, token, good)).toMatchObject({ refusal: 'setup-link-used' })
  })
})

describe('Once somebody else can decide', () => {
  it('a colleague is added by two people', async () => {
    const han = await second()
    const made = await people.addStaff(site.rt, keeper, li)
    expect(made).toMatchObject({ ok: true, value: { token: null, approval: expect.any(String) } })
    expect(await accountByLogin(site.rt.storage.read, 'li.lei')).toBeNull()
    await approve(han)
    expect(await rolesOf('li.lei')).toEqual(['organizer'])
    expect(await people.renewSetupLink(site.rt, keeper, 'li.lei')).toMatchObject({ ok: true })
  })

  it('roles are changed by two people, and gone at the next request', async () => {
    const colleague = await staffWith(site.rt, ['organizer'], { login: 'zhao' })
    const han = await second()
    expect(await roles('zhao', ['reviewer'])).toMatchObject({ ok: true, value: { approval: expect.any(String) } })
    expect((await sessionOf(site.rt, colleague.token))?.account.roles).toEqual(['organizer'])
    await approve(han)
    expect((await sessionOf(site.rt, colleague.token))?.account.roles).toEqual(['reviewer'])
    const changed = (await auditRows(site.rt.storage.read, 0, 9)).find(row => row.action === 'account.roles')
    expect(changed).toMatchObject({ actor: han.id, reason: '岗位调整' })
    expect(JSON.parse(changed?.detail ?? '')).toMatchObject({ proposedBy: wang.id, from: 'organizer', to: 'reviewer' })
  })

  it('a lost second factor is reset by two people; the person sets up a new one', async () => {
    const colleague = await staffWith(site.rt, ['organizer'], { login: 'zhao' })
    const han = await second()
    expect(await people.resetFactor(site.rt, keeper, 'wang.fang', '手机丢了')).toMatchObject({ refusal: 'own-account' })
    expect(await people.resetFactor(site.rt, keeper, 'zhao', '手机丢了')).toMatchObject({ ok: true })
    expect(await sessionOf(site.rt, colleague.token)).not.toBeNull()
    await approve(han)
    expect(await sessionOf(site.rt, colleague.token)).toBeNull()
    const session = await sessionOf(site.rt, await openSessionOf(site.rt, colleague.id))
    expect(session).toMatchObject({ awaitsFactor: true })
  })
})

describe('Sending the second person away', () => {
  it('does not make one person enough: what gives rights waits as long as a proposal to them would have', async () => {
    const han = await second()
    expect(await people.deactivate(site.rt, keeper, 'han', '调离岗位')).toMatchObject({ ok: true })
    expect(await people.addStaff(site.rt, keeper, li)).toMatchObject({ value: { token: null } })
    await staffWith(site.rt, ['organizer'], { login: 'zhao' })
    const reset = () => people.resetFactor(site.rt, keeper, 'zhao', '手机丢了')
    expect(await reset()).toMatchObject({ value: { approval: expect.any(String) } })
    expect(await people.reactivate(site.rt, keeper, han.login, '弄错了人')).toMatchObject({ value: { approval: null } })
    await people.deactivate(site.rt, keeper, 'han', '调离岗位')
    site.at(7 * dayMs + 1)
    expect(await reset()).toMatchObject({ value: { approval: null } })
    expect(await people.addStaff(site.rt, keeper, li)).toMatchObject({ value: { approval: null } })
  })
})

describe('Leaving', () => {
  it('ends every session at once, and the password no longer works', async () => {
    const token = await added()
    await choosePassword(site.rt, token, good)
    const session = await openSessionOf(site.rt, (await accountByLogin(site.rt.storage.read, 'li.lei'))?.id ?? 0)
    expect(await people.deactivate(site.rt, keeper, 'li.lei', '调离岗位')).toMatchObject({ ok: true })
    expect(await sessionOf(site.rt, session)).toBeNull()
    expect(await checkPassword(site.rt, 'li.lei', good)).toMatchObject({ refusal: 'login-wrong' })
    const link = await people.renewSetupLink(site.rt, keeper, 'li.lei')
    expect(link.ok && (await choosePassword(site.rt, link.value.token, good))).toMatchObject({ ok: false })
    expect(await people.reactivate(site.rt, keeper, 'li.lei', '回到岗位')).toMatchObject({ ok: true })
    expect(await checkPassword(site.rt, 'li.lei', good)).toMatchObject({ ok: true })
    expect(await people.reactivate(site.rt, keeper, 'li.lei', '回到岗位')).toMatchObject({ refusal: 'already-active' })
  })

  it('is not for oneself, and never of the last who looks after people', async () => {
    expect(await people.deactivate(site.rt, keeper, 'wang.fang', '调离岗位')).toMatchObject({ refusal: 'own-account' })
    expect(await roles('wang.fang', ['organizer'])).toMatchObject({ refusal: 'last-keeper' })
    expect(await people.deactivate(site.rt, keeper, 'nobody', '调离岗位')).toMatchObject({ refusal: 'not-found' })
    await staffWith(site.rt, ['system'], { login: 'other' })
    expect(await people.deactivate(site.rt, keeper, 'other', '是')).toMatchObject({ refusal: 'reason-needed' })
    expect(await people.deactivate(site.rt, keeper, 'other', '调离岗位')).toMatchObject({ ok: true })
    expect(await roles('wang.fang', ['organizer'])).toMatchObject({ refusal: 'last-keeper' })
  })
})
