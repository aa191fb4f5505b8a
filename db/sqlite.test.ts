import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { meta } from './schema/meta.ts'
import { openSqlite } from './sqlite.ts'

const file = () => join(mkdtempSync(join(tmpdir(), 'ip-contest-')), 'contest.sqlite')

describe('the SQLite file', () => {
  it('is held by one process only, and free again when it ends', async () => {
    const path = file()
    const first = await openSqlite(path)
    await expect(openSqlite(path)).rejects.toThrow(/Another process already uses this data folder/)
    await first.close()
    await (await openSqlite(path)).close()
  })

  it('keeps what was written when it is opened again', async () => {
    const path = file()
    const first = await openSqlite(path)
    await first.atomically(tx => tx.insert(meta).values({ key: 'k', value: 'v' }))
    await first.close()
    const second = await openSqlite(path)
    expect(await second.read.select().from(meta)).toEqual([{ key: 'k', value: 'v' }])
    await second.close()
  })

  it('is copied before migrations change it, and not when there is nothing to do', async () => {
    const path = file()
    new Database(path).exec('CREATE TABLE older (x)').close()
    await (await openSqlite(path)).close()
    const copies = () => readdirSync(join(path, '..')).filter(name => /\.before-[\dT-]+$/.test(name))
    expect(copies()).toHaveLength(1)
    const copy = new Database(join(path, '..', copies()[0] ?? ''), { readonly: true })
    expect(copy.prepare('SELECT name FROM sqlite_master').all()).toEqual([{ name: 'older' }])
    copy.close()
    await (await openSqlite(path)).close()
    expect(copies()).toHaveLength(1)
  })

  it('refuses a file that is no database', async () => {
    const path = file()
    writeFileSync(path, 'not a database at all'.repeat(100))
    await expect(openSqlite(path)).rejects.toThrow(/not a database/)
  })
})
