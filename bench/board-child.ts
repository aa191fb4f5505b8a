/** Measures boards on the database that the environment names: fills it, asks, and sends the figures to its parent. */
import { dayMs } from '#core/day'
import type { Scope } from '#core/standing/scope'
import { accountById } from '#db/account'
import { peopleFrom } from '#db/board'
import { rebuildBoards } from '#db/board-rebuild'
import { type ContestRow, contestById, contestBySlug, insertContest, setsOfContest } from '#db/contest'
import { openLog } from '#door/log'
import { finishAttempt, startAttempt } from '#services/attempt'
import { regionRows } from '#services/board-groups'
import { ownRow, peoplePage } from '#services/board-people'
import { foldBoards, keepBoards } from '#services/counting'
import { readEnvironment } from '#services/environment'
import { openRuntime } from '#services/open'
import { unitsOf } from '#services/region'
import { publicId } from '#services/secrets'
import { seed } from '#services/seed'
import { fillAccounts, fillContest, firstAccount, openBulk } from './board-fill.ts'

const asks = 400
const pageSize = 50
/** Finishes at the same time, and how many are measured. */
const parallel = 32
const finishes = 320

const sizes = process.argv.slice(2).map(Number)
const read = readEnvironment(process.env)
if (!read.ok) throw new Error(read.problems.join('\n'))
const { dataDir, databaseUrl } = read.environment
const rt = await openRuntime(read.environment, openLog('error'))
await seed(rt)
const bulk = await openBulk(dataDir, databaseUrl)
const seeded = (await contestBySlug(rt.storage.read, `chongqing-${new Date().getFullYear()}`)) as ContestRow
const homes = (await unitsOf(rt, seeded.edition)).flatMap(unit =>
  unit.kind === 'zone' ? [] : Array<string>(Math.ceil((unit.population ?? 0) / 20_000)).fill(unit.slug),
)
let accounts = 0
for (const size of sizes) {
  if (size + finishes > accounts) {
    await fillAccounts(bulk, accounts, size + finishes)
    accounts = size + finishes
  }
  for (const equal of [false, true])
    process.send?.({ size, scores: equal ? 'equal' : 'spread', ...(await measure(size, equal)) })
}
await bulk.close()
await rt.storage.close()

async function measure(size: number, equal: boolean) {
  const contest = await newContest(size, equal)
  const filled = performance.now()
  await fillContest(bulk, contest, { size, equal, homes })
  await bulk.settle()
  const rebuilt = performance.now()
  await rt.storage.atomically(tx => rebuildBoards(tx, contest.id))
  const done = performance.now()
  await bulk.settle()
  console.log(
    `  ${size} ${equal ? 'equal' : 'spread'}: filled in ${seconds(rebuilt - filled)} s, counted in ${seconds(done - rebuilt)} s`,
  )
  const whole = { scope: 'whole' as Scope, region: null, locale: 'zh' as const }
  const someone = () => firstAccount + Math.floor(Math.random() * size)
  const pages = Math.ceil(size / pageSize)
  const page = (number: number) => peoplePage(rt, contest, whole, { limit: pageSize, number, after: null }, size)
  const neighbours = await peopleFrom(rt.storage.read, { contestId: contest.id, ...whole }, Math.floor(size / 2), asks)
  // Code that has not run yet is slow.
  await timed(40, () => page(1 + Math.floor(Math.random() * pages)))
  await timed(40, () => ownRow(rt, contest, whole, someone(), 'zh'))
  return {
    ownRankMs: figures(await timed(asks, () => ownRow(rt, contest, whole, someone(), 'zh'))),
    ownDistrictRankMs: figures(
      await timed(asks, async i => {
        const { accountId, region } = neighbours[i % neighbours.length] as (typeof neighbours)[number]
        return ownRow(rt, contest, { ...whole, region }, accountId, 'zh')
      }),
    ),
    pageMs: figures(await timed(asks, i => page(i % 8 === 0 ? pages : 1 + Math.floor(Math.random() * pages)))),
    firstPageMs: figures(await timed(asks / 4, () => page(1))),
    lastPageMs: figures(await timed(asks / 4, () => page(pages))),
    regionsMs: figures(
      await timed(asks / 4, () => {
        rt.memory.delete('moments')
        return regionRows(rt, contest, { scope: 'whole', view: 'participation', locale: 'zh' }, true)
      }),
    ),
    ...(await measureFinishes(contest, size)),
  }
}

/** Whole finishes (score, standings, counts), 32 under way at any moment, with the jobs that run beside them. */
async function measureFinishes(contest: ContestRow, size: number) {
  const runs: { who: never; id: string }[] = []
  for (let i = 0; i < finishes; i++) {
    const account = await accountById(rt.storage.read, firstAccount + size + i)
    const who = { account: { ...account, region: homes[i % homes.length] }, sessionId: 1 } as never
    const started = await startAttempt(rt, who, contest.slug, 'zh')
    if (!started.ok) throw new Error(`No attempt: ${started.refusal}`)
    runs.push({ who, id: started.value.attempt.id })
  }
  await finishAttempt(rt, runs[0]?.who as never, runs[0]?.id as string)
  let job = Promise.resolve()
  const jobs = setInterval(() => {
    job = job.then(() => keepBoards(rt))
  }, 250)
  const times: number[] = []
  const from = performance.now()
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      for (let run = runs.pop(); run; run = runs.pop()) {
        const { who, id } = run
        times.push(...(await timed(1, () => finishAttempt(rt, who, id))))
      }
    }),
  )
  const took = performance.now() - from
  clearInterval(jobs)
  await job
  const folded = await timed(1, () => foldBoards(rt))
  return {
    finishMs: figures(times),
    finishesPerSecond: Math.round((times.length * 1000) / took),
    foldMs: figures(folded).median,
  }
}

async function newContest(size: number, equal: boolean): Promise<ContestRow> {
  const { id: _id, ...row } = seeded
  const opensAt = equal ? rt.clock.now() - 3_600_000 : rt.clock.now() - 6 * dayMs
  const sets = await setsOfContest(rt.storage.read, seeded.id)
  const id = await rt.storage.atomically(tx =>
    insertContest(
      tx,
      {
        ...row,
        publicId: publicId(),
        slug: `bench-${size}-${equal ? 'equal' : 'spread'}`,
        opensAt,
        closesAt: rt.clock.now() + dayMs,
        rules: equal ? { ...row.rules, ties: ['shared'] } : row.rules,
      },
      sets.map(set => set.id),
    ),
  )
  return (await contestById(rt.storage.read, id)) as ContestRow
}

async function timed(times: number, run: (i: number) => unknown): Promise<number[]> {
  const took: number[] = []
  for (let i = 0; i < times; i++) {
    const from = performance.now()
    await run(i)
    took.push(performance.now() - from)
  }
  return took
}

function figures(times: number[]): { median: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toPrecision(3))
  return { median: at(0.5), p99: at(0.99) }
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}
