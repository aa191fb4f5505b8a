/** Issues certificates in the contest that export-fill.ts made, and draws some; time, memory and lag as JSON. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import pino from 'pino'
import { allow, type Role } from '#core/account/roles'
import { accountById } from '#db/account'
import { certificatesIn } from '#db/certificate'
import { contestBySlug } from '#db/contest'
import { accountByLogin } from '#db/staff'
import { batchOf, issueCertificates } from '#services/certificate'
import { certificateFile } from '#services/certificate-file'
import { readEnvironment } from '#services/environment'
import { beginExport } from '#services/export'
import { exportsFor } from '#services/export-view'
import { openRuntime } from '#services/open'
import type { SignedIn } from '#services/session'

const [, , dataDir = '', rows = ''] = process.argv
const read = readEnvironment({ DATA_DIR: dataDir, NODE_ENV: 'test' })
if (!read.ok) throw new Error(read.problems.join('\n'))
const opened = await openRuntime(read.environment, pino({ level: 'error' }))
// The contest of the lists is still open: here its close has passed.
const rt = { ...opened, clock: { now: () => opened.clock.now() + 1e9 } }
const roles: Role[] = ['organizer']
const one = { id: (await accountByLogin(rt.storage.read, 'one'))?.id ?? 0, roles }
const [organizer, exporter] = [allow(one, 'contests.write'), allow(one, 'standings.export')]
if (!organizer || !exporter) throw new Error('No right')

const issued = await measured(async () => {
  const begun = await issueCertificates(rt, organizer, 'bench', { basis: 'mark', least: 0 })
  if (!begun.ok) throw new Error(begun.refusal)
  for (;;) {
    const batch = batchOf(rt, organizer, begun.value.batch)
    if (batch.ok && batch.value.finished && batch.value.issued === Number(rows)) return
    await new Promise(resolve => setTimeout(resolve, 5))
  }
})
// With a second person it prints full names; the work is the same.
const printed = await measured(async () => {
  const begun = await beginExport(rt, exporter, 'bench', {
    ...{ kind: 'certificates', format: 'pdf', masked: true, columns: ['name'], filter: { region: null } },
    ...{ reason: '压力测试', locale: 'zh', origin: 'https://contest.example' },
  })
  if (!begun.ok) throw new Error(begun.refusal)
  await begun.value.done
})
const [sheet] = await exportsFor(rt, exporter, 'bench')
if (sheet?.rows !== Number(rows)) throw new Error('The batch is not whole')
const contest = await contestBySlug(rt.storage.read, 'bench')
const some = (await certificatesIn(rt.storage.read, contest?.id ?? 0, { from: 0, most: 16 })).rows
const png = await drawn('png')
const pdf = await drawn('pdf')
await rt.storage.close()
console.log(
  JSON.stringify({
    issued: { certificates: Number(rows), ...issued },
    drawn: { files: some.length, png, pdf },
    printed: { pages: sheet.rows, fileMB: Math.round((sheet.bytes ?? 0) / 1e5) / 10, ...printed },
  }),
)

/** All asked for at once, as after a ceremony. */
function drawn(format: 'png' | 'pdf') {
  return measured(async () => {
    await Promise.all(
      some.map(async ({ number, accountId }) => {
        const account = await accountById(rt.storage.read, accountId)
        const who = { account, sessionId: 0 } as unknown as SignedIn
        const file = await certificateFile(rt, who, number, { format, locale: 'zh', origin: 'https://contest.example' })
        if (!file.ok) throw new Error(file.refusal)
      }),
    )
  })
}

async function measured(work: () => Promise<void>) {
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 10)
  const lag = monitorEventLoopDelay({ resolution: 1 })
  lag.enable()
  const cpu = process.cpuUsage()
  const start = performance.now()
  await work()
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  lag.disable()
  clearInterval(watch)
  const tenth = (value: number) => Math.round(value * 10) / 10
  return {
    ...{ seconds: Math.round(seconds * 100) / 100, cpuSeconds: Math.round((user + system) / 1e4) / 100 },
    ...{ peakMB: tenth(most / 1e6), growthMB: tenth((most - before) / 1e6) },
    ...{ lagP99Ms: tenth(lag.percentile(99) / 1e6), lagMaxMs: tenth(lag.max / 1e6) },
  }
}
