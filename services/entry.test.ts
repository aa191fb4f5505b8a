import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Allowed, allow } from '#core/account/roles'
import type { RulesChange } from '#core/contest/testing'
import { dayMs } from '#core/day'
import type { WireAttempt } from '#core/wire'
import { insertAccount } from '#db/account'
import { contestBySlug, currentRevisions, setsOfContest } from '#db/contest'
import { entryOf } from '#db/entry'
import { beginTakingOver, insertRegrade, markSettled, regradesOf } from '#db/regrade'
import { finishAttempt, startAttempt } from './attempt.ts'
import { type EntryWish, enter } from './entry.ts'
import { inviteTo } from './invitation.ts'
import { attemptsOf, mineIn } from './my-attempts.ts'
import { resultOf } from './result.ts'
import { publicId } from './secrets.ts'
import type { SignedIn } from './session.ts'
import { standingsOf } from './standing.ts'
import { citizen, contestWith, noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let who: SignedIn
beforeEach(async () => {
  site = await openTestSite()
  who = (await citizen(site.rt, '13800138000')).who
})
afterEach(() => site.close())

const hour = 3_600_000
const start = (person = who) => startAttempt(site.rt, person, 'test', 'zh')
const saying = (change: Partial<EntryWish>) =>
  enter(site.rt, who, 'test', {
    track: null,
    individual: false,
    name: null,
    number: null,
    age: false,
    guardian: false,
    ...change,
  })

async function staffMember(): Promise<Allowed<'contests.write'>> {
  const roles = ['organizer' as const]
  const id = await site.rt.storage.atomically(tx =>
    insertAccount(tx, { publicId: publicId(), login: 'organizer', roles, createdAt: noon }),
  )
  return allow({ id, roles }, 'contests.write') as Allowed<'contests.write'>
}

async function played(person = who): Promise<WireAttempt> {
  const started = await start(person)
  if (!started.ok) throw new Error(started.refusal)
  await finishAttempt(site.rt, person, started.value.attempt.id)
  return started.value
}

describe('Who may start', () => {
  it('is among the districts, or among the invited, that the rules name', async () => {
    const region = who.account.region as string
    await contestWith(site.rt, { rules: { who: { entry: { by: 'regions', slugs: ['nowhere'] } } } })
    expect(await start()).toMatchObject({ refusal: 'not-eligible', detail: { reason: 'region-outside' } })
    await contestWith(site.rt, { slug: 'here', rules: { who: { entry: { by: 'regions', slugs: [region] } } } })
    expect(await startAttempt(site.rt, who, 'here', 'zh')).toMatchObject({ ok: true })
    await contestWith(site.rt, { slug: 'invited', rules: { who: { entry: { by: 'invited' } } } })
    expect(await startAttempt(site.rt, who, 'invited', 'zh')).toMatchObject({ detail: { reason: 'not-invited' } })
    const organizer = await staffMember()
    const list = (written: string, replace = false) => inviteTo(site.rt, organizer, 'invited', { written, replace })
    expect(await list('13900139000\n12345')).toEqual({ ok: true, value: { count: 0, unreadable: ['12345'] } })
    expect(await list('13900139000，138 0013 8000')).toEqual({ ok: true, value: { count: 2, unreadable: [] } })
    expect(await startAttempt(site.rt, who, 'invited', 'zh')).toMatchObject({ ok: true })
    expect(await list('13900139000', true)).toEqual({ ok: true, value: { count: 1, unreadable: [] } })
    expect(await inviteTo(site.rt, organizer, 'none', { written: '', replace: false })).toMatchObject({
      refusal: 'not-found',
    })
  })

  it('has said first what the rules ask for', async () => {
    const rules: RulesChange = {
      who: {
        tracks: [
          { id: 'youth', name: { zh: '青少年组', en: '' }, fromAge: null, toAge: 17 },
          { id: 'open', name: { zh: '公众组', en: '' }, fromAge: 18, toAge: null },
        ],
        minimumAge: 8,
        guardian: true,
      },
      identity: { number: { need: 'required', at: 'entry' } },
      attempts: { total: 2 },
    }
    const contestId = await contestWith(site.rt, { rules })
    expect(await start()).toMatchObject({ refusal: 'entry-needed', detail: { missing: 'track,number,guardian' } })
    expect(await saying({ track: 'none' })).toMatchObject({ refusal: 'entry-invalid', detail: { where: 'track' } })
    expect(await saying({ number: '<7>' })).toMatchObject({ refusal: 'entry-invalid', detail: { where: 'number' } })
    expect(await saying({ track: 'youth', number: 'A-7', name: '<b>' })).toMatchObject({ refusal: 'name-invalid' })
    expect(await saying({ track: 'youth', number: 'A-7' })).toEqual({ ok: true, value: ['guardian'] })
    expect(await saying({ track: 'youth', number: 'A-7', guardian: true })).toEqual({ ok: true, value: [] })
    const kept = await entryOf(site.rt.storage.read, contestId, who.account.id)
    expect(kept?.numberCipher).not.toContain('A-7')
    expect(site.rt.secrets.decrypt(kept?.numberCipher ?? '')).toBe('A-7')
    await played()
    expect(await saying({ track: 'open', number: 'A-7', age: true })).toMatchObject({ refusal: 'entry-fixed' })
  })

  it('is asked for nothing that the rules do not want kept', async () => {
    const contestId = await contestWith(site.rt)
    expect(await saying({ number: '7', individual: true, age: true })).toEqual({ ok: true, value: [] })
    expect(await entryOf(site.rt.storage.read, contestId, who.account.id)).toMatchObject({ numberCipher: null })
    expect(
      await enter(site.rt, who, 'none', {
        track: null,
        individual: false,
        name: null,
        number: null,
        age: true,
        guardian: false,
      }),
    ).toMatchObject({ refusal: 'not-found' })
  })
})

describe('When one may start again', () => {
  it('is said with the refusal and with one’s own attempts', async () => {
    await contestWith(site.rt, { rules: { attempts: { total: null, perDay: 1 } } })
    await played()
    const tomorrow = noon + 12 * hour
    expect(await start()).toMatchObject({ refusal: 'attempt-not-yet', detail: { reason: 'per-day', next: tomorrow } })
    expect(await mineIn(site.rt, who.account.id, 'test')).toMatchObject({
      value: { allowed: null, next: { why: 'per-day', at: tomorrow } },
    })
    site.at(12 * hour)
    expect(await start()).toMatchObject({ ok: true })
  })

  it('is before the opening in a warm-up, which takes nothing from the contest', async () => {
    const opensAt = noon + dayMs
    await contestWith(site.rt, {
      opensAt,
      rules: { calendar: { warmUp: { opensAt: noon - hour, closesAt: noon + hour } } },
    })
    const warm = await played()
    expect(warm.attempt.deadlineAt).toBeLessThanOrEqual(noon + hour)
    site.at(2 * hour)
    expect(await start()).toMatchObject({ refusal: 'contest-not-open' })
    site.at(dayMs)
    expect(await start()).toMatchObject({ ok: true })
  })

  it('is never in a final for whoever has not qualified', async () => {
    const stage = (id: string, from: number, to: number) => ({
      id,
      name: { zh: id, en: '' },
      opensAt: noon + from * hour,
      closesAt: noon + to * hour,
    })
    await contestWith(site.rt, {
      drafts: undefined,
      rules: {
        calendar: { stages: [stage('round', -1, 2), stage('final', 2, 8)] },
        attempts: { total: null, perStage: 1 },
        final: { first: 1, to: { kind: 'stage', stage: 'final' } },
        ties: ['less-time', 'shared'],
      },
    })
    const slow = (await citizen(site.rt, '13800138001')).who
    await played()
    const second = await start(slow)
    site.at(60_000)
    if (second.ok) await finishAttempt(site.rt, slow, second.value.attempt.id)
    site.at(2 * hour)
    expect(await start(slow)).toMatchObject({ refusal: 'not-eligible', detail: { reason: 'not-qualified' } })
    await regrading(true)
    expect(await start()).toMatchObject({ refusal: 'ranks-recounted' })
    expect(await mineIn(site.rt, slow.account.id, 'test')).toMatchObject({ value: { next: null } })
    await regrading(false)
    expect(await start()).toMatchObject({ ok: true })
  })

  /** Scores of a decision are being taken over, or are in. */
  async function regrading(isOn: boolean): Promise<void> {
    const { storage } = site.rt
    const contest = await contestBySlug(storage.read, 'test')
    const contestId = contest?.id ?? 0
    const [set] = await setsOfContest(storage.read, contestId)
    const [row] = await currentRevisions(storage.read, set ? [set.id] : [])
    const decision = { kind: 'void' as const }
    const about = { publicId: 'about', contestId, revisionId: row?.id ?? 0, decision }
    const words = { reason: '复核', erratum: { zh: '更正', en: '' }, createdBy: who.account.id, createdAt: noon }
    if (isOn) await storage.atomically(tx => insertRegrade(tx, { ...about, ...words }))
    const ids = (await regradesOf(storage.read, contestId)).map(({ id }) => id)
    await storage.atomically(tx => (isOn ? beginTakingOver(tx, ids, noon) : markSettled(tx, ids, noon)))
    site.rt.memory.clear()
  }
})

describe('A score that the rules hide until the close', () => {
  const board = () => {
    site.rt.memory.clear()
    const whole = { slug: 'test', by: 'person' as const, region: null, limit: 10, after: null, locale: 'zh' as const }
    return standingsOf(site.rt, { ...whole, accountId: who.account.id })
  }
  it('is nowhere before it, and everywhere after', async () => {
    const closesAt = noon + hour
    await contestWith(site.rt, {
      closesAt,
      rules: { feedback: { score: 'at-close', answers: 'at-close', rank: false } },
    })
    const started = await start()
    const id = started.ok ? started.value.attempt.id : ''
    const hidden = { score: null, correct: null, scoreAt: closesAt + 3000 }
    expect(await finishAttempt(site.rt, who, id)).toMatchObject({ value: hidden })
    const seen = async () => [
      (await resultOf(site.rt, who, id, 'zh')).ok && (await resultOf(site.rt, who, id, 'zh')),
      await mineIn(site.rt, who.account.id, 'test'),
      await attemptsOf(site.rt, who.account.id),
      await board(),
    ]
    expect(await seen()).toMatchObject([
      { value: hidden },
      { value: { attempts: [{ score: null }] } },
      [{ score: null }],
      { value: { rows: [], me: null, participants: 1 } },
    ])
    site.at(hour + 3000)
    expect(await seen()).toMatchObject([
      { value: { score: 0, correct: 0 } },
      { value: { attempts: [{ score: 0 }] } },
      [{ score: 0 }],
      { value: { rows: [{ score: 0 }], me: { score: 0 } } },
    ])
  })
})
