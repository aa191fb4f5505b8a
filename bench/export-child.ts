/** Writes the lists of the contest that export-fill.ts made; how long each took and what it needed, as JSON. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import pino from 'pino'
import { allow, type Role } from '#core/account/roles'
import { columnsOf } from '#core/prize/export-columns'
import { accountByLogin } from '#db/staff'
import { decide } from '#services/approval-decide'
import { readEnvironment } from '#services/environment'
import { beginExport } from '#services/export'
import { exportOf } from '#services/export-view'
import { openRuntime } from '#services/open'

const [, , dataDir = '', rows = ''] = process.argv
const read = readEnvironment({ DATA_DIR: dataDir, NODE_ENV: 'test' })
if (!read.ok) throw new Error(read.problems.join('\n'))
const rt = await openRuntime(read.environment, pino({ level: 'error' }))
const who = async (login: string, role: Role) => ({
  id: (await accountByLogin(rt.storage.read, login))?.id ?? 0,
  roles: [role],
})
const exporter = sure(allow(await who('one', 'organizer'), 'standings.export'))
const approver = sure(allow(await who('two', 'auditor'), 'exports.approve'))
const wished = (format: 'xlsx' | 'csv', masked: boolean) => ({
  ...{ kind: 'standings' as const, format, masked, filter: { region: null }, reason: '压力测试' },
  ...{ columns: columnsOf.standings, locale: 'zh' as const, origin: '' },
})
const figures = {
  xlsx: { masked: await measure('xlsx', true), full: await measure('xlsx', false) },
  csv: { masked: await measure('csv', true), full: await measure('csv', false) },
}
await rt.storage.close()
console.log(JSON.stringify({ rows: Number(rows), ...figures }))

/** The whole job, from the wish (in full: from the yes of a second person) until the file can be fetched. */
async function measure(format: 'xlsx' | 'csv', masked: boolean) {
  if (!masked) await approve(format)
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 20)
  const lag = monitorEventLoopDelay({ resolution: 1 })
  lag.enable()
  const cpu = process.cpuUsage()
  const start = performance.now()
  const id = await begun(format, masked)
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  lag.disable()
  clearInterval(watch)
  const made = await exportOf(rt, exporter, id)
  if (!made.ok || made.value.state !== 'ready' || made.value.rows !== Number(rows))
    throw new Error('The list is not whole')
  return {
    ...{ seconds: Math.round(seconds * 100) / 100, peakMB: megabytes(most), growthMB: megabytes(most - before) },
    cpuSeconds: Math.round((user + system) / 1e4) / 100,
    ...{ fileMB: megabytes(made.value.bytes ?? 0), rows: made.value.rows },
    ...{ lagP99Ms: Math.round(lag.percentile(99) / 1e5) / 10, lagMaxMs: Math.round(lag.max / 1e5) / 10 },
  }
}

async function begun(format: 'xlsx' | 'csv', masked: boolean): Promise<string> {
  const begun = await beginExport(rt, exporter, 'bench', wished(format, masked))
  if (!begun.ok) throw new Error(begun.refusal)
  if (begun.value.export === null) throw new Error('The list waits for a second person')
  await begun.value.done
  return begun.value.export
}

async function approve(format: 'xlsx' | 'csv'): Promise<void> {
  const proposed = await beginExport(rt, exporter, 'bench', wished(format, false))
  if (!proposed.ok || proposed.value.approval === null) throw new Error('No second person was asked')
  const decided = await decide(rt, approver, proposed.value.approval, { approve: true, note: '' })
  if (!decided.ok) throw new Error(decided.refusal)
}

function sure<T>(value: T | null): T {
  if (value === null) throw new Error('No right')
  return value
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e5) / 10
}
