/** `npm run audit:verify` as an auditor runs it, on a log that somebody with access to the database has been at. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, gt } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { auditRows } from '#db/audit'
import { setFact } from '#db/meta'
import { auditLog } from '#db/schema/audit'
import type { Db } from '#db/storage'
import { openTestStorage, type TestStorage } from '#db/testing'
import { record } from './audit.ts'
import { anchorAudit } from './audit-check.ts'
import { noon, openTestSite } from './testing.ts'

// Each look starts a process.
vi.setConfig({ testTimeout: 60_000 })

let storage: TestStorage
let folder: string

beforeEach(async () => {
  storage = await openTestStorage()
  folder = storage.place.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'ip-contest-audit-'))
  for (let n = 1; n <= 8; n++) await append(n)
  const { rt, close } = await openTestSite()
  await anchorAudit({ ...rt, storage, environment: { ...rt.environment, dataDir: folder } })
  await close()
  await append(9)
  await append(10)
}, 60_000)
afterEach(async () => {
  await storage.close()
  rmSync(folder, { recursive: true, force: true })
})

const write = <T>(work: (tx: Db) => Promise<T>) => storage.atomically(work)
const append = (n: number) =>
  write(tx =>
    record(tx, {
      at: noon + n,
      actor: { id: n },
      action: 'contest.published',
      subject: `contest:c${n}`,
      reason: '测试',
    }),
  )
const root = join(import.meta.dirname, '..')
/** By the name that stands in the documents, or (npm takes its time) the script that it runs. */
function verified(
  settings: Partial<TestStorage['place']> = {},
  command = [process.execPath, 'scripts/audit-verify.ts'],
) {
  const env = { ...process.env, NODE_ENV: 'test' as const, ...storage.place, DATA_DIR: folder, ...settings }
  const [program = '', ...rest] = command
  const done = spawnSync(program, rest, { cwd: root, env })
  return { status: done.status, said: `${done.stdout}${done.stderr}` }
}

it('A log that nobody has touched holds', () => {
  const { status, said } = verified({}, ['npm', 'run', '--silent', 'audit:verify'])
  expect([status, said]).toEqual([
    0,
    expect.stringContaining('10 rows of the audit log hold, and agree with 1 anchors'),
  ])
})

it('A row that says something else is named', async () => {
  await write(tx => tx.update(auditLog).set({ reason: '测试 ' }).where(eq(auditLog.number, 5)))
  const { status, said } = verified()
  expect([status, said]).toEqual([1, expect.stringMatching(/第 5 条/)])
})

it('A row that was taken out is named', async () => {
  await write(tx => tx.delete(auditLog).where(eq(auditLog.number, 4)))
  const { status, said } = verified()
  expect([status, said]).toEqual([1, expect.stringMatching(/第 4 条/)])
})

it('Of two rows that changed places the first is named', async () => {
  const [third, , , sixth] = await auditRows(storage.read, 2, 4)
  const put = (number: number, row: typeof third) => async (tx: Db) => {
    await tx.delete(auditLog).where(eq(auditLog.number, number))
    if (row) await tx.insert(auditLog).values({ ...row, number })
  }
  await write(put(3, sixth))
  await write(put(6, third))
  const { status, said } = verified()
  expect([status, said]).toEqual([1, expect.stringMatching(/第 3 条/)])
})

it('A tail that was cut off is named from its first row, by the head that stands beside the rows', async () => {
  await write(tx => tx.delete(auditLog).where(gt(auditLog.number, 9)))
  const { status, said } = verified()
  expect([status, said]).toEqual([1, expect.stringMatching(/第 10 条/)])
})

it('With the head set back too, the anchors outside the database tell it, as far as they reach', async () => {
  const rows = await auditRows(storage.read, 0, 10)
  const cutTo = async (number: number) => {
    await write(tx => tx.delete(auditLog).where(gt(auditLog.number, number)))
    await write(tx => setFact(tx, 'audit head', `${number}:${rows[number - 1]?.hash}`))
    return verified()
  }
  // What came after the last anchor, ten seconds at most, can be cut off unseen: nobody else knows of it.
  expect((await cutTo(8)).status).toBe(0)
  const { status, said } = await cutTo(6)
  expect([status, said]).toEqual([1, expect.stringMatching(/第 7 条/)])
})

it('A database that cannot be read is no tampered one', () => {
  const nowhere = storage.place.DATA_DIR
    ? { DATA_DIR: join(folder, 'nowhere') }
    : { DATABASE_URL: 'postgres://postgres@127.0.0.1:1/none' }
  const { status, said } = verified(nowhere)
  expect([status, said]).toEqual([2, expect.stringContaining('nothing was checked')])
})
