import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Allowed, allow, type Right } from '#core/account/roles'
import { firstRoles } from '#core/account/staff'
import { accountByLogin } from '#db/staff'
import * as staff from './staff.ts'
import { openTestSite, type TestSite } from './testing.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const chief = { login: 'Wang.Fang', password: '山水之城，两江之滨，美丽之地', name: '王芳' }

async function firstAccount(): Promise<void> {
  const token = (await staff.setupLink(site.rt)) ?? ''
  expect(await staff.createFirstStaff(site.rt, token, chief)).toEqual({ ok: true, value: { login: 'wang.fang' } })
}

async function allowed<R extends Right>(right: R): Promise<Allowed<R>> {
  const found = allow(await accountByLogin(site.rt.storage.read, 'wang.fang'), right)
  if (!found) throw new Error(`No ${right}`)
  return found
}

describe('The first staff account', () => {
  it('is made once, by the newest link, with every right', async () => {
    const old = (await staff.setupLink(site.rt)) ?? ''
    const token = (await staff.setupLink(site.rt)) ?? ''
    expect(await staff.setupFor(site.rt, old)).toBeNull()
    expect(await staff.setupFor(site.rt, token)).toEqual({ login: null, name: null })
    expect(await staff.createFirstStaff(site.rt, old, chief)).toMatchObject({ refusal: 'setup-link-used' })
    expect(await staff.createFirstStaff(site.rt, token, chief)).toMatchObject({ ok: true })
    expect(await staff.createFirstStaff(site.rt, token, { ...chief, login: 'other' })).toMatchObject({
      refusal: 'setup-link-used',
    })
    expect(await staff.setupLink(site.rt)).toBeNull()
    for (const right of ['questions.write', 'contests.write', 'standings.export', 'people.write'] as const)
      await allowed(right)
    expect((await accountByLogin(site.rt.storage.read, 'wang.fang'))?.roles).toEqual(firstRoles)
  })

  it('is made once by ten requests at the same moment', async () => {
    const token = (await staff.setupLink(site.rt)) ?? ''
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, i) => staff.createFirstStaff(site.rt, token, { ...chief, login: `chief${i}` })),
    )
    expect(made.filter(one => one.ok)).toHaveLength(1)
  })

  it('wants a password of twelve characters and a login in plain letters', async () => {
    const token = (await staff.setupLink(site.rt)) ?? ''
    const tried = (given: Partial<typeof chief>) => staff.createFirstStaff(site.rt, token, { ...chief, ...given })
    expect(await tried({ password: 'elevenchars' })).toMatchObject({ refusal: 'password-short' })
    expect(await tried({ password: '十一个字的密码还不够长' })).toMatchObject({ refusal: 'password-short' })
    expect(await tried({ login: '王芳' })).toMatchObject({ refusal: 'invalid-request', detail: { where: 'login' } })
  })
})

describe('A password', () => {
  beforeEach(firstAccount)

  it('lets its owner in, whatever the case of the login and the form of its characters', async () => {
    expect(await staff.checkPassword(site.rt, 'WANG.fang', chief.password)).toMatchObject({ ok: true })
    expect(await staff.checkPassword(site.rt, 'wang.fang', chief.password.normalize('NFD'))).toMatchObject({ ok: true })
    expect(await staff.checkPassword(site.rt, 'wang.fang', `${chief.password} `)).toMatchObject({
      refusal: 'login-wrong',
    })
    expect(await staff.checkPassword(site.rt, 'nobody', chief.password)).toMatchObject({ refusal: 'login-wrong' })
  })

  it('is stored as argon2id with its parameters, salted', async () => {
    const account = await accountByLogin(site.rt.storage.read, 'wang.fang')
    expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  })

  it('takes as long for a login that does not exist', async () => {
    const time = async (login: string) => {
      const before = process.cpuUsage()
      await staff.checkPassword(site.rt, login, 'wrong password!')
      // Processor time: what a busy machine adds is noise that an attacker has as well.
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }
    await time('warm-up')
    const [known, unknown] = [await time('wang.fang'), await time('nobody')]
    expect(unknown).toBeGreaterThan(known / 4)
    expect(unknown).toBeLessThan(known * 4 + 50)
  })

  it('may be guessed five times in a row, parallel guesses counted, then once a minute', async () => {
    const guesses = Array.from({ length: 8 }, () => staff.checkPassword(site.rt, 'wang.fang', 'wrong password!'))
    const refusals = (await Promise.all(guesses)).map(outcome => (outcome.ok ? '' : outcome.refusal))
    expect(refusals.filter(refusal => refusal === 'login-wrong')).toHaveLength(5)
    expect(await staff.checkPassword(site.rt, 'wang.fang', chief.password)).toMatchObject({
      refusal: 'too-many-requests',
    })
    site.at(61_000)
    expect(await staff.checkPassword(site.rt, 'wang.fang', chief.password)).toMatchObject({ ok: true })
    expect(await staff.checkPassword(site.rt, 'wang.fang', 'wrong password!')).toMatchObject({ refusal: 'login-wrong' })
  })
})

it('A burst of five hundred passwords is answered within bounds of memory', async () => {
  await firstAccount()
  const before = process.memoryUsage().rss
  const ends = await Promise.all(
    Array.from({ length: 500 }, (_, i) => staff.checkPassword(site.rt, `somebody-${i}`, 'wrong password!')),
  )
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  const refusals = ends.map(end => (end.ok ? 'ok' : end.refusal))
  expect(new Set(refusals)).toEqual(new Set(['login-wrong', 'busy']))
  expect(refusals.filter(refusal => refusal === 'login-wrong').length).toBeGreaterThan(50)
}, 60_000)
