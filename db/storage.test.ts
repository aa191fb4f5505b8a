import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dialect } from './dialect.ts'
import { fact, firstFact } from './meta.ts'
import { meta } from './schema/meta.ts'
import { type Db, isDuplicate } from './storage.ts'
import { openTestStorage, type TestStorage } from './testing.ts'

let storage: TestStorage
beforeEach(async () => {
  storage = await openTestStorage()
})
afterEach(() => storage.close())

const put = (key: string) => storage.atomically(tx => tx.insert(meta).values({ key, value: key }))
const keys = async () => (await storage.read.select().from(meta)).map(row => row.key).sort()

it('A fact keeps what was said first, also when two say it at once', async () => {
  const said = await Promise.all(['a', 'b', 'c'].map(value => storage.atomically(tx => firstFact(tx, 'keys', value))))
  const stands = await fact(storage.read, 'keys')
  expect(new Set([...said, stands]).size).toBe(1)
})

describe('atomically', () => {
  it('does all of a unit or nothing of it', async () => {
    const half = storage.atomically(async tx => {
      await tx.insert(meta).values({ key: 'half', value: '' })
      throw new Error('changed my mind')
    })
    await expect(half).rejects.toThrow('changed my mind')
    expect(await keys()).toEqual([])
  })

  it('lets a failed unit take only itself down among many that wait together', async () => {
    const units = Array.from({ length: 300 }, (_, i) =>
      storage.atomically(async tx => {
        await tx.insert(meta).values({ key: `k${String(i).padStart(3, '0')}`, value: '' })
        if (i % 3 === 0) throw new Error('no')
      }),
    )
    const ends = await Promise.allSettled(units)
    expect(ends.filter(end => end.status === 'rejected')).toHaveLength(100)
    expect(await keys()).toHaveLength(200)
  })

  it('fails with the engine’s own error, known as a duplicate on both', async () => {
    await put('one')
    await expect(put('one')).rejects.toSatisfy(isDuplicate)
    expect(await keys()).toEqual(['one'])
  })

  it('lets a unit read what it wrote, and others only what is committed', async () => {
    await storage.atomically(async tx => {
      await tx.insert(meta).values({ key: 'mine', value: '' })
      expect(await tx.select().from(meta).where(eq(meta.key, 'mine'))).toHaveLength(1)
      expect(await storage.read.select().from(meta).where(eq(meta.key, 'mine'))).toHaveLength(0)
    })
    expect(await keys()).toEqual(['mine'])
  })

  it('counts without losing one, however many count at the same time', async () => {
    await storage.atomically(tx => tx.insert(meta).values({ key: 'n', value: '0' }))
    const { locked } = await import('./columns.ts')
    await Promise.all(
      Array.from({ length: 60 }, () =>
        storage.atomically(async tx => {
          const rows = await locked(tx.select().from(meta).where(eq(meta.key, 'n')))
          const value = String(Number(rows[0]?.value) + 1)
          await tx.update(meta).set({ value }).where(eq(meta.key, 'n'))
        }),
      ),
    )
    const rows = await storage.read.select().from(meta).where(eq(meta.key, 'n'))
    expect(rows[0]?.value).toBe('60')
  })
})

it.runIf(dialect === 'sqlite')('the reader cannot write', async () => {
  await expect(Promise.resolve(storage.read.insert(meta).values({ key: 'x', value: '' }))).rejects.toThrow(
    /Only atomically\(\) writes/,
  )
})

describe('What is swept', () => {
  const long = (at: number) => ({ key: `long ${at}`, value: String(at).padStart(100_000, '-') })
  const lengths = async (db: Db) => (await db.select().from(meta)).map(({ value }) => value.length)

  beforeEach(async () => {
    for (let at = 0; at < 200; at += 10)
      await storage.atomically(tx => tx.insert(meta).values(Array.from({ length: 10 }, (_, i) => long(at + i))))
  })

  it('is what is committed', async () => {
    expect(await lengths(storage.sweep)).toEqual(Array.from({ length: 200 }, () => 100_000))
  })
})
