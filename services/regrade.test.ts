import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Allowed, allow } from '#core/account/roles'
import { combined, type Decision, markGraded } from '#core/attempt/regrade'
import { attemptsIn } from '#db/attempt'
import { auditPage } from '#db/audit'
import { contestById } from '#db/contest'
import { answersOfAll, finishedAttempts } from '#db/finished'
import { type RevisionName, regradesOf, revisionNames } from '#db/regrade'
import { insertAccounts } from '#db/sample'
import { standings } from '../db/schema/standing.ts'
import { recount } from './counting.ts'
import { decideRegrade, previewRegrade, undoRegrade } from './regrade.ts'
import { settleRegrades } from './regrade-settle.ts'
import { regradesShown } from './regrade-view.ts'
import { scoreOf } from './scoring.ts'
import { publicId } from './secrets.ts'
import { contestTaken } from './taken.fixture.ts'
import { noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let organizer: Allowed<'contests.write'>
let contestId: number
beforeEach(async () => {
  site = await openTestSite()
  const taken = await contestTaken(site, 60)
  contestId = taken.contestId
  const name = publicId()
  const ids = await site.rt.storage.atomically(tx =>
    insertAccounts(tx, [
      {
        publicId: name,
        login: 'qian',
        name: '钱',
        showName: false,
        roles: ['organizer'],
        sample: false,
        createdAt: noon,
      },
    ]),
  )
  organizer = allow(
    { id: ids.get(name) as number, roles: ['organizer'] },
    'contests.write',
  ) as Allowed<'contests.write'>
  await site.rt.storage.atomically(async tx => recount(site.rt, tx, await row()))
})
afterEach(() => site.close())

const row = async () =>
  (await contestById(site.rt.storage.read, contestId)) as NonNullable<Awaited<ReturnType<typeof contestById>>>

/** Public id of a question on many papers. */
async function questionAt(at: number): Promise<{ question: string; revision: number; revisionId: number }> {
  const all = await papers()
  const ids = [...new Set(all.flatMap(attempt => attempt.paper.map(slot => slot.revision)))].sort((a, b) => a - b)
  const revisionId = ids[at % ids.length] as number
  const name = (await revisionNames(site.rt.storage.read, [revisionId])).get(revisionId) as RevisionName
  return { question: name.question, revision: name.revision, revisionId }
}

async function papers() {
  const all = []
  for await (const attempts of finishedAttempts(site.rt.storage.read, contestId)) all.push(...attempts)
  return all
}

const decided = (question: { question: string; revision: number }, decision: Decision) =>
  decideRegrade(site.rt, organizer, 'test', {
    question: question.question,
    revision: question.revision,
    decision,
    reason: '答案有误，专家组复核',
    erratum: { zh: '一道题的答案有误，现予更正。', en: '' },
  })

const board = async () =>
  (await site.rt.storage.read.select().from(standings).where(eq(standings.contestId, contestId)))
    .sort((a, b) => b.score - a.score || a.durationMs - b.durationMs || a.accountId - b.accountId)
    .map(({ accountId, score, durationMs, finishedAt }) => [accountId, score, durationMs, finishedAt] as const)
const scores = async () => (await papers()).map(({ id, score, correct }) => [id, score, correct])

describe('a regrade', () => {
  it('shows before anything changes who gains, who moves and whose award changes, and then does just that', async () => {
    const question = await questionAt(3)
    const [boardBefore, scoresBefore] = [await board(), await scores()]
    const preview = await previewRegrade(site.rt, organizer, 'test', { ...question, decision: { kind: 'give-all' } })
    if (!preview.ok) throw new Error(preview.refusal)
    expect(await board()).toEqual(boardBefore)
    expect(await scores()).toEqual(scoresBefore)
    await decided(question, { kind: 'give-all' })
    await settleRegrades(site.rt)
    const after = new Map((await board()).map(([account, score]) => [account, score as number]))
    const gains = boardBefore.map(([account, score]) => (after.get(account as number) as number) - (score as number))
    expect(preview.value.people).toBe(60)
    expect(preview.value.gained).toBe(gains.filter(gain => gain > 0).length)
    expect(preview.value.gained).toBeGreaterThan(0)
    expect(preview.value.mostGained).toBe(Math.max(...gains))
    const rankOf = (rows: readonly (readonly unknown[])[]) => new Map(rows.map(([account], i) => [account, i]))
    const [was, is] = [rankOf(boardBefore), rankOf(await board())]
    const up = [...was].filter(([account, at]) => (is.get(account) as number) < at).length
    expect(preview.value.up).toBe(up)
  })

  it('leaves a board like one counted from scratch, whatever is decided, decided again and taken back', async () => {
    const kinds: Decision[] = [
      { kind: 'give-all' },
      { kind: 'void' },
      { kind: 'accept', choices: [2, 4] },
      { kind: 'accept', choices: [8] },
    ]
    const steps = fc.array(fc.record({ at: fc.nat({ max: 29 }), kind: fc.nat({ max: 3 }), undo: fc.boolean() }), {
      minLength: 1,
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(steps, async steps => {
        const before = await board()
        const open: string[] = []
        for (const { at, kind, undo } of steps) {
          const made = await decided(await questionAt(at), kinds[kind] as Decision)
          if (!made.ok) throw new Error(made.refusal)
          if (!open.includes(made.value)) open.push(made.value)
          if (undo) await undoRegrade(site.rt, organizer, 'test', open.pop() as string, '复核后撤回')
          await settleRegrades(site.rt)
        }
        expect(await scores()).toEqual(await scoresFromScratch())
        const settled = await board()
        await site.rt.storage.atomically(async tx => recount(site.rt, tx, await row()))
        expect(await board()).toEqual(settled)
        for (const id of open) await undoRegrade(site.rt, organizer, 'test', id, '复核后撤回')
        await settleRegrades(site.rt)
        expect(await board()).toEqual(before)
      }),
      { numRuns: 12 },
    )
  })

  it('is one and the same when it is decided twice', async () => {
    const question = await questionAt(0)
    const first = await decided(question, { kind: 'accept', choices: [2, 4] })
    await settleRegrades(site.rt)
    const settled = [await board(), await scores()]
    const second = await decided(question, { kind: 'accept', choices: [4, 2] })
    await settleRegrades(site.rt)
    expect(second).toEqual(first)
    expect([await board(), await scores()]).toEqual(settled)
  })

  it('holds for papers that are handed in afterwards, also before the earlier ones are settled', async () => {
    const question = await questionAt(0)
    await decided(question, { kind: 'give-all' })
    const [attempt] = (await papers()).filter(({ paper }) => paper.some(slot => slot.revision === question.revisionId))
    const unsettled = (await attemptsIn(site.rt.storage.read, contestId, attempt?.accountId ?? 0))[0]
    const marked = await scoreOf(site.rt, site.rt.storage.read, unsettled as never)
    expect(marked.score).toBeGreaterThanOrEqual(attempt?.score ?? 0)
    expect(unsettled?.score).toBe(attempt?.score)
  })

  it('is refused without a reason, without a correction, and for what the question does not have', async () => {
    const question = await questionAt(0)
    const wish = { ...question, decision: { kind: 'void' as const }, reason: '复核', erratum: { zh: '更正', en: '' } }
    expect(await decideRegrade(site.rt, organizer, 'test', wish)).toMatchObject({ refusal: 'reason-needed' })
    const without = { ...wish, reason: '专家组复核', erratum: { zh: ' ', en: '' } }
    expect(await decideRegrade(site.rt, organizer, 'test', without)).toMatchObject({ refusal: 'erratum-needed' })
    const key = await decided(question, { kind: 'accept', choices: [1] })
    expect(key).toMatchObject({ refusal: 'regrade-choice', detail: { problem: 'is-the-key' } })
    expect(await decided({ ...question, revision: 9 }, { kind: 'void' })).toMatchObject({ refusal: 'not-found' })
    expect(await previewRegrade(site.rt, organizer, 'none', { ...question, decision: { kind: 'void' } })).toMatchObject(
      { refusal: 'not-found' },
    )
  })

  it('is taken back once, with a reason', async () => {
    const made = await decided(await questionAt(0), { kind: 'void' })
    const id = made.ok ? made.value : ''
    expect(await undoRegrade(site.rt, organizer, 'test', id, '')).toMatchObject({ refusal: 'reason-needed' })
    expect(await undoRegrade(site.rt, organizer, 'test', 'x', '复核后撤回')).toMatchObject({ refusal: 'not-found' })
    expect(await undoRegrade(site.rt, organizer, 'test', id, '复核后撤回')).toMatchObject({ ok: true })
    expect(await undoRegrade(site.rt, organizer, 'test', id, '复核后撤回')).toMatchObject({ refusal: 'undone-already' })
  })

  it('stands in the audit log and in the list, with how far it has come', async () => {
    await decided(await questionAt(0), { kind: 'void' })
    expect(await regradesShown(site.rt, organizer, 'test')).toMatchObject({ value: [{ by: '钱', settledAt: null }] })
    await settleRegrades(site.rt)
    const [listed] = (
      (await regradesShown(site.rt, organizer, 'test')) as { value: { marked: number; total: number }[] }
    ).value
    expect(listed?.marked).toBe(listed?.total)
    const log = await auditPage(site.rt.storage.read, { actor: null, action: null, subject: null, before: null }, 10)
    expect(log[0]).toMatchObject({ action: 'regrade.decided', subject: 'contest:test', reason: '答案有误，专家组复核' })
  })
})

/** Every paper marked anew from keys and decisions, as if it were handed in now. */
async function scoresFromScratch() {
  const all = await papers()
  const answers = await answersOfAll(
    site.rt.storage.read,
    all.map(({ id }) => id),
  )
  const rows = (await regradesOf(site.rt.storage.read, contestId)).filter(row => row.undoneAt === null)
  const { rules } = await row()
  return all.map(({ id, paper }) => {
    const graded = paper.map(({ revision, kind }) => {
      const decisions = rows.filter(row => row.revisionId === revision).map(row => row.decision)
      return { kind, right: 1, decision: combined(decisions) }
    })
    const choices = new Map((answers.get(id) ?? []).map(answer => [answer.position - 1, answer.choice]))
    const { score, correct } = markGraded(rules.paper, graded, choices)
    return [id, score, correct]
  })
}
