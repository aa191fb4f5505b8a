import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Allowed } from '#core/account/roles'
import { usualRules } from '#core/contest/rules'
import type { RulesChange } from '#core/contest/testing'
import { dayMs } from '#core/day'
import { checkDrawFile } from '#core/prize/draw-file'
import type { DrawRule } from '#core/prize/qualify'
import { setsOfContest } from '#db/contest'
import { drawsOf, putTerms } from '#db/draw'
import { excludedFrom } from '#db/excluded'
import { accounts } from '#db/schema/account'
import { questionActs, questionSteps, questions, revisions } from '#db/schema/question'
import type { Db } from '#db/storage'
import { listsOf, winnersOf } from '#db/winner'
import { approvalLines } from './approval.ts'
import { startAttempt } from './attempt.ts'
import { nameInsider } from './claim-desk.ts'
import { proposeFreeze, proposeNumber } from './draw.ts'
import { chancesOf, drawFile } from './draw-public.ts'
import type { FreezeWish } from './draw-ready.ts'
import { approved, type Entrant, entrant, staffMember } from './prize-testing.ts'
import { citizen, contestWith, handbookWith, inventedQuestion, noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let contestId: number
let zhao: Allowed<'contests.write'>
let qian: Allowed<'contests.approve'>

const name = (zh: string) => ({ zh, en: zh })
const tier = (id: string, count: number, value = 0) => ({ id, name: name(id), count, prize: name('书'), value })
const lucky: DrawRule = {
  id: 'lucky',
  name: name('幸运奖'),
  when: 'final',
  oneIn: null,
  qualify: { by: 'perfect' },
  chances: { by: 'person' },
  tiers: [tier('first', 1), tier('second', 1)],
  fallBackTo: null,
  excludeEarlier: true,
  alternates: 2,
  witnesses: ['渝中区公证处'],
}
const phone = (i: number): string => `1380013${String(8000 + i)}`

beforeEach(async () => {
  site = await openTestSite()
  zhao = await staffMember(site.rt, 'zhao', ['organizer'], 'contests.write')
  qian = await staffMember(site.rt, 'qian', ['organizer'], 'contests.approve')
})
afterEach(() => site.close())

/** A contest that is over, with people in it. */
async function contest(rules: RulesChange, people: Entrant[]): Promise<void> {
  contestId = await contestWith(site.rt, { rules: { awards: { tiers: [] }, ...rules } })
  for (const person of people) await entrant(site, contestId, person)
  site.at(7 * dayMs + 1000)
}

const perfect = (n: number): Entrant[] => Array.from({ length: n }, (_, i) => ({ phone: phone(i), score: 100 }))
const wish = (change: Partial<FreezeWish> = {}): FreezeWish => ({
  ...{ rule: 'lucky', scope: '', source: '福彩双色球第 2026136 期', at: noon + 8 * dayMs, repeatWhy: '' },
  ...change,
})
const freeze = async (change?: Partial<FreezeWish>) =>
  approved(site.rt, qian, await proposeFreeze(site.rt, zhao, 'test', wish(change)))
const latest = async () => (await drawsOf(site.rt.storage.read, contestId)).at(-1)
const announce = async (number = '03 08 11 19 24 30 07') => {
  site.at(8 * dayMs + 1000)
  return approved(site.rt, qian, await proposeNumber(site.rt, zhao, 'test', (await latest())?.publicId ?? '', number))
}
const file = async () => {
  const found = await drawFile(site.rt, 'test', (await latest())?.publicId ?? '')
  if (!found.ok) throw new Error(found.refusal)
  return { text: found.value, ...checkDrawFile(found.value) }
}
const onList = async () => {
  const lists = await listsOf(site.rt.storage.read, contestId)
  return winnersOf(
    site.rt.storage.read,
    lists.map(({ id }) => id),
  )
}

describe('A list of chances', () => {
  it('is frozen by two people, published before the number exists, and reveals nobody', async () => {
    await contest({ draws: [lucky] }, [...perfect(5), { phone: phone(9), score: 95 }])
    const proposal = await proposeFreeze(site.rt, zhao, 'test', wish())
    const about = { slug: 'test', title: { zh: '试赛', en: 'Trial' } }
    expect(await approvalLines(site.rt, qian, true)).toMatchObject([{ kind: 'draw-freeze', contest: about }])
    expect(await latest()).toBeUndefined()
    expect(await approved(site.rt, zhao as unknown as typeof qian, proposal)).toMatchObject({
      refusal: 'second-person-needed',
    })
    expect(await approved(site.rt, qian, proposal)).toMatchObject({ ok: true })
    const { text, failed, file: published } = await file()
    expect(failed).toBeNull()
    expect(published?.drawn).toBeNull()
    expect(published?.frozen.groups.map(group => group.people.length)).toEqual([5])
    expect(published?.frozen.witnesses).toEqual(['渝中区公证处'])
    expect(text).not.toMatch(/1380013/)
    const draw = await latest()
    expect(text).not.toContain(site.rt.secrets.decrypt(draw?.secretCipher ?? ''))
    expect(draw).toMatchObject({ frozenBy: zhao.id, frozenWith: qian.id, run: 1 })
  })

  it('has everybody prove to themselves, and to whom they like, that they are on it', async () => {
    await contest({ draws: [lucky] }, perfect(3))
    await freeze()
    const { who } = await citizen(site.rt, phone(1))
    const [mine] = await chancesOf(site.rt, who)
    const entries = (await file()).file?.frozen.groups[0]?.people
    expect(entries).toContain(`${mine?.token} 1`)
    expect(mine).toMatchObject({ chances: 1, place: null })
    const stranger = (await citizen(site.rt, phone(8))).who
    expect(await chancesOf(site.rt, stranger)).toEqual([])
  })

  it('leaves out staff, insiders, and who was struck out', async () => {
    await contest({ draws: [lucky] }, perfect(4))
    expect(await nameInsider(site.rt, zhao, { phone: '12', note: '出题人' })).toMatchObject({
      refusal: 'phone-invalid',
    })
    expect(await nameInsider(site.rt, zhao, { phone: phone(0), note: '' })).toMatchObject({ refusal: 'note-needed' })
    expect(await nameInsider(site.rt, zhao, { phone: phone(0), note: '出题人' })).toMatchObject({ ok: true })
    await freeze()
    expect((await file()).file?.frozen.groups[0]?.people).toHaveLength(3)
  })

  it('leaves out who wrote or reviewed a question of the contest, and nobody for questions of another', async () => {
    await contest({ draws: [lucky] }, perfect(5))
    const { read } = site.rt.storage
    const mine = await read.select().from(questions)
    const sets = new Set((await setsOfContest(read, contestId)).map(({ id }) => id))
    const inContest = mine.filter(({ setId }) => sets.has(setId))
    const ids = new Map((await read.select().from(accounts)).map(row => [row.phoneIndex, row.id]))
    const who = (i: number) => ids.get(site.rt.secrets.blindIndex(phone(i))) as number
    const stranger = await handbookWith(site.rt, [inventedQuestion(99)])
    const [foreign] = (await read.select().from(questions)).filter(({ setId }) => setId === stranger)
    const wrote = (question: { headRevision: number | null } | undefined, by: number) => (tx: Db) =>
      tx
        .update(revisions)
        .set({ createdBy: by })
        .where(eq(revisions.id, question?.headRevision ?? 0))
    await site.rt.storage.atomically(wrote(inContest[3], who(0)))
    await site.rt.storage.atomically(wrote(foreign, who(1)))
    await site.rt.storage.atomically(async tx => {
      const act = { publicId: 'act', act: 'approve', by: who(2), at: noon, note: '' } as const
      const [made] = await tx.insert(questionActs).values(act).returning({ id: questionActs.id })
      const place = { set: inContest[5]?.setId ?? 0, state: 'published', current: 1, head: 1 } as const
      const step = { actId: made?.id ?? 0, questionId: inContest[5]?.id ?? 0, before: place, after: place }
      await tx.insert(questionSteps).values(step)
    })
    const excluded = await excludedFrom(read, contestId)
    expect([0, 1, 2, 3, 4].filter(i => excluded.has(who(i)))).toEqual([0, 2])
    await freeze()
    expect((await file()).file?.frozen.groups[0]?.people).toHaveLength(3)
  })

  it('falls back to the next score when too few qualify', async () => {
    const people = [...perfect(1), ...[95, 95, 90, 90, 85].map((score, i) => ({ phone: phone(20 + i), score }))]
    await contest({ draws: [{ ...lucky, fallBackTo: 90, alternates: 0 }] }, people)
    await freeze()
    expect((await file()).file?.frozen.groups.map(group => [group.name, group.people.length])).toEqual([
      ['qualified', 1],
      ['95', 2],
    ])
  })

  it('gives one chance for each perfect paper where the rules say so', async () => {
    const twice = { phone: phone(1), score: 100, more: [{ score: 100, at: 3_600_000 }] }
    const rules = { draws: [{ ...lucky, chances: { by: 'perfect-paper' as const } }] }
    await contest(rules, [...perfect(1), twice])
    await freeze()
    const chances = (await file()).file?.frozen.groups[0]?.people.map(entry => entry.slice(65))
    expect(chances?.sort()).toEqual(['1', '2'])
  })

  it.each([
    ['draw-unknown', { rule: 'other' }],
    ['draw-unknown', { scope: '2026-11-22' }],
    ['invalid-request', { source: ' ' }],
    ['draw-number-late', { at: noon + 7 * dayMs }],
  ])('is refused: %s', async (refusal, change) => {
    await contest({ draws: [lucky] }, perfect(2))
    expect(await freeze(change)).toMatchObject({ refusal })
  })

  it('is refused while papers are open, without anybody on it, and in a contest that is not there', async () => {
    await contest({ draws: [lucky] }, [{ phone: phone(1), score: 95 }])
    site.at(0)
    expect(await freeze()).toMatchObject({ refusal: 'not-final-yet' })
    const { who } = await citizen(site.rt, phone(2))
    expect(await startAttempt(site.rt, who, 'test', 'zh')).toMatchObject({ ok: true })
    site.at(7 * dayMs + 1000)
    expect(await freeze()).toMatchObject({ refusal: 'not-final-yet' })
  })

  it('is refused without anybody on it, and in a contest that is not there', async () => {
    await contest({ draws: [lucky] }, [{ phone: phone(1), score: 95 }])
    expect(await freeze()).toMatchObject({ refusal: 'draw-empty' })
    expect(await proposeFreeze(site.rt, zhao, 'nowhere', wish())).toMatchObject({ refusal: 'not-found' })
  })

  it('is refused when the prizes are no longer those that were promised', async () => {
    await contest({ draws: [lucky] }, perfect(2))
    await site.rt.storage.atomically(tx => putTerms(tx, contestId, 'ab'.repeat(32), noon))
    expect(await freeze()).toMatchObject({ refusal: 'prize-terms-changed' })
  })

  it('waits for the awards where each has one prize', async () => {
    await contest({ draws: [lucky], awards: { tiers: usualRules.awards.tiers } }, perfect(2))
    expect(await freeze()).toMatchObject({ refusal: 'draw-no-awards' })
  })

  it('approved too late, is not frozen: its number may be known by then', async () => {
    await contest({ draws: [lucky] }, perfect(2))
    const proposal = await proposeFreeze(site.rt, zhao, 'test', wish())
    site.at(8 * dayMs)
    expect(await approved(site.rt, qian, proposal)).toMatchObject({ refusal: 'draw-number-late' })
  })
})

describe('A draw', () => {
  it('follows from list, secret and number, is checked from its file alone, and fills a list of winners', async () => {
    await contest({ draws: [lucky] }, perfect(6))
    await freeze()
    const { commitment } = await file()
    expect(await announce()).toMatchObject({ ok: true })
    const after = await file()
    expect(after).toMatchObject({ failed: null, commitment })
    expect(after.file?.drawn).toMatchObject({ number: '03 08 11 19 24 30 07' })
    const rows = await onList()
    expect(rows.map(({ winner }) => winner.tier)).toEqual(['first', 'second', null, null])
    const { who } = await citizen(site.rt, phone(0))
    const [mine] = await chancesOf(site.rt, who)
    const place = rows.findIndex(({ winner }) => winner.accountId === who.account.id)
    expect(mine?.place).toBe(place < 0 ? null : place + 1)
  })

  it('waits for the announcement, takes only a number, and is made once', async () => {
    await contest({ draws: [lucky] }, perfect(3))
    await freeze()
    const id = (await latest())?.publicId ?? ''
    expect(await proposeNumber(site.rt, zhao, 'test', id, '1234')).toMatchObject({ refusal: 'draw-number-early' })
    expect(await announce('十二')).toMatchObject({ refusal: 'draw-number' })
    expect(await proposeNumber(site.rt, zhao, 'test', 'x', '1234')).toMatchObject({ refusal: 'not-found' })
    expect(await proposeNumber(site.rt, zhao, 'other', id, '1234')).toMatchObject({ refusal: 'not-found' })
    const [first, second] = [
      await proposeNumber(site.rt, zhao, 'test', id, '1234'),
      await proposeNumber(site.rt, zhao, 'test', id, '5678'),
    ]
    expect(await approved(site.rt, qian, first)).toMatchObject({ ok: true })
    expect(await approved(site.rt, qian, second)).toMatchObject({ refusal: 'draw-made' })
    expect(await announce()).toMatchObject({ refusal: 'draw-made' })
  })

  it('is repeated only as a new public record that names the first one and the reason', async () => {
    await contest({ draws: [lucky] }, perfect(4))
    await freeze()
    await announce()
    const first = await latest()
    const later = { at: noon + 9 * dayMs }
    expect(await freeze(later)).toMatchObject({ refusal: 'draw-made' })
    expect(await freeze({ ...later, repeatWhy: '号码抄错，见公告第 3 号' })).toMatchObject({ ok: true })
    const { frozen } = (await file()).file ?? {}
    expect(frozen?.repeats).toEqual({ draw: first?.publicId, reason: '号码抄错，见公告第 3 号' })
    expect(await drawsOf(site.rt.storage.read, contestId)).toHaveLength(2)
    expect((await drawFile(site.rt, 'test', first?.publicId ?? '')).ok).toBe(true)
    expect((await onList()).every(({ winner }) => winner.endedWhy === 'repeated')).toBe(true)
  })

  it('of a day and of a stage has the people of that day and stage; earlier winners do not win again', async () => {
    const stages = [{ id: 'one', name: name('一'), opensAt: noon - 3_600_000, closesAt: noon + 2 * dayMs }]
    const daily = { ...lucky, id: 'daily', when: 'daily' as const, alternates: 0 }
    const staged = { ...lucky, id: 'staged', when: 'per-stage' as const, alternates: 0, fallBackTo: 0 }
    const rules = { draws: [daily, staged], calendar: { stages } }
    contestId = await contestWith(site.rt, { rules: { awards: { tiers: [] }, ...rules } })
    for (const [i, at] of [0, 0, 0, dayMs, dayMs, 3 * dayMs].entries())
      await entrant(site, contestId, { phone: phone(i), score: 100, at: at + 60_000 })
    site.at(dayMs)
    const today = { rule: 'daily', scope: '2026-11-22', at: noon + 2 * dayMs }
    expect(await freeze({ ...today, scope: '2026-11-23' })).toMatchObject({ refusal: 'not-final-yet' })
    expect(await freeze(today)).toMatchObject({ ok: true })
    expect((await file()).file?.frozen.groups[0]?.people).toHaveLength(3)
    site.at(2 * dayMs + 1)
    await announce()
    site.at(2 * dayMs + 1)
    expect(await freeze({ rule: 'staged', scope: 'one', at: noon + 9 * dayMs })).toMatchObject({ ok: true })
    expect((await file()).file?.frozen.groups[0]?.people).toHaveLength(3)
  })
})
