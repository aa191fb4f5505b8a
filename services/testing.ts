/** A site for tests: real storage of its own, a clock that the test moves, an outbox, and people and contests made by use cases. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { type RulesChange, rulesWith } from '#core/contest/testing'
import { dayMs } from '#core/day'
import type { QuestionDraft, QuestionKind } from '#core/question/question'
import { truefalseOptions } from '#core/question/question'
import { insertContest } from '#db/contest'
import { replaceHandbook } from '#db/handbook'
import { setFact } from '#db/meta'
import { insertSet, storeDrafts } from '#db/question'
import { replaceRegions } from '#db/region'
import { openTestStorage } from '#db/testing'
import { chooseRegion } from './account.ts'
import { readEnvironment } from './environment.ts'
import { memoryOutbox, type Outbox } from './outbox.ts'
import type { Runtime } from './runtime.ts'
import { openSecrets, publicId } from './secrets.ts'
import { readRegionFiles } from './seed-regions.ts'
import { openSessionOf, type SignedIn, sessionOf } from './session.ts'
import { requestCode, signInByCode } from './sign-in.ts'

/** Noon of a day on which the edition of 37 units is in force. */
export const noon = Date.parse('2026-11-22T12:00:00+08:00')

/** Words that stand in every key and explanation a test makes, and nowhere else. */
export const canary = 'CANARY-金丝雀'

export interface TestSite {
  rt: Runtime & { outbox: Outbox }
  /** What lies on the disk. */
  bytes(): Promise<Buffer>
  /** Sets the clock to `noon` plus some milliseconds. */
  at(ms: number): void
  close(): Promise<void>
}

/** Read once in each process. */
let regionFiles: ReturnType<typeof readRegionFiles> | undefined

/** @returns a site with the regions loaded and nothing else */
export async function openTestSite(variables: Record<string, string> = {}): Promise<TestSite> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ip-contest-keys-'))
  const read = readEnvironment({ NODE_ENV: 'test', DATA_DIR: dataDir, ...variables })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  const storage = await openTestStorage()
  let now = noon
  const rt = {
    storage,
    clock: { now: () => now },
    secrets: openSecrets(dataDir),
    environment: read.environment,
    log: pino({ level: 'silent' }),
    outbox: memoryOutbox(),
    pagesChanged: () => {},
    memory: new Map<string, unknown>(),
  }
  regionFiles ??= readRegionFiles(join(import.meta.dirname, '../regions'))
  const regions = await regionFiles
  await storage.atomically(tx => replaceRegions(tx, regions.editions, regions.units))
  return {
    rt,
    at: ms => {
      now = noon + ms
    },
    bytes: () => storage.bytes(),
    close: () => storage.close(),
  }
}

/** Signs a citizen in by code and lets them choose a district. @returns the session's token and who it stands for */
export async function citizen(
  rt: TestSite['rt'],
  phone: string,
  region: string | null = 'yuzhong',
): Promise<{ token: string; who: SignedIn }> {
  const browser = publicId()
  await requestCode(rt, phone, browser)
  const code = rt.outbox.messagesTo(phone)[0]?.code ?? ''
  const signedIn = await signInByCode(rt, { phone, code, browser })
  if (!signedIn.ok) throw new Error(`${phone} could not sign in: ${signedIn.refusal}`)
  if (region) await chooseRegion(rt, signedIn.value, { region })
  return anotherDevice(rt, signedIn.value)
}

/** One more session of an account: what a second phone has. */
export async function anotherDevice(rt: Runtime, accountId: number): Promise<{ token: string; who: SignedIn }> {
  const token = await openSessionOf(rt, accountId)
  const who = await sessionOf(rt, token)
  if (!who) throw new Error('A fresh session is not known')
  return { token, who }
}

/** The i-th of invented questions: the first option of a single choice is right, the first two of a multiple one. */
export function inventedQuestion(i: number, kind: QuestionKind = 'single'): QuestionDraft {
  const text = (words: string) => ({ zh: words, en: words })
  const options = ['甲', '乙', '丙', '丁'].map(letter => text(`第${i}题选项${letter}`))
  return {
    externalId: `q${i}`,
    kind,
    chapter: (i % 5) + 1,
    entryId: null,
    level: 3,
    seconds: 20,
    validFrom: null,
    validTo: null,
    face: { scenario: null, stem: text(`第${i}题题干`), options: kind === 'truefalse' ? truefalseOptions : options },
    right: kind === 'multiple' ? 0b0011 : 0b0001,
    explanation: text(`${canary} 第${i}题解析`),
    sources: [{ law: `${canary}-LAW`, article: '1', anchors: [] }],
  }
}

/** The handbook's own question set, with chapters 1 to 5 of one entry each. @returns the set's id */
export async function handbookWith(rt: Runtime, drafts: QuestionDraft[]): Promise<number> {
  const text = (words: string) => ({ zh: words, en: words })
  const numbers = [1, 2, 3, 4, 5]
  return rt.storage.atomically(async tx => {
    await replaceHandbook(tx, {
      chapters: numbers.map(number => ({ number, slug: `chapter-${number}`, name: text(`第${number}章`) })),
      laws: [{ code: `${canary}-LAW`, name: text('试行法'), inForce: '2020-01-01', until: null, read: true }],
      terms: [],
      entries: numbers.map(number => ({
        id: `${number}.01`,
        slug: `entry-${number}`,
        chapter: number,
        position: number,
        core: true,
        status: 'verified' as const,
        level: 1,
        checkedOn: '2026-11-22',
        title: text(`第${number}章第一条`),
        versions: [],
        related: [],
        syllables: [],
      })),
    })
    const set = { publicId: publicId(), name: '手册', source: 'test', licence: 'CC BY 4.0' }
    const setId = await insertSet(tx, { ...set, createdBy: null, createdAt: noon })
    await storeDrafts(tx, setId, drafts, noon)
    await setFact(tx, 'handbook set', String(setId))
    return setId
  })
}

/** A published contest, open from an hour before `noon` for a week, on a set of its own. */
export async function contestWith(
  rt: Runtime,
  given: {
    slug?: string
    drafts?: QuestionDraft[]
    rules?: RulesChange
    opensAt?: number
    closesAt?: number
    publishedAt?: number | null
  } = {},
): Promise<number> {
  const drafts = given.drafts ?? Array.from({ length: 30 }, (_, i) => inventedQuestion(i))
  return rt.storage.atomically(async tx => {
    const setId = await insertSet(tx, {
      publicId: publicId(),
      name: '试题',
      source: 'test',
      licence: 'CC BY 4.0',
      createdBy: null,
      createdAt: noon,
    })
    await storeDrafts(tx, setId, drafts, noon)
    await setFact(tx, 'test set', String(setId))
    return insertContest(
      tx,
      {
        publicId: publicId(),
        slug: given.slug ?? 'test',
        title: { zh: '试赛', en: 'Trial' },
        summary: { zh: '试', en: 'Trial' },
        edition: 'chongqing-2025-11',
        opensAt: given.opensAt ?? noon - 3_600_000,
        closesAt: given.closesAt ?? noon + 7 * dayMs,
        rules: rulesWith(given.rules ?? {}),
        sample: false,
        createdBy: null,
        createdAt: noon,
        publishedAt: given.publishedAt === undefined ? noon - dayMs : given.publishedAt,
      },
      [setId],
    )
  })
}
