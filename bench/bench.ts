/** `npm run bench`: the floor and our server in turn, under the same load, in one run. The last line is JSON. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverOptions } from '../scripts/server-options.mjs'
import { openLoad, startServer } from './child.ts'
import { firstVisit } from './first-visit.ts'
import type { Journeys, Paper, Timed } from './load.ts'
import type { Ground } from './prepare.ts'

const accounts = 9000
const savers = 1000
const connections = 64
const seconds = 1.5
const rounds = 15
const journeySeconds = 12
/** Journeys before those that are measured: code that has not run yet is slow, and a contest runs for days. */
const warmUpSeconds = 4

const folder = mkdtempSync(join(tmpdir(), 'contest-bench-'))
const root = join(import.meta.dirname, '..')
const data = join(folder, 'data')
const copy = join(folder, 'copy')
const settings = {
  NODE_ENV: 'production',
  DATA_DIR: data,
  PORT: '0',
  LOG_LEVEL: 'error',
  DATABASE_URL: '',
  SITE_URL: '',
}
const say = (text: string) => console.log(text)

say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load generator on the same machine`)
const prepared = spawnSync(process.execPath, [join(root, 'bench/prepare.ts'), String(accounts)], {
  env: { ...process.env, ...settings, NODE_ENV: 'production' },
  stdio: 'inherit',
})
if (prepared.status !== 0) process.exit(1)
const { slug, tokens }: Ground = JSON.parse(readFileSync(join(data, 'ground.json'), 'utf8'))
cpSync(data, copy, { recursive: true })
const load = openLoad()
const ours = await startServer([...serverOptions, join(root, 'server.ts')], settings)
try {
  const save = await compareSaves()
  const journey = await measureJourneys()
  const page = await comparePages()
  const visit = await firstVisit(`http://localhost:${ours.port}/zh/contests/${slug}`)
  journey.peakMemoryMB = round(ours.peakMemory())
  say(`first visit ${JSON.stringify(visit)}`)
  say(
    JSON.stringify({
      save,
      page,
      journey,
      firstVisit: visit && { jsKB: round(visit.jsKB), totalKB: round(visit.totalKB) },
    }),
  )
} finally {
  load.stop()
  await ours.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** In turn, several times over, so that a busy moment of the machine meets both. */
async function compareSaves() {
  const floor = await startServer([join(root, 'bench/floor.ts'), folder], settings)
  const papers = await load.run<Paper[]>({
    kind: 'start',
    port: ours.port,
    slug,
    tokens: tokens.splice(0, savers),
    connections,
  })
  let turn = 0
  const once = async (port: number): Promise<number> => {
    turn++
    return (await load.run<Timed>({ kind: 'save', port, papers, turn, connections, seconds })).perSecond
  }
  const [floors, mine] = await alternate(
    () => once(floor.port),
    () => once(ours.port),
  )
  await floor.stop()
  say(`save: floor ${floors.map(round).join(' ')} · ours ${mine.map(round).join(' ')} per second`)
  return { floor: round(median(floors)), ours: round(median(mine)), ratio: ratioOf(mine, floors) }
}

async function comparePages() {
  const alone = await startServer([...serverOptions, join(root, 'bench/next-alone.ts')], {
    ...settings,
    DATA_DIR: copy,
  })
  const once = async (port: number): Promise<number> =>
    (await load.run<Timed>({ kind: 'page', port, path: `/zh/contests/${slug}`, connections, seconds })).perSecond
  const [nexts, mine] = await alternate(
    () => once(alone.port),
    () => once(ours.port),
  )
  await alone.stop()
  say(`page: Next alone ${nexts.map(round).join(' ')} · ours ${mine.map(round).join(' ')} per second`)
  return { next: round(median(nexts)), ours: round(median(mine)), ratio: ratioOf(mine, nexts) }
}

async function measureJourneys() {
  const journeys = (seconds: number, people: string[]) =>
    load.run<Journeys>({ kind: 'journeys', port: ours.port, slug, tokens: people, connections, seconds })
  await journeys(warmUpSeconds, tokens.splice(0, tokens.length / 3))
  const before = ours.cpu()
  const { done, perSecond, steps } = await journeys(journeySeconds, tokens)
  const cpuSecondsEach = (ours.cpu() - before) / done
  const named = Object.entries(steps).map(([name, times]) => ({ name, ...percentiles(times) }))
  say(`journeys: ${done} done, ${round(perSecond)} per second`)
  return {
    perSecond: round(perSecond),
    cpuSecondsEach: Number(cpuSecondsEach.toFixed(5)),
    peakMemoryMB: 0,
    steps: named,
  }
}

async function alternate(first: () => Promise<number>, second: () => Promise<number>): Promise<[number[], number[]]> {
  const results: [number[], number[]] = [[], []]
  // One round unmeasured: code that has not run yet is slow.
  await first()
  await second()
  for (let i = 0; i < rounds; i++) {
    results[0].push(await first())
    results[1].push(await second())
  }
  return results
}

/** The median of the rounds' own ratios: a slow moment of the machine meets both of a round, not all rounds. */
function ratioOf(mine: number[], others: number[]): number {
  return round(median(mine.map((value, i) => value / (others[i] ?? Number.NaN))))
}

function percentiles(times: number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}
