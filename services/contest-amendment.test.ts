import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rulesWith } from '#core/contest/testing'
import { dayMs } from '#core/day'
import { termsHash } from '#core/prize/terms'
import { contestBySlug } from '#db/contest'
import { rulesVersions } from '#db/contest-rules'
import { decide } from './approval-decide.ts'
import { proposeAmendment } from './contest-amendment.ts'
import { rulesOfContest } from './contest-rules.ts'
import { termsOf } from './draw-public.ts'
import { fixTerms, termsHold } from './prize-people.ts'
import { contestWith, noon, openTestSite, type TestSite } from './testing.ts'
import { staffWith, type TestStaff } from './testing-staff.ts'

let site: TestSite
let zhao: TestStaff
let qian: TestStaff
let contestId: number
beforeEach(async () => {
  site = await openTestSite()
  zhao = await staffWith(site.rt, ['organizer'], { name: '赵' })
  qian = await staffWith(site.rt, ['organizer'], { name: '钱' })
  contestId = await contestWith(site.rt, { closesAt: noon + dayMs })
})
afterEach(() => site.close())

const wish = (total: number | null, zh = '服务器故障，每人多一次机会') => ({
  rules: rulesWith({ attempts: { total } }),
  reason: { zh, en: '' },
})
const proposed = async (total: number | null) => {
  const made = await proposeAmendment(site.rt, zhao.may('contests.write'), 'test', wish(total))
  if (!made.ok) throw new Error(made.refusal)
  return made.value
}
const approve = (who: TestStaff, id: string) => decide(site.rt, who.who.account, id, { approve: true, note: '' })
const rulesNow = async () => (await contestBySlug(site.rt.storage.read, 'test'))?.rules

describe('rules of an open contest', () => {
  it('change when a second person approves, and stand on the rules page with date and reason', async () => {
    const id = await proposed(2)
    expect((await rulesNow())?.attempts.total).toBe(1)
    expect(await approve(zhao, id)).toMatchObject({ refusal: 'second-person-needed' })
    expect(await approve(qian, id)).toMatchObject({ ok: true })
    expect((await rulesNow())?.attempts.total).toBe(2)
    const page = await rulesOfContest(site.rt, 'test')
    expect(page?.amendments).toEqual([{ from: noon, reason: { zh: '服务器故障，每人多一次机会', en: '' } }])
  })

  it('leave what was promised of prizes verifiable: the published digest is that of the rules in force', async () => {
    const [first] = [rulesWith({})]
    await site.rt.storage.atomically(tx => fixTerms(tx, contestId, first, noon))
    const published = await termsOf(site.rt, 'test')
    await approve(qian, await proposed(2))
    const rules = (await rulesNow()) ?? first
    expect(rules.attempts.total).toBe(2)
    expect([await termsOf(site.rt, 'test'), termsHash(rules)]).toEqual([published, published])
    const contest = await contestBySlug(site.rt.storage.read, 'test')
    expect(contest && (await termsHold(site.rt.storage.read, contest))).toBe(true)
    const tier = { id: 'first', name: { zh: '奖', en: 'Prize' }, count: 9, prize: { zh: '书', en: 'Book' }, value: 0 }
    for (const change of [
      { awards: { tiers: [tier] } },
      { claim: { eraseAfterDays: 1 } },
      { awards: { onePrizeEach: false } },
    ])
      expect(
        await proposeAmendment(site.rt, zhao.may('contests.write'), 'test', { ...wish(3), rules: rulesWith(change) }),
      ).toMatchObject({ refusal: 'amendment-prizes' })
  })

  it('are refused what nobody could have opened the contest with, were it proposed only now', async () => {
    const paper = { draw: 'fixed' as const }
    const calm = rulesWith({ paper, feedback: { answers: 'at-close' } })
    await contestWith(site.rt, { slug: 'same', rules: { paper, feedback: { answers: 'at-close' } } })
    const amended = (rules: typeof calm) =>
      proposeAmendment(site.rt, zhao.may('contests.write'), 'same', { ...wish(1), rules })
    expect(await amended({ ...calm, feedback: { ...calm.feedback, answers: 'at-once' } })).toMatchObject({
      refusal: 'rules-refused',
      detail: { where: 'rules.feedback.answers', problem: 'answers-tell-others' },
    })
    expect(await amended({ ...calm, calendar: { ...calm.calendar, announcedAt: noon } })).toMatchObject({
      refusal: 'rules-refused',
      detail: { problem: 'announced-early' },
    })
    expect(await amended({ ...calm, feedback: { ...calm.feedback, rank: false } })).toMatchObject({ ok: true })
  })

  it('keep all their versions', async () => {
    await approve(qian, await proposed(2))
    await approve(qian, await proposed(3))
    const versions = await rulesVersions(site.rt.storage.read, contestId)
    expect(versions.map(({ number, rules }) => [number, rules.attempts.total])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
  })

  it('are not changed by a proposal that was made for other rules', async () => {
    const [one, other] = [await proposed(2), await proposed(3)]
    await approve(qian, other)
    expect(await approve(qian, one)).toMatchObject({ refusal: 'approval-over' })
    expect((await rulesNow())?.attempts.total).toBe(3)
  })

  it('are refused where they lower chances, touch prizes, change nothing, lack a reason or a contest', async () => {
    const may = zhao.may('contests.write')
    const refused = (rules: Parameters<typeof rulesWith>[0]) =>
      proposeAmendment(site.rt, may, 'test', { ...wish(2), rules: rulesWith(rules) })
    expect(await refused({ clock: { seconds: 60 } })).toMatchObject({ refusal: 'amendment-unfair' })
    expect(await refused({ awards: { tiers: [] } })).toMatchObject({ refusal: 'amendment-prizes' })
    expect(await refused({})).toMatchObject({ refusal: 'amendment-empty' })
    expect(await proposeAmendment(site.rt, may, 'test', wish(2, '多'))).toMatchObject({ refusal: 'reason-needed' })
    expect(await proposeAmendment(site.rt, may, 'none', wish(2))).toMatchObject({ refusal: 'not-found' })
  })

  it('stay after the close: a proposal that waited too long is refused', async () => {
    const id = await proposed(2)
    site.at(2 * dayMs)
    expect(await approve(qian, id)).toMatchObject({ refusal: 'contest-not-open' })
    expect((await rulesNow())?.attempts.total).toBe(1)
  })
})
