import { join } from 'node:path'
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { insertAccount } from './account.ts'
import { dialect } from './dialect.ts'
import { accounts, sessions } from './schema/account.ts'
import { accountOfSession, findSession, insertSession, revokeSession } from './session.ts'
import { openTestStorage, type TestStorage } from './testing.ts'

let storage: TestStorage
let accountId = 0
const token = 'hash of a token'
const farAway = 9_000_000_000_000

beforeEach(async () => {
  storage = await openTestStorage()
  accountId = await storage.atomically(async tx => {
    const id = await insertAccount(tx, { publicId: 'someone', regionEdition: null, region: null, createdAt: 1 })
    await insertSession(tx, { tokenHash: token, accountId: id, createdAt: 1, expiresAt: farAway })
    return id
  })
})
afterEach(() => storage.close())

const session = async () => findSession(storage.read, token)
const inUnit = () => storage.atomically(async tx => findSession(tx, token))
const idOf = async () => (await session())?.id as number

describe('a row that was read before', () => {
  it('is known as changed by whatever statement changed it', async () => {
    expect((await session())?.revokedAt).toBeNull()
    expect((await inUnit())?.revokedAt).toBeNull()
    await storage.atomically(tx => tx.update(sessions).set({ expiresAt: 7 }))
    expect((await session())?.expiresAt).toBe(7)
    const id = await idOf()
    await storage.atomically(tx => revokeSession(tx, id, 5))
    expect((await inUnit())?.revokedAt).toBe(5)
    expect((await session())?.revokedAt).toBe(5)
    await storage.atomically(tx => tx.delete(sessions))
    expect(await inUnit()).toBeNull()
    expect(await session()).toBeNull()
  })

  it('is not the old one for what asks in the same unit, and is for what asks beside it until the commit', async () => {
    const id = await idOf()
    await storage.atomically(async tx => {
      await findSession(tx, token)
      await revokeSession(tx, id, 5)
      expect((await findSession(tx, token))?.revokedAt).toBe(5)
      expect((await session())?.revokedAt).toBeNull()
    })
    expect((await session())?.revokedAt).toBe(5)
  })

  it('is what it was after a unit that changed it and failed, alone or among others', async () => {
    const id = await idOf()
    const failing = async () =>
      storage.atomically(async tx => {
        await revokeSession(tx, id, 5)
        await findSession(tx, token)
        throw new Error('changed my mind')
      })
    const others = Array.from({ length: 3 }, inUnit)
    const [ended] = await Promise.allSettled([failing(), ...others])
    expect(ended.status).toBe('rejected')
    for (const other of await Promise.all(others)) expect(other?.revokedAt).toBeNull()
    expect((await inUnit())?.revokedAt).toBeNull()
    expect((await session())?.revokedAt).toBeNull()
  })

  it('shows an account as it is now', async () => {
    expect((await accountOfSession(storage.read, accountId))?.deactivatedAt).toBeNull()
    await storage.atomically(tx => tx.update(accounts).set({ deactivatedAt: 5 }).where(eq(accounts.id, accountId)))
    expect((await accountOfSession(storage.read, accountId))?.deactivatedAt).toBe(5)
  })
})

it('A row is read once and shared where one process writes, and read each time where several do', async () => {
  const first = await session()
  expect((await session()) === first).toBe(dialect === 'sqlite')
  expect((await inUnit()) === first).toBe(dialect === 'sqlite')
  const account = await accountOfSession(storage.read, accountId)
  expect(Object.isFrozen(first) && Object.isFrozen(account?.roles)).toBe(dialect === 'sqlite')
})

it('What another program writes is seen by the next unit, and by readers within a second', async () => {
  await session()
  await elsewhere('UPDATE sessions SET "expiresAt" = 7')
  await expect.poll(async () => (await session())?.expiresAt, { timeout: 20_000 }).toBe(7)
  await elsewhere('UPDATE sessions SET "expiresAt" = 8')
  expect((await inUnit())?.expiresAt).toBe(8)
})

async function elsewhere(statement: string): Promise<void> {
  if (dialect === 'sqlite') {
    new Database(join(storage.place.DATA_DIR as string, 'contest.sqlite')).exec(statement).close()
    return
  }
  const client = new Client(storage.place.DATABASE_URL)
  await client.connect()
  await client.query(statement)
  await client.end()
}
