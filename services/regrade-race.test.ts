/** Papers that are handed in while a regrade is decided: each is marked by what was decided, and its owner reads of it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Allowed } from '#core/account/roles'
import { attemptByPublicId } from '#db/attempt'
import { contestBySlug } from '#db/contest'
import { finishedAttempts } from '#db/finished'
import { isTakingOver, revisionNames } from '#db/regrade'
import type { Db } from '#db/storage'
import { partStandings, standings } from '../db/schema/standing.ts'
import { saveAnswer } from './answer.ts'
import { finishAttempt, startAttempt } from './attempt.ts'
import { foldBoards, recount } from './counting.ts'
import { grade } from './grade.ts'
import { forgetMoments } from './memory.ts'
import { decideRegrade, undoRegrade } from './regrade.ts'
import { settleRegrades } from './regrade-settle.ts'
import { resultOf } from './result.ts'
import { scoreOf } from './scoring.ts'
import { standingsOf } from './standing.ts'
import { contestTaken } from './taken.fixture.ts'
import { citizen, contestWith, inventedQuestion, openTestSite, type TestSite } from './testing.ts'
import { staffWith } from './testing-staff.ts'

let site: TestSite
let organizer: Allowed<'contests.write'>
beforeEach(async () => {
  site = await openTestSite()
  organizer = (await staffWith(site.rt, ['organizer'])).may('contests.write')
})
afterEach(() => site.close())

/** So many hand in at once. */
const people = 20

it('twenty finishes at once with a decision, and again with its undoing, leave the board of a count from scratch', async () => {
  await contestWith(site.rt, {
    rules: { paper: { total: 5 }, attempts: { total: 2 }, counts: { by: 'daily-sum', cap: null } },
  })
  const here = await Promise.all(
    Array.from({ length: people }, (_, i) => citizen(site.rt, `1380020${String(1000 + i)}`)),
  )
  const decide = async () => {
    const { question, revision } = await onManyPapers(await allAttempts())
    const wish = { question, revision, decision: { kind: 'give-all' as const } }
    const words = { reason: '专家组复核', erratum: { zh: '更正一道题', en: '' } }
    return decideRegrade(site.rt, organizer, 'test', { ...wish, ...words })
  }
  let ids: string[] = []
  const allAttempts = async () => Promise.all(ids.map(id => attemptByPublicId(site.rt.storage.read, id)))
  /** All start and answer; then the finishes and the act go off together. */
  const round = async (act: () => Promise<unknown>) => {
    const started = await Promise.all(here.map(person => begin(person)))
    ids = [...ids, ...started]
    const done = here.map((person, i) => finishAttempt(site.rt, person.who, started[i] as string))
    const [acted, ...finished] = await Promise.all([
      act().then(settled => settleRegrades(site.rt).then(() => settled)),
      ...done,
    ])
    expect(finished.map(one => one.ok)).toEqual(finished.map(() => true))
    await settleRegrades(site.rt)
    await foldBoards(site.rt)
    await compare((await allAttempts()).flatMap(attempt => attempt ?? []))
    return acted as { ok: true; value: string }
  }
  const made = await round(decide)
  expect(made.ok).toBe(true)
  await round(() => undoRegrade(site.rt, organizer, 'test', made.value, '复核后撤回'))
}, 60_000)

it('a paper that was marked before a decision and is stored after it is marked again', async () => {
  await contestWith(site.rt, { rules: { paper: { total: 5 } } })
  const started = await begin(await citizen(site.rt, '13800209999'))
  const find = async (db: Db) => (await attemptByPublicId(db, started)) as NonNullable<Attempts[number]>
  const { question, revision } = await onManyPapers([await find(site.rt.storage.read)])
  const { promise: stored, resolve: store } = Promise.withResolvers<void>()
  const { promise: marked, resolve: mark } = Promise.withResolvers<void>()
  const handingIn = site.rt.storage.atomically(async tx => {
    await grade(site.rt, tx, await find(tx), 'person')
    mark()
    await stored
  })
  await marked
  const wish = { question, revision, decision: { kind: 'give-all' as const } }
  const words = { reason: '专家组复核', erratum: { zh: '更正一道题', en: '' } }
  const deciding = decideRegrade(site.rt, organizer, 'test', { ...wish, ...words }).then(() => settleRegrades(site.rt))
  // Long enough for a decision that waits for nobody to be settled.
  await sleep(500)
  store()
  await Promise.all([handingIn, deciding])
  await compare([await find(site.rt.storage.read)])
}, 60_000)

it('its owner reads on the result which question was decided about, when, why, and that it was taken back', async () => {
  await contestWith(site.rt, { rules: { paper: { total: 5 } } })
  const person = await citizen(site.rt, '13800209998')
  const id = await begin(person)
  await finishAttempt(site.rt, person.who, id)
  const own = await attemptByPublicId(site.rt.storage.read, id)
  const revisions = own?.paper.map(slot => slot.revision) ?? []
  const names = await revisionNames(site.rt.storage.read, revisions)
  const { question = '', revision = 1 } = names.get(revisions[2] ?? 0) ?? {}
  const result = async () => {
    const found = await resultOf(site.rt, person.who, id, 'zh')
    if (!found.ok) throw new Error(found.refusal)
    const { corrections, review } = found.value
    return { corrections, decisions: review?.map(one => one.decision) }
  }
  expect(await result()).toEqual({ corrections: [], decisions: [null, null, null, null, null] })
  const words = { reason: '专家组复核', erratum: { zh: '题干有歧义，不计分。', en: '' } }
  const made = await decideRegrade(site.rt, organizer, 'test', {
    question,
    revision,
    decision: { kind: 'void' },
    ...words,
  })
  expect((await result()).corrections).toEqual([])
  await settleRegrades(site.rt)
  const at = site.rt.clock.now()
  const told = { position: 3, decision: 'void', text: '题干有歧义，不计分。', at, undoneAt: null }
  expect(await result()).toEqual({ corrections: [told], decisions: [null, null, 'void', null, null] })
  await undoRegrade(site.rt, organizer, 'test', made.ok ? made.value : '', '复核后撤回')
  await settleRegrades(site.rt)
  expect((await result()).corrections).toEqual([{ ...told, undoneAt: at }])
})

it('many scores are taken in while boards and ranks are hidden; a stop or another decision on the way changes nothing in the end', async () => {
  // Everybody has all eight questions: all who were wrong change.
  await contestTaken(site, 150, { drafts: Array.from({ length: 8 }, (_, i) => inventedQuestion(i)) })
  const person = await citizen(site.rt, '13800209997')
  const own = await begin(person)
  await finishAttempt(site.rt, person.who, own)
  const contest = await contestBySlug(site.rt.storage.read, 'test')
  if (!contest) throw new Error('No contest')
  await site.rt.storage.atomically(tx => recount(site.rt, tx, contest))
  const attempts = async (): Promise<Stored[]> => {
    const all = []
    for await (const page of finishedAttempts(site.rt.storage.read, contest.id)) all.push(...page)
    return all.map(attempt => ({ ...attempt, contestId: contest.id }))
  }
  const ids = [...new Set((await attempts()).flatMap(attempt => attempt.paper.map(slot => slot.revision)))]
  const names = await revisionNames(site.rt.storage.read, ids)
  const decide = (at: number) => {
    const { question = '', revision = 1 } = names.get(ids[at] ?? 0) ?? {}
    const words = { reason: '专家组复核', erratum: { zh: '更正一道题', en: '' } }
    return decideRegrade(site.rt, organizer, 'test', { question, revision, decision: { kind: 'give-all' }, ...words })
  }
  const shown = async () => {
    forgetMoments(site.rt)
    const query = {
      slug: 'test',
      by: 'person',
      region: null,
      limit: 50,
      after: null,
      accountId: null,
      locale: 'zh',
    } as const
    const board = await standingsOf(site.rt, query)
    const result = await resultOf(site.rt, person.who, own, 'zh')
    if (!board.ok || !result.ok) throw new Error('No board or no result')
    const { rank, rankWaits, region } = result.value
    const place = { ranked: rank !== null, rankWaits, inRegion: region !== null }
    return { rows: board.value.rows.length, regrading: board.value.regrading, ...place }
  }
  const { storage } = site.rt
  const { atomically } = storage
  let hooks: (() => Promise<void>)[] = []
  const seen: unknown[] = []
  Object.assign(storage, {
    atomically: async (work: Parameters<typeof atomically>[0]) => {
      const done = await atomically(work)
      const [hook] = (await isTakingOver(storage.read, contest.id)) ? hooks.splice(0, 1) : []
      await hook?.()
      return done
    },
  })
  try {
    await decide(0)
    hooks = [
      async () => void seen.push(await shown()),
      async () => void (await decide(1)),
      async () => void seen.push(await shown()),
      async () => {
        throw new Error('stopped')
      },
    ]
    await expect(settleRegrades(site.rt)).rejects.toThrow('stopped')
    seen.push(await shown())
  } finally {
    Object.assign(storage, { atomically })
  }
  const hidden = { rows: 0, regrading: true, ranked: false, rankWaits: 'regrade', inRegion: false }
  expect(seen).toEqual(Array(3).fill(hidden))
  await settleRegrades(site.rt)
  const there = { rows: 50, regrading: false, ranked: true, rankWaits: null, inRegion: true }
  expect(await shown()).toEqual(there)
  await compare(await attempts())
}, 60_000)

async function begin({ who, token }: Awaited<ReturnType<typeof citizen>>): Promise<string> {
  const started = await startAttempt(site.rt, who, 'test', 'zh', null)
  if (!started.ok) throw new Error(started.refusal)
  const { attempt, paper } = started.value
  for (const { position, options } of paper.slice(0, 3))
    await saveAnswer(site.rt, token, attempt.id, { position, choice: [options[0]?.id ?? ''], sequence: 1 })
  return attempt.id
}

type Attempts = Awaited<ReturnType<typeof attemptByPublicId>>[]

async function onManyPapers(attempts: Attempts) {
  const shown = Map.groupBy(
    attempts.flatMap(attempt => attempt?.paper.map(slot => slot.revision) ?? []),
    revision => revision,
  )
  const [revision] = [...shown].sort(([, a], [, b]) => b.length - a.length)[0] as [number, number[]]
  const name = (await revisionNames(site.rt.storage.read, [revision])).get(revision)
  if (!name) throw new Error('No such revision')
  return name
}

type Stored = Pick<NonNullable<Attempts[number]>, 'id' | 'contestId' | 'paper' | 'score' | 'correct'>

/** Scores by keys and decisions in force, and boards counted anew, are what is stored. */
async function compare(attempts: Stored[]): Promise<void> {
  const { read } = site.rt.storage
  for (const attempt of attempts) {
    const { score, correct } = await scoreOf(site.rt, read, attempt)
    expect([attempt.id, attempt.score, attempt.correct]).toEqual([attempt.id, score, correct])
  }
  const contest = await contestBySlug(read, 'test')
  if (!contest) throw new Error('No contest')
  const board = async () => {
    const whole = await read.select().from(standings).where(eq(standings.contestId, contest.id))
    const parts = await read.select().from(partStandings).where(eq(partStandings.contestId, contest.id))
    return [...whole, ...parts].map(row => JSON.stringify(row)).sort()
  }
  const stored = await board()
  expect(stored.length).toBeGreaterThan(0)
  await site.rt.storage.atomically(tx => recount(site.rt, tx, contest))
  expect(await board()).toEqual(stored)
}
