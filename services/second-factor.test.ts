import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stepMs } from '#core/account/factor'
import { setRoles } from '#db/account'
import { auditRows } from '#db/audit'
import { factorOf } from '#db/factor'
import { accountByLogin } from '#db/staff'
import { beginFactor, factorState, giveCode, type Holder, renewRecoveryCodes, replaceFactor } from './second-factor.ts'
import { openSessionOf, sessionOf } from './session.ts'
import { createFirstStaff, setupLink } from './staff.ts'
import { noon, openTestSite, type TestSite } from './testing.ts'
import { staffWith } from './testing-staff.ts'
import { codeAt, keyUri, stepOf } from './totp.ts'

let site: TestSite
let token: string
/** Time step of the present moment. */
let step: number

beforeEach(async () => {
  site = await openTestSite()
  at(0)
  const link = (await setupLink(site.rt)) ?? ''
  await createFirstStaff(site.rt, link, { login: 'wang', password: '山水之城，两江之滨，美丽之地', name: '王芳' })
  const account = await accountByLogin(site.rt.storage.read, 'wang')
  token = await openSessionOf(site.rt, account?.id ?? 0)
})
afterEach(() => site.close())

function at(steps: number): void {
  site.at(steps * stepMs)
  step = Math.floor(noon / stepMs) + steps
}

async function holder(): Promise<Holder & { awaitsFactor: boolean }> {
  const found = await sessionOf(site.rt, token)
  if (!found) throw new Error('The session has ended')
  return found
}
const begun = async (): Promise<string> => {
  const made = await beginFactor(site.rt, await holder(), 'localhost:3000')
  if (!made.ok) throw new Error(made.refusal)
  return made.value.secret
}
const give = async (code: string) => giveCode(site.rt, await holder(), code)
const refusal = async (code: string) => {
  const given = await give(code)
  return given.ok ? null : given.refusal
}
async function setUp(): Promise<{ secret: string; recovery: string[] }> {
  const secret = await begun()
  const given = await give(codeAt(secret, step))
  if (!given.ok) throw new Error(given.refusal)
  return { secret, recovery: given.value.recoveryCodes ?? [] }
}

describe('A code of an app', () => {
  // RFC 6238, appendix B, SHA-1; the last six of its eight digits.
  const vectors: [number, string][] = [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ]
  const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

  it.each(vectors)('at second %i is the one of the RFC', (second, code) =>
    expect(codeAt(rfcSecret, Math.floor(second / 30))).toBe(code),
  )

  it.skipIf(!hasOathtool())('is the one that oathtool makes (skipped where it is not installed)', () => {
    for (const second of [59, 1_700_000_015, 1_800_000_000]) {
      const told = execFileSync('oathtool', ['--totp', '--base32', '--now', `@${second}`, rfcSecret])
        .toString()
        .trim()
      expect(codeAt(rfcSecret, Math.floor(second / 30))).toBe(told)
    }
  })

  it('counts for its step and the ones beside it', () => {
    for (const off of [-1, 0, 1])
      expect(stepOf(rfcSecret, codeAt(rfcSecret, 1000 + off), 1000 * stepMs)).toBe(1000 + off)
    for (const off of [-2, 2]) expect(stepOf(rfcSecret, codeAt(rfcSecret, 1000 + off), 1000 * stepMs)).toBeNull()
  })

  it('is offered to apps under the site’s name and the login', () =>
    expect(keyUri(rfcSecret, 'wang.fang', 'contest.example.gov.cn')).toBe(
      `otpauth://totp/contest.example.gov.cn:wang.fang?issuer=contest.example.gov.cn&secret=${rfcSecret}&algorithm=SHA1&digits=6&period=30`,
    ))
})

describe('Signing in as staff', () => {
  it('gives no rights before the code, all of them after it', async () => {
    expect(await holder()).toMatchObject({ awaitsFactor: true, factorAt: null, account: { roles: [] } })
    expect(await factorState(site.rt, await holder())).toEqual({ confirmedAt: null, recoveryLeft: 0 })
    const { recovery } = await setUp()
    expect(recovery).toHaveLength(10)
    for (const code of recovery) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/)
    expect(await holder()).toMatchObject({ awaitsFactor: false, factorAt: noon })
    expect((await holder()).account.roles).toContain('organizer')
    expect(await factorState(site.rt, await holder())).toEqual({ confirmedAt: noon, recoveryLeft: 10 })
  })

  it('waits ten minutes for the code', async () => {
    at(20)
    expect(await sessionOf(site.rt, token)).toBeNull()
  })

  it('lasts a working day once the code is given', async () => {
    await setUp()
    at(2 * 60 * 12 - 1)
    expect(await sessionOf(site.rt, token)).not.toBeNull()
    at(2 * 60 * 12)
    expect(await sessionOf(site.rt, token)).toBeNull()
  })

  it('a role that is taken away is gone at the next request', async () => {
    const staff = await staffWith(site.rt, ['organizer'])
    expect((await sessionOf(site.rt, staff.token))?.account.roles).toEqual(['organizer'])
    await site.rt.storage.atomically(tx => setRoles(tx, staff.id, []))
    expect((await sessionOf(site.rt, staff.token))?.account.roles).toEqual([])
  })
})

describe('A code works once', () => {
  it('and so does none before it', async () => {
    const { secret } = await setUp()
    expect(await refusal(codeAt(secret, step))).toBe('factor-wrong')
    expect(await refusal(codeAt(secret, step - 1))).toBe('factor-wrong')
    expect(await refusal(codeAt(secret, step + 1))).toBeNull()
    at(1)
    expect(await refusal(codeAt(secret, step))).toBe('factor-wrong')
  })

  it('even when it comes twenty times at once', async () => {
    const { secret } = await setUp()
    at(1)
    const who = await holder()
    const ends = await Promise.all(Array.from({ length: 20 }, () => giveCode(site.rt, who, codeAt(secret, step))))
    expect(ends.filter(end => end.ok)).toHaveLength(1)
  })

  it('written with a space too', async () => {
    const secret = await begun()
    const code = codeAt(secret, step)
    expect(await refusal(` ${code.slice(0, 3)} ${code.slice(3)} `)).toBeNull()
  })
})

describe('Guessing', () => {
  it('ends after five wrong codes, then one a minute; a right one in between begins anew', async () => {
    const { secret } = await setUp()
    at(2)
    for (let i = 0; i < 4; i++) expect(await refusal('000000')).toBe('factor-wrong')
    expect(await refusal(codeAt(secret, step))).toBeNull()
    at(3)
    for (let i = 0; i < 5; i++) expect(await refusal('not a code')).toBe('factor-wrong')
    expect(await refusal(codeAt(secret, step))).toBe('too-many-requests')
    at(5)
    expect(await refusal('000000')).toBe('factor-wrong')
    expect(await refusal(codeAt(secret, step))).toBe('too-many-requests')
    at(7)
    expect(await refusal(codeAt(secret, step))).toBeNull()
  })
})

describe('Recovery codes', () => {
  it('stand in for the app, each of them once', async () => {
    const { recovery } = await setUp()
    const [first = ''] = recovery
    expect(await refusal(first.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'l'))).toBeNull()
    expect(await refusal(first)).toBe('factor-wrong')
    expect((await factorState(site.rt, await holder())).recoveryLeft).toBe(9)
  })

  it('end when there are new ones', async () => {
    const { recovery } = await setUp()
    const renewed = await renewRecoveryCodes(site.rt, await holder())
    if (!renewed.ok) throw new Error(renewed.refusal)
    expect(await refusal(recovery[1] ?? '')).toBe('factor-wrong')
    expect(await refusal(renewed.value[0] ?? '')).toBeNull()
  })

  it('are not there before the app is set up', async () => {
    expect(await renewRecoveryCodes(site.rt, await holder())).toMatchObject({ refusal: 'factor-not-set-up' })
    expect(await refusal('00000-00000')).toBe('factor-not-set-up')
    await begun()
    expect(await refusal('00000-00000')).toBe('factor-wrong')
  })
})

describe('The secret', () => {
  it('lies encrypted in the database, and cannot be asked for again once it is confirmed', async () => {
    const { secret } = await setUp()
    const row = await factorOf(site.rt.storage.read, (await holder()).account.id)
    expect(JSON.stringify(row)).not.toContain(secret)
    expect(await beginFactor(site.rt, await holder(), 'x')).toMatchObject({ refusal: 'factor-set-up' })
  })

  it('that nobody confirmed is replaced by the next', async () => {
    const first = await begun()
    const second = await begun()
    expect(await refusal(codeAt(first, step))).toBe('factor-wrong')
    expect(await refusal(codeAt(second, step))).toBeNull()
  })

  it('moves to another phone: until that is set up the session has no rights', async () => {
    await setUp()
    await replaceFactor(site.rt, await holder())
    expect(await holder()).toMatchObject({ awaitsFactor: true, account: { roles: [] } })
    at(1)
    await setUp()
    expect((await holder()).awaitsFactor).toBe(false)
    const actions = (await auditRows(site.rt.storage.read, 0, 10)).map(row => row.action)
    expect(actions.filter(action => action !== 'account.first')).toEqual([
      'factor.set-up',
      'factor.replaced',
      'factor.set-up',
    ])
  })
})

function hasOathtool(): boolean {
  try {
    execFileSync('oathtool', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
