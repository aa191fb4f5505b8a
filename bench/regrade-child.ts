/** Measures a regrade and the statistics of questions on one database; sends what it found, one act a message. */
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import pino from 'pino'
import { type Allowed, allow } from '#core/account/roles'
import { shuffled } from '#core/paper/paper'
import { seededRandom } from '#core/random'
import { insertAccount } from '#db/account'
import { type ContestRow, contestById, currentRevisions, setsOfContest } from '#db/contest'
import { setFact } from '#db/meta'
import { replaceRegions } from '#db/region'
import { revisionNames } from '#db/regrade'
import { recount } from '#services/counting'
import { readEnvironment } from '#services/environment'
import { openRuntime } from '#services/open'
import { decideRegrade, previewRegrade, undoRegrade } from '#services/regrade'
import { settleRegrades } from '#services/regrade-settle'
import { publicId } from '#services/secrets'
import { readRegionFiles } from '#services/seed-regions'
import { refreshStatistics } from '#services/statistics'
import { contestWith, inventedQuestion } from '#services/testing'
import { attemptColumns, type Cell, fillAccounts, firstAccount, openBulk } from './board-fill.ts'

const papers = Number(process.argv[2])
/** Of the contest's pool; a paper has twenty of them. */
const [poolSize, paperSize] = [300, 20]
const rowsAtOnce = 10_000

const read = readEnvironment(process.env)
if (!read.ok) throw new Error(read.problems.join('\n'))
const { dataDir, databaseUrl } = read.environment
const rt = await openRuntime(read.environment, pino({ level: 'error' }))
const { contest, organizer, revisions } = await setUp()
const started = performance.now()
await fill()
await rt.storage.atomically(tx => recount(rt, tx, contest))
console.log(`  ${papers} papers filled and counted in ${((performance.now() - started) / 1000).toFixed(1)} s`)

const [revisionId = 0] = revisions
const { question = '', revision = 1 } = (await revisionNames(rt.storage.read, [revisionId])).get(revisionId) ?? {}
const wish = { question, revision, decision: { kind: 'void' as const } }
let made = ''
await measured('preview', async () => {
  const preview = await previewRegrade(rt, organizer, contest.slug, wish)
  if (!preview.ok || preview.value.changed === 0) throw new Error('Nothing would change')
})
await measured('confirm', async () => {
  const words = { reason: '专家组复核', erratum: { zh: '一道题不计分', en: '' } }
  const decided = await decideRegrade(rt, organizer, contest.slug, { ...wish, ...words })
  if (!decided.ok) throw new Error(decided.refusal)
  made = decided.value
  await settleRegrades(rt)
})
await measured('undo', async () => {
  await undoRegrade(rt, organizer, contest.slug, made, '复核后撤回')
  await settleRegrades(rt)
})
await measured('statistics', async () => {
  if (!(await refreshStatistics(rt, contest))) throw new Error('Nothing was computed')
})
await rt.storage.close()
process.disconnect?.()

/**
 * Sends how long it took; how long others waited meanwhile, at the 99th percentile and at most: for the loop, and for a
 * small write of their own. Milliseconds.
 */
async function measured(name: string, work: () => Promise<void>): Promise<void> {
  const loop = monitorEventLoopDelay({ resolution: 1 })
  loop.enable()
  const writes: number[] = []
  let over = false
  const writing = writeAtTimes(writes, () => over)
  const from = performance.now()
  await work()
  const ms = Math.round(performance.now() - from)
  // A block at the very end is seen only by the turn after it.
  await sleep(50)
  loop.disable()
  over = true
  await writing
  const waits = writes.sort((a, b) => a - b).map(wait => Math.round(wait * 10) / 10)
  const writeP99Ms = waits[Math.floor(waits.length * 0.99)] ?? 0
  const writeMostMs = waits.at(-1) ?? 0
  const [loopP99Ms, loopMostMs] = [loop.percentile(99), loop.max].map(nanoseconds => Math.round(nanoseconds / 1e5) / 10)
  process.send?.({ [name]: { ms, loopP99Ms, loopMostMs, writeP99Ms, writeMostMs } })
}

/** One small unit after another, with a breath between. */
async function writeAtTimes(waits: number[], isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const from = performance.now()
    await rt.storage.atomically(tx => setFact(tx, 'bench', String(from)))
    waits.push(performance.now() - from)
    await sleep(20)
  }
}

async function setUp() {
  const { editions, units } = await readRegionFiles(join(import.meta.dirname, '../regions'))
  await rt.storage.atomically(tx => replaceRegions(tx, editions, units))
  const now = rt.clock.now()
  const drafts = Array.from({ length: poolSize }, (_, i) => inventedQuestion(i))
  const window = { opensAt: now - 9e8, closesAt: now + 9e8, publishedAt: now - 9e8 }
  const id = await contestWith(rt, { slug: 'bench', drafts, rules: { paper: { total: paperSize } }, ...window })
  const staff = { publicId: publicId(), login: 'bench', roles: ['organizer' as const], createdAt: now }
  const account = await rt.storage.atomically(tx => insertAccount(tx, staff))
  const organizer = allow({ id: account, roles: staff.roles, from: 'local' }, 'contests.write')
  const sets = await setsOfContest(rt.storage.read, id)
  const current = await currentRevisions(
    rt.storage.read,
    sets.map(set => set.id),
  )
  return {
    contest: (await contestById(rt.storage.read, id)) as ContestRow,
    organizer: organizer as Allowed<'contests.write'>,
    revisions: current.map(row => row.id),
  }
}

/** One finished paper a person, written past the product: skill decides how many answers are right. */
async function fill(): Promise<void> {
  const bulk = await openBulk(dataDir, databaseUrl)
  await fillAccounts(bulk, 0, papers)
  const random = seededRandom(papers)
  for (let from = 0; from < papers; from += rowsAtOnce) {
    const people = Array.from({ length: Math.min(rowsAtOnce, papers - from) }, (_, i) => invented(from + i, random))
    await bulk.insert(
      'attempts',
      attemptColumns,
      people.map(({ attempt }) => Object.keys(attemptColumns).map(name => attempt[name] ?? null)),
    )
    for (let at = 0; at < people.length; at += 500)
      await bulk.insert(
        'answers',
        { attemptId: 'int', position: 'int', choice: 'int', sequence: 'int', savedAt: 'bigint', late: 'bool' },
        people.slice(at, at + 500).flatMap(person => person.answers),
      )
  }
  await bulk.settle()
  await bulk.close()
}

function invented(i: number, random: () => number): { attempt: Record<string, Cell>; answers: Cell[][] } {
  const [id, accountId, skill] = [1_000_000 + i, firstAccount + i, random()]
  const startedAt = contest.opensAt + Math.floor(random() * 8e8)
  const taken = shuffled(revisions, random).slice(0, paperSize)
  const choices = taken.map(() => (random() < skill ? 1 : 2 << Math.floor(random() * 3)))
  const correct = choices.filter(choice => choice === 1).length
  const durationMs = 60_000 + Math.floor(random() * 500_000)
  const paper = JSON.stringify(taken.map(revision => ({ revision, kind: 'single', order: [0, 1, 2, 3] })))
  const times = { startedAt, deadlineAt: startedAt + 600_000, acceptUntil: startedAt + 603_000, durationMs }
  const result = { score: correct * 5, maximum: paperSize * 5, correct, finishedAt: startedAt + durationMs }
  const who = { id, publicId: `bench-${id}`, contestId: contest.id, accountId, number: 1, region: 'yuzhong' }
  return {
    attempt: { ...who, ...times, ...result, paper, displaced: '[]', heldBy: 0, finishedBy: 'person' },
    answers: choices.map((choice, at) => [
      ...[id, at + 1, choice, 1, startedAt + Math.floor(((at + 1) * durationMs) / paperSize), false],
    ]),
  }
}
