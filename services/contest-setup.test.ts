import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Allowed, allow } from '#core/account/roles'
import { usualRules } from '#core/contest/rules'
import type { ContestDraft } from '#core/contest/setup'
import { samePoints } from '#core/contest/size'
import { rulesWith } from '#core/contest/testing'
import { dayMs } from '#core/day'
import { insertAccount } from '#db/account'
import { insertAmendment } from '#db/amendment'
import { auditRows } from '#db/audit'
import { insertSet, storeDrafts } from '#db/question'
import { decide } from './approval-decide.ts'
import { startAttempt } from './attempt.ts'
import { contestBySlug, listContests } from './contest.ts'
import { proposePublishing } from './contest-publish.ts'
import * as setup from './contest-setup.ts'
import { contestForStaff } from './contest-view.ts'
import { forgetMoments } from './memory.ts'
import { publicId } from './secrets.ts'
import { canary, citizen, inventedQuestion, noon, openTestSite, type TestSite } from './testing.ts'
import { staffWith, type TestStaff } from './testing-staff.ts'

let site: TestSite
let organizer: Allowed<'contests.write'>
let second: TestStaff
let set: string

/** Twenty questions that always hold, and ten that end tomorrow. */
beforeEach(async () => {
  site = await openTestSite()
  set = publicId()
  const drafts = Array.from({ length: 30 }, (_, i) => ({
    ...inventedQuestion(i),
    validTo: i < 20 ? null : '2026-11-23',
  }))
  const roles = ['organizer' as const]
  const id = await site.rt.storage.atomically(async tx => {
    const row = { publicId: set, name: '题', source: '', licence: '', createdBy: null, createdAt: noon }
    await storeDrafts(tx, await insertSet(tx, row), drafts, noon)
    return insertAccount(tx, { publicId: publicId(), login: 'organizer', roles, createdAt: noon })
  })
  organizer = allow({ id, roles }, 'contests.write') as Allowed<'contests.write'>
  second = await staffWith(site.rt, ['organizer'])
})
afterEach(() => site.close())

const hour = 3_600_000
const draft = (changed: Partial<ContestDraft> = {}): ContestDraft => ({
  slug: 'spring-2026',
  title: { zh: '春季赛', en: '' },
  summary: { zh: '', en: '' },
  opensAt: noon + hour,
  closesAt: noon + 7 * dayMs,
  rules: usualRules,
  sets: [set],
  ...changed,
})
const create = (changed?: Partial<ContestDraft>) => setup.createContest(site.rt, organizer, draft(changed))
/** One organizer proposes, another approves. */
const publish = async (slug = 'spring-2026') => {
  const proposed = await proposePublishing(site.rt, organizer, slug)
  if (!proposed.ok || proposed.value.approval === null) return proposed
  const done = await decide(site.rt, second.may('contests.approve'), proposed.value.approval, {
    approve: true,
    note: '',
  })
  return done.ok ? contestForStaff(site.rt, organizer, slug) : done
}

describe('Publishing', () => {
  it('waits for a second person, and covers the contest as it was proposed', async () => {
    await create()
    const proposed = await proposePublishing(site.rt, organizer, 'spring-2026')
    const approval = (proposed.ok && proposed.value.approval) || ''
    expect(proposed).toMatchObject({ ok: true, value: { phase: 'draft', publishedAt: null } })
    const own = await decide(site.rt, organizer, approval, { approve: true, note: '' })
    expect(own).toMatchObject({ refusal: 'second-person-needed' })
    await setup.updateContestDraft(site.rt, organizer, 'spring-2026', draft({ title: { zh: '改过的赛', en: '' } }))
    const changed = await decide(site.rt, second.may('contests.approve'), approval, { approve: true, note: '' })
    expect(changed).toMatchObject({ refusal: 'approval-over' })
    expect(await publish()).toMatchObject({ ok: true, value: { phase: 'announced', approval: null } })
  })
})

describe('A draft', () => {
  it('is seen by staff alone until it is published', async () => {
    expect(await create()).toMatchObject({
      ok: true,
      value: { phase: 'draft', edition: 'chongqing-2025-11', pool: 20 },
    })
    expect(await contestBySlug(site.rt, 'spring-2026')).toBeNull()
    expect(await publish()).toMatchObject({ ok: true, value: { phase: 'announced' } })
    expect((await listContests(site.rt)).map(one => one.slug)).toEqual(['spring-2026'])
    expect(await publish()).toMatchObject({ ok: true })
  })

  it('takes the districts of its day', async () => {
    const past = await create({ slug: 'long', opensAt: Date.parse('2021-04-20T09:00:00+08:00') })
    expect(past.ok && past.value.edition).not.toBe('chongqing-2025-11')
  })

  it.each<[string, Partial<ContestDraft>, object]>([
    ['an address with spaces', { slug: 'a b' }, { refusal: 'invalid-request', detail: { where: 'slug' } }],
    ['no name', { title: { zh: ' ', en: 'x' } }, { refusal: 'invalid-request', detail: { where: 'title' } }],
    [
      'a close before the opening',
      { closesAt: noon },
      { refusal: 'contest-dates', detail: { problem: 'before-opening' } },
    ],
    [
      'a close in the past',
      { opensAt: noon - 2 * hour, closesAt: noon - hour },
      { refusal: 'contest-dates', detail: { problem: 'past' } },
    ],
    [
      'a mistyped year',
      { closesAt: Date.parse('2206-04-20T09:00:00+08:00') },
      { refusal: 'contest-dates', detail: { where: 'closesAt', problem: 'too-long' } },
    ],
    [
      'less time than one paper takes',
      { closesAt: noon + hour + 599_000 },
      { refusal: 'contest-dates', detail: { where: 'closesAt', problem: 'shorter-than-paper' } },
    ],
    [
      'rules that contradict themselves',
      { rules: rulesWith({ ties: ['less-time'] }) },
      { refusal: 'rules-refused', detail: { where: 'rules.ties', problem: 'ties-without-end' } },
    ],
  ])('is refused with %s', async (_, changed, refusal) => expect(await create(changed)).toMatchObject(refusal))

  it('needs an address of its own, also when two ask at once', async () => {
    const made = await Promise.all([create(), create(), create()])
    expect(made.filter(one => one.ok)).toHaveLength(1)
    expect(made.filter(one => !one.ok && one.refusal === 'slug-taken')).toHaveLength(2)
  })
})

describe('A copy', () => {
  const given = { slug: 'spring-2027', title: { zh: '次年春季赛', en: '' }, opensAt: noon + 365 * dayMs }
  const copy = (slug: string, changed = {}) => setup.copyContest(site.rt, organizer, slug, { ...given, ...changed })

  it('has the rules, sets and texts of last year’s contest, its dates moved along, and is a draft', async () => {
    const held = await create({ rules: rulesWith({ attempts: { ...usualRules.attempts, total: 3 } }) })
    await publish()
    const made = await copy('spring-2026')
    if (!held.ok || !made.ok) throw new Error('Neither was made')
    expect(made.value).toMatchObject({ slug: 'spring-2027', title: given.title, publishedAt: null })
    expect(made.value.rules).toEqual(held.value.rules)
    expect(made.value.sets).toEqual(held.value.sets)
    expect([made.value.opensAt, made.value.closesAt]).toEqual([given.opensAt, given.opensAt + 7 * dayMs - hour])
    expect(await contestBySlug(site.rt, 'spring-2027')).toBeNull()
  })

  it('is refused of a contest that is not there, and under an address that is taken', async () => {
    await create()
    expect(await copy('autumn-2020')).toMatchObject({ refusal: 'not-found' })
    expect(await copy('spring-2026', { slug: 'spring-2026' })).toMatchObject({ refusal: 'slug-taken' })
  })
})

describe('What publishing needs', () => {
  it('needs a set, and enough questions that hold on every day', async () => {
    await create({ sets: [] })
    expect(await publish()).toMatchObject({ refusal: 'contest-no-sets' })
    await create({ slug: 'large', rules: rulesWith({ paper: { total: 21, points: samePoints(5) } }) })
    expect(await publish('large')).toMatchObject({
      refusal: 'pool-too-small',
      detail: { where: 'sets', available: 20, needed: 21 },
    })
    const short = {
      slug: 'short',
      closesAt: noon + dayMs,
      rules: rulesWith({ paper: { total: 30, points: samePoints(1) } }),
    }
    await create(short)
    expect(await publish('short')).toMatchObject({ ok: true, value: { pool: 30 } })
    expect(await publish('nothing')).toMatchObject({ refusal: 'not-found' })
  })

  it('counts no question whose article is amended by the last day, until it is reviewed', async () => {
    await create()
    const amended = { law: `${canary}-LAW`, article: '1', note: '修正', publicId: publicId(), createdAt: noon }
    const mark = (inForce: string) =>
      site.rt.storage.atomically(tx =>
        insertAmendment(tx, { ...amended, publicId: publicId(), inForce, createdBy: organizer.id }),
      )
    await mark('2026-11-30')
    forgetMoments(site.rt)
    expect(await contestForStaff(site.rt, organizer, 'spring-2026')).toMatchObject({ value: { pool: 20 } })
    await mark('2026-11-29')
    forgetMoments(site.rt)
    expect(await contestForStaff(site.rt, organizer, 'spring-2026')).toMatchObject({ value: { pool: 0 } })
    expect(await publish()).toMatchObject({ refusal: 'pool-too-small', detail: { available: 0, needed: 20 } })
  })

  it('lets citizens take it once it is open', async () => {
    await create()
    await publish()
    const { who } = await citizen(site.rt, '13800138000')
    expect(await startAttempt(site.rt, who, 'spring-2026', 'zh')).toMatchObject({ refusal: 'contest-not-open' })
    site.at(hour)
    expect(await startAttempt(site.rt, who, 'spring-2026', 'zh')).toMatchObject({ ok: true })
    expect(await contestForStaff(site.rt, organizer, 'spring-2026')).toMatchObject({
      value: { started: 1, finished: 0, phase: 'open' },
    })
  })
})

describe('Changing', () => {
  const change = (changed: Partial<ContestDraft>) =>
    setup.updateContestDraft(site.rt, organizer, 'spring-2026', draft(changed))

  it('is free before the opening, as long as a published contest stays possible', async () => {
    await create()
    await publish()
    expect(await change({ slug: 'autumn-2026', closesAt: noon + 3 * dayMs })).toMatchObject({
      value: { slug: 'autumn-2026', sets: [{ id: set }] },
    })
    expect(await setup.updateContestDraft(site.rt, organizer, 'autumn-2026', draft({ sets: [] }))).toMatchObject({
      refusal: 'contest-no-sets',
    })
  })

  it('is in the log once two people have published it, with what is different, and before that is not', async () => {
    await create()
    const logged = async () =>
      (await auditRows(site.rt.storage.read, 0, 99))
        .filter(row => row.action === 'contest.changed')
        .map(({ actor, subject, detail }) => [actor, subject, JSON.parse(detail)])
    await change({ summary: { zh: '草稿', en: '' } })
    await publish()
    await change({ summary: { zh: '草稿', en: '' } })
    expect(await logged()).toEqual([])
    const rules = rulesWith({ awards: { tiers: [] }, clock: { seconds: 60 } })
    await change({ rules, closesAt: noon + 8 * dayMs })
    const first = [organizer.id, 'contest:spring-2026', { fields: 'summary closesAt rules.clock rules.awards' }]
    expect(await logged()).toEqual([first])
    site.at(2 * hour)
    await change({ rules, closesAt: noon + 8 * dayMs, title: { zh: '春季大赛', en: '' } })
    expect(await logged()).toEqual([first, [organizer.id, 'contest:spring-2026', { fields: 'title' }]])
  })

  it('takes words only after the opening', async () => {
    await create()
    await publish()
    site.at(2 * hour)
    for (const [where, changed] of Object.entries({
      slug: { slug: 'other' },
      opensAt: { opensAt: noon },
      closesAt: { closesAt: noon + 8 * dayMs },
      rules: { rules: rulesWith({ awards: { tiers: [] } }) },
      sets: { sets: [] },
    }))
      expect(await change(changed)).toMatchObject({ refusal: 'contest-started', detail: { where } })
    expect(await change({ title: { zh: '春季大赛', en: 'Spring' } })).toMatchObject({
      value: { title: { zh: '春季大赛', en: 'Spring' }, sets: [{ id: set }], pool: 20 },
    })
  })
})
