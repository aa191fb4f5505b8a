/** Makes the data: the seed, and as many citizens as the load needs, signed in. Prints the contest and their tokens. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { insertAccount } from '#db/account'
import { insertSession } from '#db/session'
import { openLog } from '#door/log'
import { listContests } from '#services/contest'
import { readEnvironment } from '#services/environment'
import { openRuntime } from '#services/open'
import { freshToken, publicId, tokenHash } from '#services/secrets'
import { seed } from '#services/seed'

export interface Ground {
  slug: string
  tokens: string[]
}

/** Rows written by one unit. */
const atOnce = 500
const month = 30 * 24 * 3_600_000

const read = readEnvironment(process.env)
if (!read.ok) throw new Error(read.problems.join('\n'))
const rt = await openRuntime(read.environment, openLog('error'))
await seed(rt)
const contest = (await listContests(rt)).find(({ phase }) => phase === 'open')
if (!contest) throw new Error('The seed opened no contest')
const tokens = Array.from({ length: Number(process.argv[2]) }, () => freshToken())
const createdAt = rt.clock.now()
for (let from = 0; from < tokens.length; from += atOnce)
  await rt.storage.atomically(async tx => {
    for (const token of tokens.slice(from, from + atOnce)) {
      const region = { regionEdition: contest.edition, region: 'yuzhong' }
      const accountId = await insertAccount(tx, { publicId: publicId(), ...region, sample: true, createdAt })
      await insertSession(tx, { tokenHash: tokenHash(token), accountId, createdAt, expiresAt: createdAt + month })
    }
  })
await rt.storage.close()
const ground: Ground = { slug: contest.slug, tokens }
writeFileSync(join(read.environment.dataDir, 'ground.json'), JSON.stringify(ground))
