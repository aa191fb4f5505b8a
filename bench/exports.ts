/** `npm run bench:exports`: 100,000 rows of standings as XLSX and CSV; figures as JSON in the last line. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import pino from 'pino'
import { allow } from '#core/account/roles'
import { usualRules } from '#core/contest/rules'
import { columnsOf } from '#core/prize/export-columns'
import { insertAccount } from '#db/account'
import { insertContest } from '#db/contest'
import { accounts } from '#db/schema/account'
import { attempts } from '#db/schema/attempt'
import { standings } from '#db/schema/standing'
import { accountByLogin } from '#db/staff'
import { readEnvironment } from '#services/environment'
import { beginExport, exportOf } from '#services/export'
import { openRuntime } from '#services/open'
import type { Runtime } from '#services/runtime'
import { publicId } from '#services/secrets'
import { seed } from '#services/seed'

const rows = Number(process.env.ROWS ?? 100_000)
const atOnce = 500
/** The lists are written by a process of its own, so that its memory is that of an export and nothing else. */
const [, , given] = process.argv
const dataDir = given ?? mkdtempSync(join(tmpdir(), 'ip-contest-bench-exports-'))
const read = readEnvironment({ DATA_DIR: dataDir, NODE_ENV: 'test' })
if (!read.ok) throw new Error(read.problems.join('\n'))
const rt = await openRuntime(read.environment, pino({ level: 'error' }))
if (given) await write(rt)
else await prepare(rt)

async function prepare(rt: Runtime): Promise<void> {
  try {
    await seed(rt)
    const contestId = await contest()
    for (let from = 0; from < rows; from += atOnce) await people(contestId, from)
    const account = { publicId: publicId(), login: 'bench', roles: ['organizer' as const], createdAt: rt.clock.now() }
    await rt.storage.atomically(tx => insertAccount(tx, account))
    await rt.storage.close()
    console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`)
    execFileSync(process.execPath, ['--max-old-space-size=96', import.meta.filename, dataDir], { stdio: 'inherit' })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function write(rt: Runtime): Promise<void> {
  const id = (await accountByLogin(rt.storage.read, 'bench'))?.id ?? 0
  const figures = { xlsx: await measure(rt, id, 'xlsx'), csv: await measure(rt, id, 'csv') }
  await rt.storage.close()
  console.log(JSON.stringify({ rows, ...figures }))
}

async function contest(): Promise<number> {
  const now = rt.clock.now()
  const text = { zh: '导出', en: 'Export' }
  return rt.storage.atomically(tx =>
    insertContest(
      tx,
      {
        ...{ publicId: publicId(), slug: 'bench', title: text, summary: text, edition: 'chongqing-2025-11' },
        ...{ opensAt: now - 9e8, closesAt: now + 9e8, rules: usualRules, sample: false, createdBy: null },
        ...{ createdAt: now, publishedAt: now },
      },
      [],
    ),
  )
}

async function people(contestId: number, from: number): Promise<void> {
  const now = rt.clock.now()
  const numbers = Array.from({ length: Math.min(atOnce, rows - from) }, (_, i) => from + i)
  await rt.storage.atomically(async tx => {
    const made = await tx
      .insert(accounts)
      .values(
        numbers.map(n => {
          const phone = `138${String(n).padStart(8, '0')}`
          return {
            ...{
              publicId: publicId(),
              phoneIndex: rt.secrets.blindIndex(phone),
              phoneCipher: rt.secrets.encrypt(phone),
            },
            ...{ name: `参赛者${n}`, showName: true, roles: [], sample: true, createdAt: now },
          }
        }),
      )
      .returning({ id: accounts.id })
    const tried = await tx
      .insert(attempts)
      .values(
        made.map(({ id }) => ({
          ...{
            publicId: publicId(),
            contestId,
            accountId: id,
            number: 1,
            region: 'yuzhong',
            paper: [],
            startedAt: now,
          },
          ...{ deadlineAt: now, acceptUntil: now, heldBy: 0, displaced: [], finishedAt: now, maximum: 100, score: 90 },
        })),
      )
      .returning({ id: attempts.id, accountId: attempts.accountId })
    await tx.insert(standings).values(
      tried.map(({ id, accountId }, i) => {
        const orderKey = Buffer.alloc(8)
        orderKey.writeUInt32BE(from + i, 4)
        const result = { score: 90, durationMs: 60_000 + from + i, finishedAt: now, correct: 18, orderKey }
        return { contestId, accountId, attemptId: id, region: 'yuzhong', ...result }
      }),
    )
  })
}

/** Time of the whole job, the most memory on top of what was there, and how long others waited at most. */
async function measure(rt: Runtime, id: number, format: 'xlsx' | 'csv') {
  globalThis.gc?.()
  const allowed = allow({ id, roles: ['organizer'] }, 'standings.export')
  if (!allowed) throw new Error('No right')
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 20)
  const lag = monitorEventLoopDelay({ resolution: 5 })
  lag.enable()
  const start = performance.now()
  const wish = { kind: 'standings', format, masked: true, filter: { region: null }, reason: '压力测试' } as const
  const begun = await beginExport(rt, allowed, 'bench', { ...wish, columns: columnsOf.standings, locale: 'zh' })
  if (!begun.ok) throw new Error(begun.refusal)
  await begun.value.done
  const seconds = (performance.now() - start) / 1000
  lag.disable()
  clearInterval(watch)
  const made = await exportOf(rt, allowed, begun.value.export ?? '')
  if (!made.ok || made.value.state !== 'ready' || made.value.rows !== rows) throw new Error('The list is not whole')
  const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10
  return {
    seconds: Math.round(seconds * 100) / 100,
    memoryMB: megabytes(most),
    grownMB: megabytes(most - before),
    fileMB: megabytes(made.value.bytes ?? 0),
    lagP99Ms: Math.round(lag.percentile(99) / 1e5) / 10,
    lagMaxMs: Math.round(lag.max / 1e5) / 10,
  }
}
