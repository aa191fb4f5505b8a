import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Allowed, allow } from '#core/account/roles'
import type { RulesChange } from '#core/contest/testing'
import { dayMs } from '#core/day'
import { claimConsent } from '#core/prize/claim'
import type { DrawRule } from '#core/prize/qualify'
import { auditRows } from '#db/audit'
import { claimOf } from '#db/claim'
import { drawsOf } from '#db/draw'
import { putEntry } from '#db/entry'
import { reviewCases } from '#db/schema/integrity'
import type { Db } from '#db/storage'
import { endWinners, type ListedWinner, listsOf, winnersOf } from '#db/winner'
import { type ClaimGiven, claimPrize, declinePrize, myPrizes, sendClaimCode } from './claim.ts'
import { dropInsider, handOver, insidersFor, nameInsider, openClaim, takeAway } from './claim-desk.ts'
import { proposeFreeze, proposeNumber } from './draw.ts'
import { integrityOf, reviewContest } from './integrity.ts'
import { answer, object, objectionsFor } from './objection.ts'
import { keepPrizes } from './prize-jobs.ts'
import { approved, type Entrant, entrant, staffMember } from './prize-testing.ts'
import { publicId } from './secrets.ts'
import type { SignedIn } from './session.ts'
import { decideCase } from './strike.ts'
import { citizen, contestWith, noon, openTestSite, type TestSite } from './testing.ts'
import { proposePublication, settle } from './winner-list.ts'
import { type WinnerFormat, winnersFile } from './winners-file.ts'
import { publishedWinners } from './winners-public.ts'

/** Every row of every table there is. */
async function everything(db: Db): Promise<unknown[]> {
  const folder = join(import.meta.dirname, '../db/schema')
  const rows: unknown[] = []
  for (const file of readdirSync(folder).filter(name => name.endsWith('.ts')))
    for (const table of Object.values((await import(join(folder, file))) as Record<string, never>))
      if (typeof table === 'object') rows.push(...(await db.select().from(table)))
  return rows
}

let site: TestSite
let contestId: number
let zhao: Allowed<'contests.write'>
let qian: Allowed<'contests.approve'>
let desk: Allowed<'standings.export'>

const text = (zh: string) => ({ zh, en: zh })
const tier = (id: string, count: number, value = 0) => ({ id, name: text(id), count, prize: text('书'), value })
const two = { tiers: [tier('first', 1, 100), tier('second', 2, 50)] }
const asked: RulesChange['identity'] = {
  name: { need: 'required', at: 'claim' },
  idNumber: { need: 'required', at: 'claim', lastDigits: 18 },
  address: { need: 'optional', at: 'claim' },
}
const fields = { name: '欧阳小敏', idNumber: '11010519491231002X', address: '重庆市渝中区中山四路36号' }
const phone = (i: number): string => `1390013${String(8000 + i)}`
const ranked = (n: number): Entrant[] =>
  Array.from({ length: n }, (_, i) => ({ phone: phone(i), score: 100 - 5 * i, name: `张${'一二三四五六七八九'[i]}` }))

beforeEach(async () => {
  site = await openTestSite()
  zhao = await staffMember(site.rt, 'zhao', ['organizer'], 'contests.write')
  qian = await staffMember(site.rt, 'qian', ['organizer'], 'contests.approve')
  desk = allow(zhao, 'standings.export') as typeof desk
})
afterEach(() => site.close())

const over = 7 * dayMs + 1000
async function contest(rules: RulesChange, people: Entrant[]): Promise<void> {
  contestId = await contestWith(site.rt, { rules: { awards: two, ...rules } })
  for (const person of people) await entrant(site, contestId, person)
  site.at(over)
}
const settled = async (kind: 'awards' | 'collective' = 'awards') => {
  const list = await settle(site.rt, zhao, 'test', kind)
  if (!list.ok) throw new Error(list.refusal)
  return list.value
}
const published = async (list: string) => approved(site.rt, qian, await proposePublication(site.rt, zhao, 'test', list))
const rows = async (): Promise<ListedWinner[]> => {
  const lists = await listsOf(site.rt.storage.read, contestId)
  return winnersOf(
    site.rt.storage.read,
    lists.map(({ id }) => id),
  )
}
/** 'name:tier' of whoever has a prize. */
const holders = async () =>
  (await rows())
    .filter(({ winner }) => winner.tier !== null && winner.endedAt === null)
    .map(({ name, winner }) => `${name}:${winner.tier}`)
    .sort()
const idOf = async (name: string) =>
  (await rows()).find(row => row.name === name && row.winner.endedAt === null)?.winner.publicId ?? ''
const person = async (i: number): Promise<SignedIn> => (await citizen(site.rt, phone(i))).who

describe('Awards of tracks', () => {
  const tracks = [
    { id: 'young', name: text('少年组'), fromAge: null, toAge: 17 },
    { id: 'grown', name: text('成人组'), fromAge: 18, toAge: null },
  ]
  const one = { tiers: [tier('first', 1)], perTrack: true }
  /** Of six people the first four are grown. */
  const sixIn = async (awards: RulesChange['awards']) => {
    await contest({ awards, who: { tracks } }, ranked(6))
    for (let i = 0; i < 6; i++) {
      const accountId = (await person(i)).account.id
      const said = { numberCipher: null, ageSaidAt: null, guardianAgreedAt: null, individual: false }
      const track = i < 4 ? 'grown' : 'young'
      await site.rt.storage.atomically(tx => putEntry(tx, { contestId, accountId, track, ...said, createdAt: noon }))
    }
  }
  const awarded = async () =>
    (await rows()).filter(({ winner }) => winner.endedAt === null).map(row => `${row.name}:${row.winner.tierName?.zh}`)

  it('are settled, ranked and moved up within each', async () => {
    await sixIn(one)
    const list = await settled()
    expect(await awarded()).toEqual(['张五:少年组 · first', '张一:成人组 · first'])
    expect((await rows()).map(({ winner }) => winner.rank)).toEqual([1, 1])
    await published(list)
    const [shown] = (await publishedWinners(site.rt, 'test')) ?? []
    expect(shown?.tiers.map(({ name }) => name.zh)).toEqual(['少年组 · first', '成人组 · first'])
    await nameInsider(site.rt, zhao, { phone: phone(4), note: '出题人' })
    await keepPrizes(site.rt)
    expect((await awarded()).sort()).toEqual(['张一:成人组 · first', '张六:少年组 · first'])
  })

  it('are one list for everybody where the rules do not part them', async () => {
    await sixIn({ ...one, perTrack: false })
    await settled()
    expect(await awarded()).toEqual(['张一:first'])
  })
})

describe('Awards', () => {
  it('are settled from the final ranking, again until they are published by two people', async () => {
    await contest({}, ranked(5))
    const list = await settled()
    expect(await holders()).toEqual(['张一:first', '张三:second', '张二:second'])
    expect(await settled()).toBe(list)
    expect(await publishedWinners(site.rt, 'test')).toEqual([])
    const proposal = await proposePublication(site.rt, zhao, 'test', list)
    expect(await approved(site.rt, zhao as unknown as typeof qian, proposal)).toMatchObject({
      refusal: 'second-person-needed',
    })
    expect(await approved(site.rt, qian, proposal)).toMatchObject({ ok: true })
    expect(await settle(site.rt, zhao, 'test', 'awards')).toMatchObject({ refusal: 'list-published' })
    expect(await published(list)).toMatchObject({ refusal: 'list-published' })
  })

  it('are offered as files in the forms of the rules, masked, once they are published', async () => {
    await contest({ publicity: { formats: ['page', 'csv', 'pdf'] } }, ranked(3))
    const list = await settled()
    const get = (format: WinnerFormat) => winnersFile(site.rt, 'test', format, 'zh')
    expect(await get('csv')).toMatchObject({ refusal: 'not-found' })
    await published(list)
    const [csv, pdf] = [await get('csv'), await get('pdf')]
    if (!csv.ok || !pdf.ok) throw new Error('refused')
    expect(csv.value.bytes.toString()).toContain('名次奖,first,书,1,张**,139****8000')
    expect(csv.value.bytes.toString()).not.toMatch(/\d{11}|张一/)
    expect(pdf.value.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await get('xlsx')).toMatchObject({ refusal: 'not-found' })
    expect(await winnersFile(site.rt, 'nowhere', 'csv', 'zh')).toMatchObject({ refusal: 'not-found' })
  })

  it('are shown masked, with a name only of those who agreed', async () => {
    const [first, second] = ranked(2) as [Entrant, Entrant]
    const { name: _name, ...nameless } = second
    await contest({}, [first, nameless])
    await published(await settled())
    const lists = await publishedWinners(site.rt, 'test')
    const shown = lists?.[0]?.tiers.flatMap(tier => tier.winners)
    expect(shown).toMatchObject([
      { name: '张**', phone: '139****8000', region: { zh: '渝中区' }, ended: null },
      { name: null, phone: '139****8001' },
    ])
    expect(JSON.stringify(lists)).not.toMatch(/张一|13900138/)
  })

  it('are not published while the result of somebody on the list waits for a decision', async () => {
    await contest({}, ranked(2))
    const list = await settled()
    const [first] = await rows()
    const accountId = first?.winner.accountId ?? 0
    const found = { contestId, accountId, attemptId: 1, weight: 40, reasons: [], candidate: true, foundAt: noon }
    await site.rt.storage.atomically(async tx => {
      await tx.insert(reviewCases).values({ publicId: publicId(), ...found })
    })
    expect(await published(list)).toMatchObject({ refusal: 'review-waiting' })
    expect(await handOver(site.rt, zhao, 'test', first?.winner.publicId ?? '')).toMatchObject({
      refusal: 'list-not-published',
    })
  })

  it('wait for the end, and for a contest that is there', async () => {
    await contest({}, ranked(2))
    site.at(0)
    expect(await settle(site.rt, zhao, 'test', 'awards')).toMatchObject({ refusal: 'not-final-yet' })
    expect(await settle(site.rt, zhao, 'nowhere', 'awards')).toMatchObject({ refusal: 'not-found' })
    expect(await proposePublication(site.rt, zhao, 'test', publicId())).toMatchObject({ refusal: 'not-found' })
  })

  it('without anybody are no list', async () => {
    await contest({}, [])
    expect(await settle(site.rt, zhao, 'test', 'awards')).toMatchObject({ refusal: 'list-empty' })
  })

  it('move up before the publication, when somebody is named as an insider', async () => {
    await contest({}, ranked(5))
    const list = await settled()
    await nameInsider(site.rt, zhao, { phone: phone(0), note: '出题人' })
    await published(list)
    expect(await holders()).toEqual(['张三:second', '张二:first', '张四:second'])
  })

  it('move up after it too, and what was taken is given back when the reason is gone; nobody else loses by it', async () => {
    await contest({}, ranked(5))
    await published(await settled())
    await nameInsider(site.rt, zhao, { phone: phone(0), note: '出题人' })
    await keepPrizes(site.rt)
    expect(await holders()).toEqual(['张三:second', '张二:first', '张四:second'])
    const [insider] = await insidersFor(site.rt, zhao)
    expect(insider).toMatchObject({ phone: '139****8000', note: '出题人' })
    expect(await dropInsider(site.rt, zhao, insider?.id ?? 0)).toMatchObject({ ok: true })
    expect(await dropInsider(site.rt, zhao, insider?.id ?? 0)).toMatchObject({ refusal: 'not-found' })
    await keepPrizes(site.rt)
    expect(await holders()).toEqual(['张一:first', '张三:second', '张二:first', '张四:second'])
  })

  it('go to organisations and districts by the measure of the rules', async () => {
    const award = { id: 'org', name: text('组织奖'), count: 1, minimumSize: 2, prize: text('奖牌') }
    await contest({ groupAwards: [{ ...award, of: 'regions', by: { by: 'entrants' } }] }, ranked(3))
    await published(await settled('collective'))
    expect((await publishedWinners(site.rt, 'test'))?.[0]?.tiers[0]?.winners).toMatchObject([
      { region: { zh: '渝中区' }, name: null, phone: null },
    ])
  })
})

const given = (who: SignedIn, code: string, change: Partial<ClaimGiven> = {}): ClaimGiven => {
  return { code, browser: `b${who.account.id}`, consent: claimConsent, fields, ...change }
}
/** Asks for a code and reads it from the outbox. */
const codeFor = async (who: SignedIn, i: number, id: string) => {
  const sent = await sendClaimCode(site.rt, who, id, `b${who.account.id}`)
  return sent.ok ? (site.rt.outbox.messagesTo(phone(i))[0]?.code ?? '') : sent.refusal
}

describe('A claim', () => {
  beforeEach(async () => {
    await contest({ identity: asked, claim: { days: 10, alternates: true, eraseAfterDays: 30 } }, ranked(5))
    await published(await settled())
  })

  it('needs a fresh code, consent, and what the prize needs; it is kept encrypted', async () => {
    site.at(over + 2 * 60_000)
    const who = await person(0)
    const [won] = await myPrizes(site.rt, who)
    expect(won).toMatchObject({ state: 'called', tier: { zh: 'first' } })
    expect(won?.asked.map(({ field }) => field)).toEqual(['name', 'idNumber', 'address'])
    const id = won?.id ?? ''
    site.at(over + 4 * 60_000)
    const code = await codeFor(who, 0, id)
    const wrong = code === '000000' ? '000001' : '000000'
    const claim = (change?: Partial<ClaimGiven>, used = code) => claimPrize(site.rt, who, id, given(who, used, change))
    expect(await claim({ consent: '2020-01' })).toMatchObject({ refusal: 'claim-consent' })
    expect(await claim({ fields: { ...fields, name: '' } })).toMatchObject({ refusal: 'claim-field' })
    expect(await claim({ browser: undefined })).toMatchObject({ refusal: 'code-wrong' })
    expect(await claim({ browser: 'another' })).toMatchObject({ refusal: 'code-wrong' })
    expect(await claim({}, wrong)).toMatchObject({ refusal: 'code-wrong' })
    expect(await claim()).toMatchObject({ ok: true })
    expect(await claim()).toMatchObject({ refusal: 'prize-state' })
    const kept = await claimOf(site.rt.storage.read, (await rows())[0]?.winner.id ?? 0)
    expect(kept?.consentVersion).toBe(claimConsent)
    expect(JSON.stringify(kept)).not.toContain('欧阳')
    expect(await myPrizes(site.rt, who)).toMatchObject([{ state: 'claimed' }])
  })

  it('is nobody else’s', async () => {
    const id = await idOf('张一')
    const other = await person(1)
    expect(await sendClaimCode(site.rt, other, id, 'b')).toMatchObject({ refusal: 'not-found' })
    expect(await claimPrize(site.rt, other, id, given(other, '1'))).toMatchObject({ refusal: 'not-found' })
    expect(await declinePrize(site.rt, other, id)).toMatchObject({ refusal: 'not-found' })
    expect(await myPrizes(site.rt, await person(4))).toEqual([])
  })

  it('too late is given up, and the next one is called with days of their own', async () => {
    site.at(over + 11 * dayMs)
    const who = await person(0)
    expect(await myPrizes(site.rt, who)).toMatchObject([{ state: 'late' }])
    expect(await sendClaimCode(site.rt, who, await idOf('张一'), 'b')).toMatchObject({ refusal: 'prize-state' })
    await keepPrizes(site.rt)
    expect(await holders()).toEqual(['张五:second', '张四:first'])
    const called = await myPrizes(site.rt, await person(3))
    expect(called).toMatchObject([{ state: 'called' }])
    expect(called[0]?.claimUntil).toBeGreaterThan(noon + over + 20 * dayMs)
    const shown = (await publishedWinners(site.rt, 'test'))?.[0]?.tiers.flatMap(tier => tier.winners)
    expect(shown?.map(winner => winner.ended)).toEqual(['given-up', null, 'given-up', 'given-up', null])
  })

  it('may be given up by the winner, and everybody behind moves up', async () => {
    const who = await person(0)
    const id = await idOf('张一')
    expect(await declinePrize(site.rt, who, id)).toMatchObject({ ok: true })
    expect(await declinePrize(site.rt, who, id)).toMatchObject({ refusal: 'prize-state' })
    expect(await holders()).toEqual(['张三:second', '张二:first', '张四:second'])
  })

  /** A winner who has claimed. */
  async function claimed(i: number, name: string): Promise<string> {
    site.at(over + 3 * 60_000)
    const who = await person(i)
    site.at(over + 5 * 60_000)
    const id = await idOf(name)
    const done = await claimPrize(site.rt, who, id, given(who, await codeFor(who, i, id)))
    if (!done.ok) throw new Error(done.refusal)
    return id
  }

  it('is opened at the desk on the record, and handed over after the notice period', async () => {
    const id = await claimed(0, '张一')
    expect(await openClaim(site.rt, desk, 'test', await idOf('张二'))).toMatchObject({ refusal: 'prize-state' })
    expect(await openClaim(site.rt, desk, 'other', id)).toMatchObject({ refusal: 'not-found' })
    const opened = await openClaim(site.rt, desk, 'test', id)
    expect(opened).toMatchObject({ value: { fields, phone: phone(0), otherName: true } })
    expect(await handOver(site.rt, zhao, 'test', id)).toMatchObject({ refusal: 'notice-running' })
    site.at(over + 8 * dayMs)
    expect(await handOver(site.rt, zhao, 'test', await idOf('张二'))).toMatchObject({ refusal: 'prize-state' })
    expect(await handOver(site.rt, zhao, 'test', id)).toMatchObject({ ok: true })
    expect(await handOver(site.rt, zhao, 'test', id)).toMatchObject({ refusal: 'prize-state' })
    expect(await handOver(site.rt, zhao, 'test', publicId())).toMatchObject({ refusal: 'not-found' })
    const log = await auditRows(site.rt.storage.read, 0, 100)
    expect(log.map(({ action }) => action)).toEqual(expect.arrayContaining(['prize.opened', 'prize.handed-over']))
    expect(JSON.stringify(log)).not.toMatch(/欧阳|11010519|中山四路|13900138/)
  })

  it('taken away after an objection goes to whoever is next; a prize handed over stays', async () => {
    const id = await claimed(0, '张一')
    expect(await takeAway(site.rt, zhao, 'test', id, ' ')).toMatchObject({ refusal: 'note-needed' })
    expect(await takeAway(site.rt, zhao, 'test', publicId(), '本人是承办方人员')).toMatchObject({
      refusal: 'not-found',
    })
    expect(await takeAway(site.rt, zhao, 'test', id, '本人是承办方人员')).toMatchObject({ ok: true })
    expect(await takeAway(site.rt, zhao, 'test', id, '本人是承办方人员')).toMatchObject({ refusal: 'prize-state' })
    expect(await holders()).toEqual(['张三:second', '张二:first', '张四:second'])
  })

  it('is erased on the date that the winner was shown', async () => {
    await claimed(0, '张一')
    site.at(over + 7 * 60_000)
    const who = await person(0)
    const [won] = await myPrizes(site.rt, who)
    site.at((won?.eraseAt ?? 0) - noon - 1)
    await keepPrizes(site.rt)
    expect(await openClaim(site.rt, desk, 'test', won?.id ?? '')).toMatchObject({ ok: true })
    site.at((won?.eraseAt ?? 0) - noon)
    await keepPrizes(site.rt)
    expect(await openClaim(site.rt, desk, 'test', won?.id ?? '')).toMatchObject({ refusal: 'prize-state' })
    expect((await myPrizes(site.rt, who))[0]).toMatchObject({ state: 'claimed', erasedAt: won?.eraseAt })
  })
})

describe('One person with two phones', () => {
  const claimAs = async (i: number, given_: ClaimGiven['fields'] = fields) => {
    site.at(over + (3 + 5 * i) * 60_000)
    const who = await person(i)
    site.at(over + (5 + 5 * i) * 60_000)
    const [won] = await myPrizes(site.rt, who)
    const id = won?.id ?? ''
    const done = await claimPrize(site.rt, who, id, given(who, await codeFor(who, i, id), { fields: given_ }))
    return { id, done }
  }
  const inQueue = async () => {
    const found = await integrityOf(site.rt, allow(zhao, 'integrity.review') as Allowed<'integrity.review'>, 'test')
    if (!found.ok) throw new Error(found.refusal)
    const cases = found.value.waitingCases
    return cases.map(one => `${one.name}:${one.reasons.map(({ code }) => code).join()}`).sort()
  }
  /** The third took part first, then the first, then the second. */
  const three = async (duplicates: 'first-counts' | 'struck-out') => {
    const at = [2, 3, 1].map(n => n * 60_000)
    const people = ranked(3).map((one, i) => ({ ...one, at: at[i] as number }))
    await contest({ identity: { ...asked, duplicates }, claim: { days: 10, eraseAfterDays: 30 } }, people)
    await published(await settled())
  }

  it('wins once where the first account counts: a later one is refused, and a person looks', async () => {
    await three('first-counts')
    expect((await claimAs(0)).done).toEqual({ ok: true, value: null })
    expect((await claimAs(1)).done).toMatchObject({ refusal: 'claim-second-phone' })
    expect(await inQueue()).toEqual(['张二:same-person'])
  })

  it('wins with the first account though a later one has claimed before; the later prize is not handed over', async () => {
    await three('first-counts')
    const later = await claimAs(0)
    expect((await claimAs(2)).done).toMatchObject({ ok: true })
    expect(await inQueue()).toEqual(['张一:same-person'])
    site.at(over + 8 * dayMs)
    expect(await handOver(site.rt, zhao, 'test', later.id)).toMatchObject({ refusal: 'prize-looked-at' })
    expect(await handOver(site.rt, zhao, 'test', await idOf('张三'))).toMatchObject({ ok: true })
  })

  it('stands in the queue with both accounts where both are struck out, also after another review', async () => {
    await three('struck-out')
    await claimAs(0)
    const second = await claimAs(1)
    expect(second.done).toMatchObject({ ok: true })
    expect(await inQueue()).toEqual(['张一:same-person', '张二:same-person'])
    const reviewer = allow(zhao, 'integrity.review') as Allowed<'integrity.review'>
    expect(await reviewContest(site.rt, reviewer, 'test')).toMatchObject({ ok: true })
    expect((await inQueue()).filter(one => one.includes('same-person'))).toHaveLength(2)
    site.at(over + 8 * dayMs)
    expect(await handOver(site.rt, zhao, 'test', second.id)).toMatchObject({ refusal: 'prize-looked-at' })
    const found = await integrityOf(site.rt, reviewer, 'test')
    for (const one of found.ok ? found.value.waitingCases : [])
      await decideCase(site.rt, reviewer, 'test', one.id, 'cleared', '是同名的两个人')
    expect(await handOver(site.rt, zhao, 'test', second.id)).toMatchObject({ ok: true })
  })

  it('is not seen in another identity, and the hash goes with what was given', async () => {
    await three('first-counts')
    const { id } = await claimAs(0)
    expect((await claimAs(1, { ...fields, idNumber: '110105194912310038' })).done).toMatchObject({ ok: true })
    expect(await inQueue()).toEqual([])
    const winner = (await rows()).find(row => row.winner.publicId === id)?.winner.id ?? 0
    const kept = await claimOf(site.rt.storage.read, winner)
    expect(kept?.person).toMatch(/^[\w-]{43}$/)
    site.at(over + 60 * dayMs)
    await keepPrizes(site.rt)
    expect(await claimOf(site.rt.storage.read, winner)).toMatchObject({ sealed: null, person: null })
  })
})

describe('After the date of erasure', () => {
  it('nothing of what a winner gave is found in any table, in clear or under our own keys', async () => {
    await contest({ identity: asked, claim: { days: 10, alternates: true, eraseAfterDays: 30 } }, ranked(3))
    await published(await settled())
    site.at(over + 3 * 60_000)
    const who = await person(0)
    const id = (await myPrizes(site.rt, who))[0]?.id ?? ''
    site.at(over + 5 * 60_000)
    const code = await codeFor(who, 0, id)
    expect(await claimPrize(site.rt, who, id, given(who, code))).toMatchObject({ ok: true })
    expect(await openClaim(site.rt, desk, 'test', id)).toMatchObject({ ok: true })
    const held = () => everything(site.rt.storage.read)
    expect(wordsIn(await held())).toEqual(Object.values(fields))
    site.at(((await myPrizes(site.rt, who))[0]?.eraseAt ?? 0) - noon)
    await keepPrizes(site.rt)
    expect(wordsIn(await held())).toEqual([])
  })

  /** Which of the given words stand in the rows, or in anything in them that our keys open. */
  function wordsIn(rows: unknown[]): string[] {
    const text = JSON.stringify(rows)
    const sealed = [...text.matchAll(/[\w-]{40,}/g)].map(([cipher]) => opened(cipher))
    const all = [text, ...sealed].join('\n')
    return Object.values(fields).filter(word => all.includes(word))
  }
  const opened = (cipher: string): string => {
    try {
      return site.rt.secrets.decrypt(cipher)
    } catch {
      return ''
    }
  }
})

describe('An objection', () => {
  it('is taken during the notice period, answered with a reason, and read by nobody else', async () => {
    await contest({}, ranked(3))
    const list = await settled()
    const body = '第一名是承办单位的工作人员，不应参加评奖。'
    const say = (what = body, where = list) => object(site.rt, 'test', where, { body: what, contact: '', locale: 'zh' })
    expect(await say()).toMatchObject({ refusal: 'not-found' })
    await published(list)
    expect(await say('短')).toMatchObject({ refusal: 'objection-length' })
    expect(await say(body, publicId())).toMatchObject({ refusal: 'not-found' })
    expect(await say()).toMatchObject({ ok: true })
    const waiting = await objectionsFor(site.rt, zhao, 'test')
    const id = waiting.ok ? (waiting.value[0]?.id ?? '') : ''
    expect(waiting).toMatchObject({ value: [{ said: { body }, answer: null }] })
    expect(await objectionsFor(site.rt, zhao, 'nowhere')).toMatchObject({ refusal: 'not-found' })
    const reply = { upheld: false, text: '经核实，不是工作人员。' }
    expect(await answer(site.rt, zhao, 'test', id, { ...reply, text: '' })).toMatchObject({ refusal: 'note-needed' })
    expect(await answer(site.rt, zhao, 'nowhere', id, reply)).toMatchObject({ refusal: 'not-found' })
    expect(await answer(site.rt, zhao, 'test', id, reply)).toMatchObject({ ok: true })
    expect(await answer(site.rt, zhao, 'test', id, reply)).toMatchObject({ refusal: 'handled-already' })
    site.at(over + 9 * dayMs)
    expect(await say()).toMatchObject({ refusal: 'notice-over' })
    site.at(over + 400 * dayMs)
    await keepPrizes(site.rt)
    const later = await objectionsFor(site.rt, zhao, 'test')
    expect(later).toMatchObject({ value: [{ said: null, answer: { text: reply.text, by: 'zhao' } }] })
  })
})

describe('A draw’s list', () => {
  const lucky: DrawRule = {
    ...{ id: 'lucky', name: text('幸运奖'), when: 'final', oneIn: null, qualify: { by: 'finished' } },
    ...{ chances: { by: 'person' }, tiers: [tier('lucky', 2, 80)], fallBackTo: null, excludeEarlier: true },
    ...{ alternates: 2, witnesses: [] },
  }
  async function drawn(): Promise<string> {
    const wish = { rule: 'lucky', scope: '', source: '双色球', at: noon + 8 * dayMs, repeatWhy: '' }
    const frozen = await approved(site.rt, qian, await proposeFreeze(site.rt, zhao, 'test', wish))
    if (!frozen.ok) throw new Error(frozen.refusal)
    site.at(8 * dayMs + 1)
    const draw = (await drawsOf(site.rt.storage.read, contestId)).at(-1)?.publicId ?? ''
    await approved(site.rt, qian, await proposeNumber(site.rt, zhao, 'test', draw, '1234 5678'))
    return (await listsOf(site.rt.storage.read, contestId)).at(-1)?.publicId ?? ''
  }

  it('calls the alternates in the order in which they were drawn', async () => {
    await contest({ awards: { tiers: [] }, draws: [lucky], claim: { days: 5, alternates: true } }, ranked(6))
    await published(await drawn())
    const before = (await rows()).map(({ name }) => name)
    site.at(15 * dayMs)
    await keepPrizes(site.rt)
    const after = (await rows()).filter(({ winner }) => winner.endedAt === null && winner.tier !== null)
    expect(after.map(({ name }) => name)).toEqual(before.slice(2, 4))
    expect(after.map(({ winner }) => winner.standsInFor !== null)).toEqual([true, true])
  })

  it('calls nobody where the rules call no alternates', async () => {
    await contest({ awards: { tiers: [] }, draws: [lucky], claim: { days: 5, alternates: false } }, ranked(6))
    await published(await drawn())
    site.at(15 * dayMs)
    await keepPrizes(site.rt)
    expect(await holders()).toEqual([])
  })

  it('leaves each person one prize, the one that is worth more', async () => {
    // The first award is worth more than the draw's prize, the second less.
    await contest({ draws: [lucky] }, ranked(4))
    await published(await settled())
    const list = await drawn()
    await published(list)
    const people = (await holders()).map(holder => holder.split(':')[0])
    expect(new Set(people).size).toBe(people.length)
    expect(await holders()).toContain('张一:first')
    expect((await holders()).filter(holder => holder.endsWith(':lucky'))).toHaveLength(2)
  })

  it('without a winner left is not published', async () => {
    await contest({ awards: { tiers: [] }, draws: [lucky] }, ranked(2))
    const list = await drawn()
    const ids = (await rows()).map(({ winner }) => winner.id)
    await site.rt.storage.atomically(tx => endWinners(tx, ids, 'objection', noon))
    expect(await published(list)).toMatchObject({ refusal: 'list-empty' })
  })
})
