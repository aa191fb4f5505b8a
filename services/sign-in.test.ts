import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeOtherSessions, closeSession, sessionOf } from './session.ts'
import { requestCode, signInByCode } from './sign-in.ts'
import { eraseSpent } from './spent.ts'
import { anotherDevice, citizen, openTestSite, type TestSite } from './testing.ts'

const phone = '13800138000'
const browser = 'the-browser'
let site: TestSite

beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const ask = (number = phone) => requestCode(site.rt, number, browser)
const sent = (number = phone) => site.rt.outbox.messagesTo(number)
const use = (code: string, from = browser) => signInByCode(site.rt, { phone, code, browser: from })
const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('a code', () => {
  it('signs in once, in the browser that asked for it', async () => {
    await ask()
    const code = sent()[0]?.code ?? ''
    expect(code).toMatch(/^\d{6}$/)
    expect(await use(code, 'another browser')).toMatchObject({ refusal: 'code-wrong' })
    expect(await use(code)).toMatchObject({ ok: true })
    expect(await use(code)).toMatchObject({ refusal: 'code-wrong' })
  })

  it('is dead after five wrong tries, though the sixth were right', async () => {
    await ask()
    const code = sent()[0]?.code ?? ''
    for (let i = 0; i < 5; i++) expect(await use(wrongOf(code))).toMatchObject({ refusal: 'code-wrong' })
    expect(await use(code)).toMatchObject({ refusal: 'code-wrong' })
  })

  it('is dead after five minutes', async () => {
    await ask()
    site.at(5 * 60_000)
    expect(await use(sent()[0]?.code ?? '')).toMatchObject({ refusal: 'code-wrong' })
  })

  it('is not stored in clear, nor is the phone', async () => {
    await citizen(site.rt, phone)
    const { accounts, codes } = await import('#db/schema/account')
    const stored = JSON.stringify([
      await site.rt.storage.read.select().from(accounts),
      await site.rt.storage.read.select().from(codes),
    ])
    expect(stored).not.toContain(phone)
    expect(stored).not.toContain(sent()[0]?.code)
  })
})

describe('one number', () => {
  it('gets one code a minute, five an hour and ten a day', async () => {
    const minute = 60_000
    const askTwice = async (i: number) => {
      site.at(i * minute)
      await ask()
      await ask()
      return sent().length
    }
    for (let i = 0; i < 60; i++) expect(await askTwice(i)).toBe(Math.min(i + 1, 5))
    for (let i = 60; i < 24 * 60; i += 15) await askTwice(i)
    expect(sent()).toHaveLength(10)
  })

  it('gets one code of fifty parallel requests', async () => {
    const asked = await Promise.all(Array.from({ length: 50 }, () => ask()))
    expect(asked.filter(outcome => outcome.ok)).toHaveLength(1)
    expect(sent()).toHaveLength(1)
  })

  it('is taken as people write it, and refused when it is no mobile number', async () => {
    expect(await ask('+86 138-0013-8000')).toMatchObject({ ok: true })
    expect(await ask('１３９００１３９０００')).toMatchObject({ ok: true })
    for (const wrong of ['12345', '02312345678', '+1 2025550123', '138001380000', ''])
      expect(await ask(wrong)).toMatchObject({ refusal: 'phone-invalid' })
  })

  it('is told when no way to send codes is set up', async () => {
    const mute = { ...site.rt, outbox: null }
    expect(await requestCode(mute, phone, browser)).toMatchObject({ refusal: 'code-not-sent' })
    expect(await ask()).toMatchObject({ ok: true })
  })

  it('keeps its account when it signs in again', async () => {
    const first = await citizen(site.rt, phone)
    site.at(61_000)
    const second = await citizen(site.rt, phone)
    expect(second.who.account.id).toBe(first.who.account.id)
    expect(second.token).not.toBe(first.token)
  })
})

describe('a session', () => {
  it('ends at once when it is revoked, and others stay', async () => {
    const first = await citizen(site.rt, phone)
    const second = await anotherDevice(site.rt, first.who.account.id)
    await closeSession(site.rt, first.who.sessionId)
    expect(await sessionOf(site.rt, first.token)).toBeNull()
    expect(await sessionOf(site.rt, second.token)).not.toBeNull()
  })

  it('can end all others', async () => {
    const first = await citizen(site.rt, phone)
    const second = await anotherDevice(site.rt, first.who.account.id)
    await closeOtherSessions(site.rt, second.who)
    expect(await sessionOf(site.rt, first.token)).toBeNull()
    expect(await sessionOf(site.rt, second.token)).not.toBeNull()
  })

  it('is forgotten a day after its end, and a code a day after it was sent', async () => {
    const { sessions, codes } = await import('#db/schema/account')
    const left = async () => [
      (await site.rt.storage.read.select().from(sessions)).length,
      (await site.rt.storage.read.select().from(codes)).length,
    ]
    const first = await citizen(site.rt, phone)
    const second = await anotherDevice(site.rt, first.who.account.id)
    await closeSession(site.rt, first.who.sessionId)
    site.at(86_400_000)
    await eraseSpent(site.rt)
    expect(await left()).toEqual([2, 1])
    site.at(86_400_001)
    await eraseSpent(site.rt)
    expect(await left()).toEqual([1, 0])
    site.at(30 * 86_400_000 - 1)
    await eraseSpent(site.rt)
    expect(await sessionOf(site.rt, second.token)).not.toBeNull()
    site.at(31 * 86_400_000 + 1)
    await eraseSpent(site.rt)
    expect(await left()).toEqual([0, 0])
  })

  it('ends after thirty days, and unknown tokens are nobody', async () => {
    const { token } = await citizen(site.rt, phone)
    site.at(30 * 86_400_000)
    expect(await sessionOf(site.rt, token)).toBeNull()
    expect(await sessionOf(site.rt, 'x')).toBeNull()
    expect(await sessionOf(site.rt, undefined)).toBeNull()
  })
})
