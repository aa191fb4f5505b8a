/** Closing an account: nothing says any more who it was, and nobody else notices. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Allowed } from '#core/account/roles'
import { dayMs } from '#core/day'
import { claimConsent } from '#core/prize/claim'
import type { DrawRule } from '#core/prize/qualify'
import type { WireStandings } from '#core/wire'
import { auditRows } from '#db/audit'
import { certificatesOf, finishersFrom } from '#db/certificate'
import { claimOf } from '#db/claim'
import { dialect } from '#db/dialect'
import { drawsOf } from '#db/draw'
import { entryOf, putEntry } from '#db/entry'
import { auditLog } from '#db/schema/audit'
import { closedEntrants } from '#db/schema/entry'
import { attemptTraces } from '#db/schema/integrity'
import type { Db } from '#db/storage'
import { listsOf, winnersOf } from '#db/winner'
import { chooseName, chooseRegion } from './account.ts'
import { attemptOf, finishAttempt, startAttempt } from './attempt.ts'
import { checkCertificate, issueCertificates } from './certificate.ts'
import { claimPrize, declinePrize, myPrizes } from './claim.ts'
import { handOver } from './claim-desk.ts'
import { closeAccount, closingOf, sendClosingCode } from './closing.ts'
import { proposeFreeze, proposeNumber } from './draw.ts'
import { enter } from './entry.ts'
import { reportError } from './error-report.ts'
import { grantExtraTime } from './extra-time.ts'
import { inviteTo } from './invitation.ts'
import { forgetMoments } from './memory.ts'
import { keepPrizes } from './prize-jobs.ts'
import { approved, entrant, staffMember } from './prize-testing.ts'
import { publicId } from './secrets.ts'
import { openSessionOf, type SignedIn, sessionOf } from './session.ts'
import { requestCode } from './sign-in.ts'
import { eraseSpent } from './spent.ts'
import { standingsOf } from './standing.ts'
import { anotherDevice, citizen, contestWith, noon, openTestSite, type TestSite } from './testing.ts'
import { staffWith } from './testing-staff.ts'
import { proposePublication, settle } from './winner-list.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const phone = '13900139001'
const name = '欧阳小敏'
/** A code a minute goes to a number. */
const minute = 61_000

/** Asks for the code and closes the account. */
async function closed(who: SignedIn, number = phone) {
  const browser = publicId()
  const sent = await sendClosingCode(site.rt, who, browser)
  if (!sent.ok) return sent
  return closeAccount(site.rt, who, { code: site.rt.outbox.messagesTo(number)[0]?.code ?? '', browser })
}

/** Every row of every table there is, as one text. */
async function everything(db: Db): Promise<string> {
  const folder = join(import.meta.dirname, '../db/schema')
  const rows: unknown[] = []
  for (const file of readdirSync(folder).filter(one => one.endsWith('.ts')))
    for (const table of Object.values((await import(join(folder, file))) as Record<string, never>))
      if (typeof table === 'object') rows.push(...(await db.select().from(table)))
  return JSON.stringify(rows)
}

type Board = Pick<WireStandings, 'participants' | 'rows'>

/** Of everybody, of a district, of districts and of organisations, read anew. */
async function boards(): Promise<Board[]> {
  // What was read of a board is kept for half a second.
  forgetMoments(site.rt)
  const asked = { slug: 'test', limit: 50, after: null, accountId: null, locale: 'zh' } as const
  const kinds = [
    { by: 'person', region: null },
    { by: 'person', region: 'yuzhong' },
    { by: 'region', region: null },
    { by: 'organisation', region: null },
  ] as const
  const found = await Promise.all(kinds.map(kind => standingsOf(site.rt, { ...asked, ...kind })))
  return found.map(one => {
    if (!one.ok) throw new Error(one.refusal)
    return { participants: one.value.participants, rows: one.value.rows }
  })
}

/** Of people only: districts and organisations keep their names. */
const unnamed = ({ participants, rows }: Board) => ({
  participants,
  rows: rows.map(row => ('durationMs' in row ? { ...row, name: null } : row)),
})

const namesOn = ([people]: Board[]) => people?.rows.filter(row => row.name === '王*')

describe('Closing an account', () => {
  it('leaves every place, point and sum of every board as it was, and shows no name', async () => {
    const contestId = await contestWith(site.rt)
    const scores = [70, 90, 90, 40, 55, 90, 20]
    const numbers = scores.map((_, i) => `1390013900${i}`)
    for (const [i, score] of scores.entries())
      await entrant(site, contestId, { phone: numbers[i] ?? '', score, name: `王${'一二三四五六七'[i]}` })
    site.at(2 * minute)
    const before = await boards()
    expect(namesOn(before)).toHaveLength(scores.length)
    for (const [i, number] of numbers.entries()) {
      site.at((2 * i + 2) * minute)
      const { who } = await citizen(site.rt, number, null)
      site.at((2 * i + 3) * minute)
      expect(await closed(who, number)).toEqual({ ok: true, value: null })
      const after = await boards()
      expect(after.map(unnamed)).toEqual(before.map(unnamed))
      expect(namesOn(after)).toHaveLength(scores.length - 1 - i)
    }
  })

  it('is not undone by a start or an entry that was under way', async () => {
    const contestId = await contestWith(site.rt, { rules: { identity: { number: { need: 'required', at: 'entry' } } } })
    const { who } = await citizen(site.rt, phone)
    const said = { track: null, individual: false, name: null, age: true, guardian: false }
    expect(await enter(site.rt, who, 'test', { ...said, number: 'A-1' })).toMatchObject({ ok: true })
    site.at(minute)
    expect(await closed(who)).toMatchObject({ ok: true })
    const origin = { browser: 'mark', network: '10.1.0.0/16' }
    expect(await startAttempt(site.rt, who, 'test', 'zh', origin)).toMatchObject({ refusal: 'entry-needed' })
    expect(await enter(site.rt, who, 'test', { ...said, number: 'A-1' })).toMatchObject({ refusal: 'sign-in-required' })
    await contestWith(site.rt, { slug: 'plain' })
    expect(await startAttempt(site.rt, who, 'plain', 'zh', origin)).toMatchObject({ refusal: 'sign-in-required' })
    const { id } = who.account
    expect((await entryOf(site.rt.storage.read, contestId, id))?.numberCipher ?? null).toBeNull()
    expect(await site.rt.storage.read.select().from(attemptTraces)).toEqual([])
  })

  it('leaves no phone, name, number, place or sign of a device in any table, and by the next day no check value', async () => {
    const organizer = await staffMember(site.rt, 'zhao', ['organizer'], 'contests.write')
    const contestId = await contestWith(site.rt)
    await inviteTo(site.rt, organizer, 'test', { written: phone, replace: false })
    const { who } = await citizen(site.rt, phone)
    const { token: elsewhere } = await anotherDevice(site.rt, who.account.id)
    await chooseRegion(site.rt, who.account.id, { region: 'yuzhong', organisation: '解放碑小学' })
    await chooseName(site.rt, who.account.id, { name, showName: true })
    const said = { ageSaidAt: noon, guardianAgreedAt: null, individual: false, track: null, createdAt: noon }
    const numberCipher = site.rt.secrets.encrypt('A-1234')
    await site.rt.storage.atomically(tx =>
      putEntry(tx, { contestId, accountId: who.account.id, numberCipher, ...said }),
    )
    await grantExtraTime(site.rt, organizer, 'test', { phone, percent: 150, reason: '视力障碍需要加时' })
    const started = await startAttempt(site.rt, who, 'test', 'zh', { browser: 'mark', network: '10.1.0.0/16' })
    if (!started.ok) throw new Error(started.refusal)
    const index = site.rt.secrets.blindIndex(phone)
    const { phoneCipher } = JSON.parse(await everything(site.rt.storage.read)).find(
      (row: { phoneIndex?: string; phoneCipher?: string }) => row.phoneIndex === index && row.phoneCipher,
    )
    site.at(minute)
    expect(await closed(who)).toMatchObject({ ok: true })

    expect(await sessionOf(site.rt, elsewhere)).toBeNull()
    expect(await site.rt.storage.read.select().from(attemptTraces)).toEqual([])
    const rows = await everything(site.rt.storage.read)
    for (const gone of [phone, name, numberCipher, phoneCipher, elsewhere])
      expect([gone, rows.includes(gone)]).toEqual([gone, false])
    // The log keeps why somebody got extra time, as of every act of staff; without the person.
    const left = JSON.parse(rows).filter((row: object) => JSON.stringify(row).includes(index))
    expect(left.every((row: { codeHash?: string }) => row.codeHash !== undefined)).toBe(true)
    site.at(dayMs + 2 * minute)
    await eraseSpent(site.rt)
    expect(await everything(site.rt.storage.read)).not.toContain(index)
    const log = await auditRows(site.rt.storage.read, 0, 100)
    const row = log.find(({ action }) => action === 'account.closed')
    expect(row).toMatchObject({ actor: null, subject: `account:${who.account.publicId}`, detail: '{}', origin: '' })
  })

  it.runIf(dialect === 'sqlite')('takes phone and name out of the files too, a minute later', async () => {
    const { who } = await citizen(site.rt, phone)
    await chooseName(site.rt, who.account.id, { name, showName: true })
    await keepPrizes(site.rt)
    const { phoneCipher } = JSON.parse(await everything(site.rt.storage.read)).find(
      (row: { phoneCipher?: string }) => row.phoneCipher,
    )
    const held = async () => {
      const bytes = await site.bytes()
      return [phoneCipher, name].map(text => bytes.includes(text))
    }
    expect(await held()).toEqual([true, true])
    site.at(minute)
    await closed(who)
    await keepPrizes(site.rt)
    expect(await held()).toEqual([false, false])
  })

  it('wants a fresh code of this phone in this browser, and nothing changes without it', async () => {
    const { who, token } = await citizen(site.rt, phone)
    site.at(minute)
    const browser = publicId()
    await sendClosingCode(site.rt, who, browser)
    const code = site.rt.outbox.messagesTo(phone)[0]?.code ?? ''
    const wrong = { ok: false, refusal: 'code-wrong', detail: { where: 'code' } }
    const other = code === '000000' ? '000001' : '000000'
    expect(await closeAccount(site.rt, who, { code: other, browser })).toEqual(wrong)
    expect(await closeAccount(site.rt, who, { code, browser: publicId() })).toEqual(wrong)
    expect(await closeAccount(site.rt, who, { code, browser: undefined })).toEqual(wrong)
    expect(await sessionOf(site.rt, token)).not.toBeNull()
    expect(await closeAccount(site.rt, who, { code, browser })).toMatchObject({ ok: true })
    expect(await closeAccount(site.rt, who, { code, browser })).toMatchObject({ refusal: 'closing-staff' })
    expect(await chooseName(site.rt, who.account.id, { name, showName: true })).toMatchObject({ value: { name: null } })
  })

  it('is not for staff', async () => {
    const { who } = await staffWith(site.rt, ['organizer'])
    expect(await closingOf(site.rt, who)).toMatchObject({ mayClose: false })
    expect(await closed(who)).toMatchObject({ refusal: 'closing-staff' })
    expect(await closeAccount(site.rt, who, { code: '1', browser: 'x' })).toMatchObject({ refusal: 'closing-staff' })
  })

  it('leaves reports of errors without their author', async () => {
    await contestWith(site.rt)
    const { who } = await citizen(site.rt, phone)
    const started = await startAttempt(site.rt, who, 'test', 'zh')
    const id = started.ok ? started.value.attempt.id : ''
    await finishAttempt(site.rt, who, id)
    const about = { subject: 'question', attempt: id, position: 1 } as const
    expect(await reportError(site.rt, who, about, '第二个选项也说得通，请再看看。', 'zh')).toMatchObject({ ok: true })
    site.at(minute)
    await closed(who)
    const rows = JSON.parse(await everything(site.rt.storage.read))
    expect(rows.find((row: { body?: string }) => row.body?.startsWith('第二个选项'))).toMatchObject({ accountId: null })
  })
})

describe('A contest that still runs', () => {
  const hour = 3_600_000

  it('takes in the paper that is open, and gives the same phone no second set of attempts', async () => {
    await contestWith(site.rt, { rules: { attempts: { total: 1, perDay: null } }, closesAt: noon + 2 * hour })
    await contestWith(site.rt, { slug: 'later' })
    const { who } = await citizen(site.rt, phone)
    const started = await startAttempt(site.rt, who, 'test', 'zh')
    if (!started.ok) throw new Error(started.refusal)
    site.at(minute)
    await closed(who)
    expect((await boards())[0]?.participants).toBe(1)
    expect(await attemptOf(site.rt, who, started.value.attempt.id, 'zh')).toMatchObject({
      value: { attempt: { finishedAt: noon + minute } },
    })

    site.at(3 * minute)
    const again = (await citizen(site.rt, phone)).who
    expect(again.account.publicId).not.toBe(who.account.publicId)
    const refused = { refusal: 'not-eligible', detail: { reason: 'entered-before' } }
    expect(await startAttempt(site.rt, again, 'test', 'zh')).toMatchObject(refused)
    expect(await startAttempt(site.rt, again, 'later', 'zh')).toMatchObject({ ok: true })
    expect(await startAttempt(site.rt, (await citizen(site.rt, '13900139002')).who, 'test', 'zh')).toMatchObject({
      ok: true,
    })
    // Closing twice changes nothing about it.
    site.at(5 * minute)
    await closed(again)
    site.at(7 * minute)
    const third = (await citizen(site.rt, phone)).who
    expect(await startAttempt(site.rt, third, 'test', 'zh')).toMatchObject(refused)
    expect(await startAttempt(site.rt, third, 'later', 'zh')).toMatchObject(refused)

    await eraseSpent(site.rt)
    expect(await site.rt.storage.read.select().from(closedEntrants)).toHaveLength(2)
    site.at(2 * hour)
    await eraseSpent(site.rt)
    expect(await site.rt.storage.read.select().from(closedEntrants)).toHaveLength(1)
  })

  it('takes a paper in at its deadline when the clocks stand still', async () => {
    const contestId = await contestWith(site.rt)
    const { who } = await citizen(site.rt, phone)
    await startAttempt(site.rt, who, 'test', 'zh')
    const { attempts } = await import('#db/schema/attempt')
    await site.rt.storage.atomically(async tx => void (await tx.update(attempts).set({ heldAt: noon })))
    site.at(minute)
    expect(await closed(who)).toMatchObject({ ok: true })
    expect(await site.rt.storage.read.select().from(attempts)).toMatchObject([{ contestId, finishedAt: null }])
  })
})

describe('Prizes', () => {
  const text = (zh: string) => ({ zh, en: zh })
  const tier = { id: 'first', name: text('一等奖'), count: 1, prize: text('书'), value: 50 }
  const over = 7 * dayMs + 1000
  let contestId: number
  let zhao: Allowed<'contests.write'>
  let qian: Allowed<'contests.approve'>
  /** The best of two; the list is settled, and published by two people. */
  async function won(publish = true): Promise<SignedIn> {
    zhao = await staffMember(site.rt, 'zhao', ['organizer'], 'contests.write')
    qian = await staffMember(site.rt, 'qian', ['organizer'], 'contests.approve')
    contestId = await contestWith(site.rt, {
      rules: {
        awards: { tiers: [tier] },
        claim: { days: 10, alternates: true, eraseAfterDays: 30 },
      },
    })
    await entrant(site, contestId, { phone, score: 100, name })
    await entrant(site, contestId, { phone: '13900139002', score: 50, name: '王二' })
    site.at(over)
    const list = await settle(site.rt, zhao, 'test', 'awards')
    if (publish)
      await approved(site.rt, qian, await proposePublication(site.rt, zhao, 'test', list.ok ? list.value : ''))
    return (await citizen(site.rt, phone)).who
  }
  const states = async () => {
    const lists = await listsOf(site.rt.storage.read, contestId)
    const rows = await winnersOf(
      site.rt.storage.read,
      lists.map(({ id }) => id),
    )
    return rows.map(({ winner, name: shown }) => [shown, winner.endedWhy])
  }
  const claim = async (who: SignedIn, id: string) => {
    const browser = publicId()
    await requestCode(site.rt, phone, browser)
    const code = site.rt.outbox.messagesTo(phone)[0]?.code ?? ''
    return claimPrize(site.rt, who, id, { code, browser, consent: claimConsent, fields: {} })
  }

  it('that are open are received or given up first, whether claimed or not', async () => {
    const who = await won()
    const [prize] = await myPrizes(site.rt, who)
    const id = prize?.id ?? ''
    const refused = { ok: false, refusal: 'closing-prize', detail: { prize: id } }
    site.at(over + minute)
    expect(await closed(who)).toEqual(refused)
    expect(await closingOf(site.rt, who)).toMatchObject({ mayClose: true, open: [{ id }], lost: [], kept: [] })
    site.at(over + 3 * minute)
    expect(await claim(who, id)).toMatchObject({ ok: true })
    site.at(over + 5 * minute)
    expect(await closed(who)).toEqual(refused)
    await declinePrize(site.rt, who, id)
    site.at(over + 7 * minute)
    expect(await closed(who)).toMatchObject({ ok: true })
    expect(await states()).toEqual([
      [null, 'declined'],
      ['王二', null],
    ])
    await keepPrizes(site.rt)
    expect((await states()).map(([, why]) => why)).toEqual(['declined', null])
  })

  it('of lists that nobody has seen go to the next, and stay there', async () => {
    const who = await won(false)
    site.at(over + minute)
    expect(await closingOf(site.rt, who)).toMatchObject({ open: [], lost: [] })
    expect(await closed(who)).toMatchObject({ ok: true })
    const after = [
      [null, 'closed'],
      ['王二', null],
    ]
    expect(await states()).toEqual(after)
    const again = await settle(site.rt, zhao, 'test', 'awards')
    expect(again).toMatchObject({ ok: true })
    expect((await states()).filter(([, why]) => why === null)).toEqual([['王二', null]])
    expect(await finishersFrom(site.rt.storage.read, { id: contestId, opensAt: noon - dayMs }, 0)).toHaveLength(1)
  })

  it('that were not claimed in time are late, as without the closing', async () => {
    const who = await won()
    site.at(over + 12 * dayMs)
    const { who: back } = await citizen(site.rt, phone).catch(() => ({ who }))
    site.at(over + 12 * dayMs + 2 * minute)
    expect(await closed(back)).toMatchObject({ ok: true })
    expect((await states())[0]).toEqual([null, 'late'])
  })

  it('that were handed over keep what was given for them until its date, and then no longer', async () => {
    const who = await won()
    const [prize] = await myPrizes(site.rt, who)
    site.at(over + minute)
    await claim(who, prize?.id ?? '')
    // The notice period is over.
    site.at(over + 9 * dayMs)
    expect(await handOver(site.rt, zhao, 'test', prize?.id ?? '')).toMatchObject({ ok: true })
    expect(await closingOf(site.rt, who)).toMatchObject({ open: [], kept: [{ id: prize?.id }] })
    site.at(over + 9 * dayMs + minute)
    expect(await closed(who)).toMatchObject({ ok: true })
    expect((await states())[0]).toEqual([null, null])
    expect((await claimOf(site.rt.storage.read, 1))?.sealed).not.toBeNull()
    site.at(over + 80 * dayMs)
    await keepPrizes(site.rt)
    expect((await claimOf(site.rt.storage.read, 1))?.sealed).toBeNull()
  })

  it('that were won at once and are not published yet are named before, and given up', async () => {
    const instant: DrawRule = {
      ...{ id: 'now', name: text('交卷即抽'), when: 'instant', oneIn: 1, qualify: { by: 'finished' } },
      ...{ chances: { by: 'person' }, tiers: [tier], fallBackTo: null, excludeEarlier: false },
      ...{ alternates: 0, witnesses: [] },
    }
    contestId = await contestWith(site.rt, { rules: { awards: { tiers: [] }, draws: [instant] } })
    const { who } = await citizen(site.rt, phone)
    const started = await startAttempt(site.rt, who, 'test', 'zh')
    await finishAttempt(site.rt, who, started.ok ? started.value.attempt.id : '')
    expect(await closingOf(site.rt, who)).toMatchObject({ open: [], lost: [{ prize: text('书') }] })
    site.at(minute)
    expect(await closed(who)).toMatchObject({ ok: true })
    expect(await states()).toEqual([[null, 'closed']])
  })

  it('are not won by a paper that is handed in on the way out', async () => {
    const instant: DrawRule = {
      ...{ id: 'now', name: text('交卷即抽'), when: 'instant', oneIn: 1, qualify: { by: 'finished' } },
      ...{ chances: { by: 'person' }, tiers: [tier], fallBackTo: null, excludeEarlier: false },
      ...{ alternates: 0, witnesses: [] },
    }
    contestId = await contestWith(site.rt, { rules: { awards: { tiers: [] }, draws: [instant] } })
    const { who } = await citizen(site.rt, phone)
    await startAttempt(site.rt, who, 'test', 'zh')
    site.at(minute)
    expect(await closed(who)).toMatchObject({ ok: true })
    expect((await boards())[0]?.participants).toBe(1)
    expect(await states()).toEqual([])
  })

  it('of a draw that was frozen before the closing go to the next who was drawn', async () => {
    zhao = await staffMember(site.rt, 'zhao', ['organizer'], 'contests.write')
    qian = await staffMember(site.rt, 'qian', ['organizer'], 'contests.approve')
    const lucky: DrawRule = {
      ...{ id: 'lucky', name: text('幸运奖'), when: 'final', oneIn: null, qualify: { by: 'finished' } },
      ...{ chances: { by: 'person' }, tiers: [tier], fallBackTo: null, excludeEarlier: true },
      ...{ alternates: 2, witnesses: [] },
    }
    contestId = await contestWith(site.rt, { rules: { awards: { tiers: [] }, draws: [lucky] } })
    const numbers = ['13900139001', '13900139002', '13900139003']
    for (const number of numbers) await entrant(site, contestId, { phone: number, score: 50, name: number.slice(-1) })
    site.at(over)
    const wish = { rule: 'lucky', scope: '', source: '双色球', at: noon + 8 * dayMs, repeatWhy: '' }
    await approved(site.rt, qian, await proposeFreeze(site.rt, zhao, 'test', wish))
    // Whoever of the three is drawn, two of them are gone.
    for (const number of numbers.slice(0, 2)) {
      const { who } = await citizen(site.rt, number)
      site.at(over + (Number(number.slice(-1)) * 2 + 1) * minute)
      expect(await closed(who, number)).toMatchObject({ ok: true })
    }
    site.at(8 * dayMs + 1)
    const [draw] = await drawsOf(site.rt.storage.read, contestId)
    await approved(site.rt, qian, await proposeNumber(site.rt, zhao, 'test', draw?.publicId ?? '', '1234 5678'))
    const [list] = await listsOf(site.rt.storage.read, contestId)
    await approved(site.rt, qian, await proposePublication(site.rt, zhao, 'test', list?.publicId ?? ''))
    const after = await winnersOf(site.rt.storage.read, [list?.id ?? 0])
    const holding = after.filter(({ winner }) => winner.tier !== null && winner.endedAt === null)
    expect(holding.map(row => row.name)).toEqual(['3'])
    expect((await states()).filter(([who]) => who === null).map(([, why]) => why)).toEqual(['closed', 'closed'])
  })

  it('leave certificates that still hold, and name nobody', async () => {
    const who = await won()
    const issued = await issueCertificates(site.rt, zhao, 'test', { basis: 'mark', least: 60 })
    expect(issued).toMatchObject({ ok: true, value: { total: 1 } })
    await expect.poll(async () => (await certificatesOf(site.rt.storage.read, who.account.id)).length).toBe(1)
    const [certificate] = await certificatesOf(site.rt.storage.read, who.account.id)
    const [prize] = await myPrizes(site.rt, who)
    await declinePrize(site.rt, who, prize?.id ?? '')
    site.at(over + minute)
    await closed(who)
    expect(await checkCertificate(site.rt, certificate?.number ?? '')).toMatchObject({
      value: { holder: null, revokedAt: null },
    })
  })
})

it('Whoever signs in at the moment of closing has no session either', async () => {
  const { who } = await citizen(site.rt, phone)
  site.at(minute)
  await closed(who)
  const token = await openSessionOf(site.rt, who.account.id)
  expect(await sessionOf(site.rt, token)).toBeNull()
  expect((await site.rt.storage.read.select().from(auditLog)).at(-1)?.action).toBe('account.closed')
})
