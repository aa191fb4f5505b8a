import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, gt } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AuditEntry, link } from '#core/audit/chain'
import { auditHead, auditRows } from '#db/audit'
import { setFact } from '#db/meta'
import { auditLog } from '#db/schema/audit'
import { meta } from '#db/schema/meta'
import type { Db } from '#db/storage'
import { record, sha256 } from './audit.ts'
import { anchorAudit, checkAudit } from './audit-check.ts'
import { noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let dataDir: string
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'ip-contest-audit-'))
  site = await openTestSite({ DATA_DIR: dataDir })
})
afterEach(async () => {
  await site.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const write = <T>(work: (tx: Db) => Promise<T>) => site.rt.storage.atomically(work)
const publish = (n: number) =>
  write(tx =>
    record(tx, {
      ...{ at: noon + n, actor: { id: 7, from: '203.0.113.0/24' }, action: 'contest.published' },
      ...{ subject: `contest:c${n}`, detail: { n }, reason: '测试' },
    }),
  )
const tenRows = async () => {
  for (let n = 1; n <= 10; n++) await publish(n)
}
const check = () => checkAudit(site.rt.storage.read, dataDir)
const found = async () => (await check()).tampering
const change = (number: number, set: Partial<AuditEntry>) =>
  write(tx => tx.update(auditLog).set(set).where(eq(auditLog.number, number)))

describe('The audit log', () => {
  it('says who, what, when, from where and why, each row behind the one before', async () => {
    await publish(1)
    await write(tx => record(tx, { at: noon, actor: null, action: 'export.failed', subject: 'contest:c' }))
    const [first, second] = await auditRows(site.rt.storage.read, 0, 10)
    expect(first).toMatchObject({
      ...{ number: 1, at: noon + 1, actor: 7, action: 'contest.published', subject: 'contest:c1' },
      ...{ detail: '{"n":1}', reason: '测试', origin: '203.0.113.0/24', previous: '' },
    })
    expect(second).toMatchObject({ number: 2, actor: null, origin: '', previous: first?.hash })
    expect(await check()).toMatchObject({ rows: 2, head: { number: 2, hash: second?.hash }, tampering: null })
  })

  it('keeps its hashes whatever somebody wrote as a reason', async () => {
    for (const reason of ['半个\ud800字符', '\udc00', '空\u0000字', '\u202e反向', '"\\\ud83d', 'e\u0301'])
      await write(tx => record(tx, { at: noon, actor: null, action: 'export.failed', subject: 'contest:c', reason }))
    expect(await found()).toBeNull()
  })

  it('stays one chain when many append at the same time', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, n) => publish(n)))
    expect(await check()).toMatchObject({ rows: 60, tampering: null })
  })

  it('is not written when what it records fails, and the other way round', async () => {
    const failing = write(async tx => {
      await setFact(tx, 'done', 'yes')
      await record(tx, { at: noon, actor: null, action: 'export.made', subject: 'contest:c' })
      throw new Error('disk')
    })
    await expect(failing).rejects.toThrow('disk')
    expect(await check()).toMatchObject({ rows: 0, tampering: null })
    expect(await site.rt.storage.read.select().from(meta).where(eq(meta.key, 'done'))).toEqual([])
  })
})

describe('Tampering is found at its first row', () => {
  beforeEach(tenRows)

  it.each([
    ['at', { at: 1 }],
    ['actor', { actor: null }],
    ['action', { action: 'export.made' }],
    ['subject', { subject: 'contest:other' }],
    ['detail', { detail: '{}' }],
    ['reason', { reason: '' }],
    ['origin', { origin: 'local' }],
  ] as const)('when %s was changed', async (_column, set) => {
    await change(4, set)
    expect(await found()).toEqual({ number: 4, what: 'changed' })
  })

  it('when a row was deleted', async () => {
    await write(tx => tx.delete(auditLog).where(eq(auditLog.number, 5)))
    expect(await found()).toEqual({ number: 5, what: 'missing' })
    await write(tx => tx.delete(auditLog).where(eq(auditLog.number, 1)))
    expect(await found()).toEqual({ number: 1, what: 'missing' })
  })

  it('when two rows changed places', async () => {
    const renumber = (from: number, to: number) =>
      write(tx => tx.update(auditLog).set({ number: to }).where(eq(auditLog.number, from)))
    await renumber(3, 99)
    await renumber(4, 3)
    await renumber(99, 4)
    expect(await found()).toEqual({ number: 3, what: 'changed' })
  })

  it('when a row was put in, with a hash of its own', async () => {
    const rows = await auditRows(site.rt.storage.read, 0, 20)
    const before = rows[5]
    if (!before) throw new Error('No sixth row')
    await write(async tx => {
      await tx.delete(auditLog).where(gt(auditLog.number, 6))
      const put = link(before, { ...before, subject: 'contest:put-in' }, sha256)
      await tx.insert(auditLog).values(put)
      for (const row of rows.slice(6).reverse()) await tx.insert(auditLog).values({ ...row, number: row.number + 1 })
    })
    expect(await found()).toEqual({ number: 8, what: 'changed' })
  })

  it('when its tail was cut off', async () => {
    await write(tx => tx.delete(auditLog).where(gt(auditLog.number, 8)))
    expect(await found()).toEqual({ number: 9, what: 'missing' })
  })

  it('when its tail was cut off and the head set back: the anchors outside the database know', async () => {
    await anchorAudit(site.rt)
    const [, , third] = await auditRows(site.rt.storage.read, 0, 3)
    await write(async tx => {
      await tx.delete(auditLog).where(gt(auditLog.number, 3))
      await setFact(tx, 'audit head', `3:${third?.hash}`)
    })
    expect(await found()).toEqual({ number: 4, what: 'missing' })
  })

  it('when all of it was written anew with right hashes: the anchors know', async () => {
    await anchorAudit(site.rt)
    const rows = await auditRows(site.rt.storage.read, 0, 20)
    await write(async tx => {
      await tx.delete(auditLog)
      let before = { number: 0, hash: '' }
      for (const row of rows) {
        const forged = link(before, { ...row, reason: '改过' }, sha256)
        await tx.insert(auditLog).values(forged)
        before = forged
      }
      await setFact(tx, 'audit head', `${before.number}:${before.hash}`)
    })
    expect(await found()).toEqual({ number: 10, what: 'not-anchored' })
  })

  it('when a row was added behind the head', async () => {
    const rows = await auditRows(site.rt.storage.read, 9, 1)
    const last = rows[0]
    if (!last) throw new Error('No last row')
    await write(tx => tx.insert(auditLog).values(link(last, { ...last, subject: 'contest:eleventh' }, sha256)))
    expect(await found()).toEqual({ number: 11, what: 'surplus' })
  })
})

describe('Anchors', () => {
  it('are written when there is something new, and only then', async () => {
    const lines = () => readFileSync(join(dataDir, 'audit-anchors.jsonl'), 'utf8').trim().split('\n')
    await anchorAudit(site.rt)
    await publish(1)
    await anchorAudit(site.rt)
    await anchorAudit(site.rt)
    await publish(2)
    site.rt.memory.clear()
    await anchorAudit(site.rt)
    site.rt.memory.clear()
    await anchorAudit(site.rt)
    const head = await auditHead(site.rt.storage.read)
    expect(lines().map(line => JSON.parse(line).number)).toEqual([1, 2])
    expect(JSON.parse(lines()[1] ?? '')).toEqual({ at: noon, ...head })
    expect(await check()).toMatchObject({ rows: 2, anchors: 2, tampering: null })
  })
})
