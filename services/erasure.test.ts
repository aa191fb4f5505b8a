/** What was erased is not only out of the rows: no file of the database holds it any more. */
import { randomBytes } from 'node:crypto'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dayMs } from '#core/day'
import { claimConsent } from '#core/prize/claim'
import { insertClaim, insertObjection } from '#db/claim'
import { dialect } from '#db/dialect'
import { listsOf, winnersOf } from '#db/winner'
import { declinePrize, myPrizes } from './claim.ts'
import { tidyExports } from './export-job.ts'
import { reviewRunning } from './integrity.ts'
import { keepPrizes } from './prize-jobs.ts'
import { approved, entrant, staffMember } from './prize-testing.ts'
import { publicId } from './secrets.ts'
import { eraseSpent } from './spent.ts'
import { citizen, contestWith, noon, openTestSite, type TestSite } from './testing.ts'
import { proposePublication, settle } from './winner-list.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const people = 24
const over = 7 * dayMs + 1000
const phone = (i: number): string => `1390013${String(8000 + i)}`

/** Everybody has claimed, in any order, and somebody objects. @returns what was sealed, and the winners' ids */
async function claimed(): Promise<{ sealed: string[]; ids: number[] }> {
  const text = { zh: '书', en: '书' }
  const first = { id: 'first', name: text, count: people, prize: text, value: 0 }
  const contestId = await contestWith(site.rt, {
    rules: { awards: { tiers: [first] }, claim: { days: 10, alternates: false, eraseAfterDays: 30 } },
  })
  for (let i = 0; i < people; i++) await entrant(site, contestId, { phone: phone(i), score: (5 * i) % 105 })
  site.at(over)
  const zhao = await staffMember(site.rt, 'zhao', ['organizer'], 'contests.write')
  const qian = await staffMember(site.rt, 'qian', ['organizer'], 'contests.approve')
  const list = await settle(site.rt, zhao, 'test', 'awards')
  await approved(site.rt, qian, await proposePublication(site.rt, zhao, 'test', list.ok ? list.value : ''))
  const [{ id: listId = 0 } = {}] = await listsOf(site.rt.storage.read, contestId)
  const ids = (await winnersOf(site.rt.storage.read, [listId])).map(({ winner }) => winner.id)
  const seal = () => site.rt.secrets.encrypt(randomBytes(50 + Math.floor(Math.random() * 300)).toString('hex'))
  const sealed = [...ids, 0].map(seal)
  const at = { provedAt: noon + over, submittedAt: noon + over, consentVersion: claimConsent, person: null }
  for (const [i, winnerId] of [...ids].sort(() => Math.random() - 0.5).entries())
    await site.rt.storage.atomically(tx => insertClaim(tx, { ...at, winnerId, sealed: sealed[i] ?? '' }))
  const said = { publicId: publicId(), listId, sealed: sealed.at(-1) ?? '', locale: 'zh' } as const
  await site.rt.storage.atomically(tx =>
    insertObjection(tx, { ...said, createdAt: noon + over, eraseAt: noon + over + 20 * dayMs }),
  )
  return { sealed, ids }
}

/** How many of the texts stand in the files, by their first or last letters. */
async function left(sealed: string[]): Promise<number> {
  const bytes = await site.bytes()
  return sealed.filter(text => bytes.includes(text.slice(0, 60)) || bytes.includes(text.slice(-60))).length
}

it('After the date the files of the database hold nothing of what winners and objections said', async () => {
  const { sealed } = await claimed()
  expect(await left(sealed)).toBe(people + 1)
  await keepPrizes(site.rt)
  expect(await left(sealed)).toBe(people + 1)
  site.at(over + 21 * dayMs)
  await keepPrizes(site.rt)
  expect([await left(sealed.slice(0, -1)), await left(sealed.slice(-1))]).toEqual([people, 0])
  site.at(over + 80 * dayMs)
  await keepPrizes(site.rt)
  expect(await left(sealed)).toBe(0)
})

it.runIf(dialect === 'postgres')('Nor while somebody still reads an older state of the database', async () => {
  const { sealed } = await claimed()
  await keepPrizes(site.rt)
  site.at(over + 80 * dayMs)
  const reading = site.rt.storage.read as unknown as NodePgDatabase
  await reading.transaction(
    async tx => {
      await tx.execute('SELECT count(*) FROM accounts')
      await keepPrizes(site.rt)
    },
    { isolationLevel: 'repeatable read' },
  )
  expect(await left(sealed)).toBe(0)
})

it('Nor of what a winner gave who gave the prize up, a minute later', async () => {
  const { sealed, ids } = await claimed()
  await keepPrizes(site.rt)
  site.at(over + 2 * 60_000)
  const { who } = await citizen(site.rt, phone(3))
  const [won] = await myPrizes(site.rt, who)
  expect(await declinePrize(site.rt, who, won?.id ?? '')).toMatchObject({ ok: true })
  await keepPrizes(site.rt)
  expect(await left(sealed)).toBe(ids.length)
})

it('Two years later the prize file is all there, without what winners and objections said', async () => {
  await claimed()
  const file = async () => {
    const [list] = await listsOf(site.rt.storage.read, 1)
    const found = await winnersOf(site.rt.storage.read, [list?.id ?? 0])
    return { list, winners: found.map(({ winner }) => winner) }
  }
  // Who was called last is called a minute later, when the list is filled.
  await keepPrizes(site.rt)
  const before = await file()
  expect(before.winners).toHaveLength(people)
  site.at(over + 731 * dayMs)
  for (const job of [keepPrizes, keepPrizes, eraseSpent, tidyExports, reviewRunning]) await job(site.rt)
  expect(await file()).toEqual(before)
})
