/** People with names and phones who stand in one contest, for lists to be made of. */
import { join } from 'node:path'
import pino from 'pino'
import { usualRules } from '#core/contest/rules'
import { placesOf } from '#core/standing/places'
import { insertAccount } from '#db/account'
import { insertContest } from '#db/contest'
import { replaceRegions } from '#db/region'
import { insertAccounts, insertAttempts } from '#db/sample'
import { insertPlaces } from '#db/standing-all'
import { readEnvironment } from '#services/environment'
import { openRuntime } from '#services/open'
import { publicId } from '#services/secrets'
import { readRegionFiles } from '#services/seed-regions'

const [, , dataDir = '', rows = ''] = process.argv
const read = readEnvironment({ DATA_DIR: dataDir, NODE_ENV: 'test' })
if (!read.ok) throw new Error(read.problems.join('\n'))
const rt = await openRuntime(read.environment, pino({ level: 'error' }))
const now = rt.clock.now()
/** People of one unit of work. */
const atOnce = 10_000

const { editions, units } = await readRegionFiles(join(import.meta.dirname, '../regions'))
await rt.storage.atomically(tx => replaceRegions(tx, editions, units))
const contest = {
  ...{ publicId: publicId(), slug: 'bench', title: { zh: '导出', en: 'Export' }, summary: { zh: '', en: '' } },
  ...{ edition: 'chongqing-2025-11', opensAt: now - 9e8, closesAt: now + 9e8, rules: usualRules, sample: false },
  ...{ createdBy: null, createdAt: now, publishedAt: now },
}
const contestId = await rt.storage.atomically(tx => insertContest(tx, contest, []))
await rt.storage.atomically(async tx => {
  await insertAccount(tx, { publicId: publicId(), login: 'one', roles: ['organizer'], createdAt: now })
  await insertAccount(tx, { publicId: publicId(), login: 'two', roles: ['auditor'], createdAt: now })
})
const homes = units.filter(unit => unit.edition === contest.edition).map(unit => unit.slug)
for (let from = 0; from < Number(rows); from += atOnce) await people(from, Math.min(Number(rows), from + atOnce))
await rt.storage.close()

async function people(from: number, until: number): Promise<void> {
  const numbers = Array.from({ length: until - from }, (_, i) => from + i)
  const accounts = numbers.map(n => {
    const phone = `138${String(n).padStart(8, '0')}`
    return {
      ...{ publicId: publicId(), phoneIndex: rt.secrets.blindIndex(phone), phoneCipher: rt.secrets.encrypt(phone) },
      ...{ name: `参赛者${n}`, showName: true, roles: [], sample: true, createdAt: now },
    }
  })
  await rt.storage.atomically(async tx => {
    const accountIds = [...(await insertAccounts(tx, accounts)).values()]
    const made = numbers.map((n, i) => ({
      ...{ publicId: publicId(), contestId, accountId: accountIds[i] as number, number: 1, paper: [], displaced: [] },
      ...{ region: homes[n % homes.length] as string, startedAt: now - 600_000, deadlineAt: now, acceptUntil: now },
      ...{ heldBy: 0, finishedAt: now, finishedBy: 'person' as const, maximum: 100, organisationId: null },
      ...{ score: 5 * (n % 21), correct: n % 21, durationMs: 60_000 + n },
    }))
    const attemptIds = await insertAttempts(tx, made)
    const places = made.flatMap(attempt => {
      const who = { contestId, accountId: attempt.accountId }
      const finished = { ...attempt, id: attemptIds.get(attempt.publicId) as number }
      return placesOf(contest, [finished], { ...who, lot: attempt.accountId, track: null }).map(place => ({
        ...place,
        ...who,
      }))
    })
    await insertPlaces(tx, places)
  })
}
