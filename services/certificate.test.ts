/** Certificates: who gets one, who may have the file, what a check tells, and that a revoked one is none. */
import sharp from 'sharp'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Allowed, allow, type Role } from '#core/account/roles'
import { newNumber } from '#core/certificate/number'
import { dayMs } from '#core/day'
import { insertAccount, setName } from '#db/account'
import { finishAttempt, startAttempt } from './attempt.ts'
import {
  batchOf,
  certificatesFor,
  checkCertificate,
  type Ground,
  issueCertificates,
  myCertificates,
  revoke,
} from './certificate.ts'
import { certificateFile } from './certificate-file.ts'
import { publicId } from './secrets.ts'
import type { SignedIn } from './session.ts'
import { citizen, contestWith, noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let organizer: Allowed<'contests.write'>
let people: SignedIn[]
const closed = 8 * 86_400_000

beforeEach(async () => {
  site = await openTestSite()
  const roles: Role[] = ['organizer']
  const account = { publicId: publicId(), login: 'chen', name: '陈', roles, createdAt: noon }
  const id = await site.rt.storage.atomically(tx => insertAccount(tx, account))
  organizer = allow({ id, roles }, 'contests.write') as typeof organizer
  await contestWith(site.rt)
  people = []
  for (const phone of ['13800138000', '13800138001']) {
    const { who } = await citizen(site.rt, phone)
    await site.rt.storage.atomically(tx => setName(tx, who.account.id, '张小明', false))
    people.push({ ...who, account: { ...who.account, name: '张小明' } })
    const started = await startAttempt(site.rt, who, 'test', 'zh')
    if (!started.ok) throw new Error(started.refusal)
    await finishAttempt(site.rt, who, started.value.attempt.id)
  }
  site.at(closed)
})
afterEach(() => site.close())

async function issued(ground: Ground) {
  const begun = await issueCertificates(site.rt, organizer, 'test', ground)
  if (!begun.ok) throw new Error(begun.refusal)
  for (;;) {
    const batch = batchOf(site.rt, organizer, begun.value.batch)
    if (batch.ok && batch.value.finished) return batch.value
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
const how = { format: 'png', locale: 'zh', origin: 'https://contest.example' } as const

it('are issued after the close to all who reached the mark, and nobody gets a second one', async () => {
  expect(await issued({ basis: 'mark', least: 0 })).toEqual({ total: 2, done: 2, issued: 2, finished: true })
  expect(await issued({ basis: 'mark', least: 0 })).toMatchObject({ total: 2, issued: 0 })
  const refused = async (ground: Ground, slug = 'test') => issueCertificates(site.rt, organizer, slug, ground)
  expect(await refused({ basis: 'mark', least: 1 })).toMatchObject({ refusal: 'certificates-none' })
  expect(await refused({ basis: 'winners' })).toMatchObject({ refusal: 'certificates-none' })
  expect(await refused({ basis: 'winners' }, 'none')).toMatchObject({ refusal: 'not-found' })
  site.at(0)
  expect(await refused({ basis: 'mark', least: 0 })).toMatchObject({ refusal: 'contest-not-closed' })
  expect(batchOf(site.rt, organizer, 'none')).toMatchObject({ refusal: 'not-found' })
})

it('are not for what was answered in the warm-up', async () => {
  const warmUp = { opensAt: noon, closesAt: noon + 3_600_000 }
  const window = { opensAt: noon + dayMs, closesAt: noon + 2 * dayMs }
  await contestWith(site.rt, { slug: 'warm', ...window, rules: { calendar: { warmUp } } })
  const [early, both] = people as [SignedIn, SignedIn]
  const hand = async (who: SignedIn, at: number) => {
    site.at(at)
    const started = await startAttempt(site.rt, who, 'warm', 'zh')
    if (!started.ok) throw new Error(started.refusal)
    await finishAttempt(site.rt, who, started.value.attempt.id)
  }
  await hand(early, 0)
  await hand(both, 0)
  await hand(both, dayMs)
  site.at(closed)
  const begun = await issueCertificates(site.rt, organizer, 'warm', { basis: 'mark', least: 0 })
  expect(begun).toMatchObject({ value: { total: 1 } })
})

it('are checked by their number, mistyped or unknown ones told apart, and the name is masked', async () => {
  await issued({ basis: 'mark', least: 0 })
  const [mine] = await myCertificates(site.rt, people[0] as SignedIn)
  const number = mine?.number ?? ''
  const checked = await checkCertificate(site.rt, number.toLowerCase().replace(/(.{4})(?=.)/g, '$1 '))
  expect(checked).toMatchObject({
    value: { holder: '张**', contest: { zh: '试赛' }, level: { zh: '成绩合格' }, revokedAt: null },
  })
  expect(JSON.stringify(checked)).not.toContain('小明')
  expect(await checkCertificate(site.rt, `${number.slice(0, -1)}0`)).toMatchObject({ refusal: 'certificate-number' })
  const other = newNumber(new Uint8Array(64).map((_, i) => i * 3))
  expect(await checkCertificate(site.rt, other)).toMatchObject({ refusal: 'not-found' })
})

it('are drawn for their holder alone, in both languages, as PNG and PDF', async () => {
  await issued({ basis: 'mark', least: 0 })
  const [me, other] = people as [SignedIn, SignedIn]
  const [mine] = await myCertificates(site.rt, me)
  const number = mine?.number ?? ''
  for (const locale of ['zh', 'en'] as const) {
    const png = await certificateFile(site.rt, me, number, { ...how, locale })
    expect(png.ok && (await sharp(png.value).metadata()).format).toBe('png')
    const pdf = await certificateFile(site.rt, me, number, { ...how, locale, format: 'pdf' })
    expect(pdf.ok && pdf.value.subarray(0, 5).toString()).toBe('%PDF-')
  }
  expect(await certificateFile(site.rt, other, number, how)).toMatchObject({ refusal: 'not-found' })
})

it('are revoked once, with a reason that everybody sees, and are drawn no more', async () => {
  await issued({ basis: 'mark', least: 0 })
  const [me] = people as [SignedIn]
  const number = (await myCertificates(site.rt, me))[0]?.number ?? ''
  expect(await revoke(site.rt, organizer, number, ' ')).toMatchObject({ refusal: 'note-needed' })
  expect(await revoke(site.rt, organizer, 'none', '成绩取消')).toMatchObject({ refusal: 'not-found' })
  expect(await revoke(site.rt, organizer, number, '成绩取消')).toMatchObject({ ok: true })
  expect(await revoke(site.rt, organizer, number, '再一次')).toMatchObject({ refusal: 'certificate-revoked' })
  expect(await checkCertificate(site.rt, number)).toMatchObject({
    value: { revokedAt: noon + closed, revokedWhy: '成绩取消' },
  })
  expect(await certificateFile(site.rt, me, number, how)).toMatchObject({ refusal: 'certificate-revoked' })
  const listed = await certificatesFor(site.rt, organizer, 'test', 1)
  expect(listed.ok && [listed.value.total, listed.value.certificates[0]?.revokedWhy]).toEqual([2, '成绩取消'])
  expect(await certificatesFor(site.rt, organizer, 'none', 1)).toMatchObject({ refusal: 'not-found' })
})
