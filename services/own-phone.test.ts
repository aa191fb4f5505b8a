import { afterEach, beforeEach, expect, it } from 'vitest'
import { auditRows } from '#db/audit'
import { excludedFrom } from '#db/excluded'
import { listsOf, winnersOf } from '#db/winner'
import { dropInsider, insidersFor, nameInsider } from './claim-desk.ts'
import { ownPhones, stateOwnPhone } from './own-phone.ts'
import { entrant } from './prize-testing.ts'
import { publicId } from './secrets.ts'
import { requestCode } from './sign-in.ts'
import { contestWith, noon, openTestSite, type TestSite } from './testing.ts'
import { staffWith, type TestStaff } from './testing-staff.ts'
import { settle } from './winner-list.ts'

let site: TestSite
let zhao: TestStaff
let author: TestStaff
let contestId: number
const phone = '13800138001'
const award = { id: 'first', name: { zh: '一等奖', en: '' }, count: 1, prize: { zh: '书', en: '' }, value: 50 }
/** A code a minute goes to a number, and the person who plays has just had one. */
const minute = 61_000

beforeEach(async () => {
  site = await openTestSite()
  zhao = await staffWith(site.rt, ['organizer'], { name: '赵组织' })
  author = await staffWith(site.rt, ['administrator'], { name: '李出题' })
  contestId = await contestWith(site.rt, { closesAt: noon + 3_600_000, rules: { awards: { tiers: [award] } } })
})
afterEach(() => site.close())

/** The author of questions proves the phone they play with. */
async function stated(who = author, written = '138 0013 8001') {
  const browser = publicId()
  await requestCode(site.rt, phone, browser)
  const code = site.rt.outbox.messagesTo(phone)[0]?.code ?? ''
  return stateOwnPhone(site.rt, who.who.account, { phone: written, code, browser })
}
const organizer = () => zhao.may('contests.write')

it('Staff who play with a phone of their own win nothing, and organizers see that it is staff, not the phone', async () => {
  const best = await entrant(site, contestId, { phone, score: 100 })
  const second = await entrant(site, contestId, { phone: '13800138002', score: 90 })
  site.at(minute)
  expect(await stated()).toEqual({ ok: true, value: null })
  expect(await excludedFrom(site.rt.storage.read, contestId)).toContain(best)
  expect(await ownPhones(site.rt, author.who.account)).toEqual([{ phone: '138****8001', addedAt: noon + minute }])
  expect(await insidersFor(site.rt, organizer())).toMatchObject([{ phone: '', note: '', staff: '李出题' }])
  site.at(2 * 3_600_000)
  await settle(site.rt, organizer(), 'test', 'awards')
  const [list] = await listsOf(site.rt.storage.read, contestId)
  expect((await winnersOf(site.rt.storage.read, [list?.id ?? 0])).map(({ winner }) => winner.accountId)).toEqual([
    second,
  ])
  const log = await auditRows(site.rt.storage.read, 0, 100)
  expect(log.find(({ action }) => action === 'insider.own')?.actor).toBe(author.id)
  expect(JSON.stringify(log)).not.toContain('8001')
})

it('A phone is stated before its first paper too; without its code it is nobody’s', async () => {
  const given = { phone, code: '000000', browser: publicId() }
  const state = (change: Partial<Parameters<typeof stateOwnPhone>[2]>) =>
    stateOwnPhone(site.rt, author.who.account, { ...given, ...change })
  expect(await state({ phone: '12' })).toMatchObject({ refusal: 'phone-invalid' })
  expect(await state({})).toMatchObject({ refusal: 'code-wrong' })
  expect(await state({ browser: undefined })).toMatchObject({ refusal: 'code-wrong' })
  expect(await stated()).toMatchObject({ ok: true })
  site.at(minute)
  const later = await entrant(site, contestId, { phone, score: 100 })
  expect(await excludedFrom(site.rt.storage.read, contestId)).toContain(later)
})

it('Another organizer takes it off, nobody their own; named by an organizer too, it stays staff’s', async () => {
  await stated(zhao)
  const [own] = await insidersFor(site.rt, organizer())
  expect(await dropInsider(site.rt, organizer(), own?.id ?? 0)).toMatchObject({ refusal: 'own-account' })
  const other = (await staffWith(site.rt, ['organizer'])).may('contests.write')
  await nameInsider(site.rt, other, { phone, note: '组织者' })
  expect(await insidersFor(site.rt, other)).toMatchObject([{ phone: '', note: '组织者', staff: '赵组织' }])
  expect(await dropInsider(site.rt, other, own?.id ?? 0)).toMatchObject({ ok: true })
  expect(await insidersFor(site.rt, other)).toEqual([])
})
