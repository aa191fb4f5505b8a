/** A publicity week: reports from draft to public page, each within its own reach; pictures made anew; the seeded week. */
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Allowed, allow, type Right, type Role } from '#core/account/roles'
import type { ActivityDraft } from '#core/activity/activity'
import type { CampaignDraft } from '#core/activity/campaign'
import { insertAccount } from '#db/account'
import { auditPage } from '#db/audit'
import {
  activitiesFor,
  activityFor,
  editActivity,
  sentBackActivities,
  stepActivity,
  waitingActivities,
  writeActivity,
} from './activity.ts'
import { activitiesOf, activityAt, campaignBySlug, listCampaigns } from './campaign.ts'
import { addDepartment, campaignForStaff, changeCampaign, createCampaign, showCampaign } from './campaign-setup.ts'
import { forgetMoments } from './memory.ts'
import { addPicture, describePicture, pictureFile, removePicture } from './picture.ts'
import { areaOf, giveArea, reportersFor } from './reporter.ts'
import { publicId } from './secrets.ts'
import { readCampaign, seedCampaign } from './seed-campaign.ts'
import { contestWith, noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let organizer: Allowed<'campaigns.write'> & Allowed<'activities.write'>
let people: Allowed<'people.write'>

beforeEach(async () => {
  site = await openTestSite()
  organizer = (await staff('organizer', 'chen', 'campaigns.write')) as typeof organizer
  people = await staff('system', 'admin', 'people.write')
  await contestWith(site.rt)
  await addDepartment(site.rt, organizer, { slug: 'office', name: { zh: '市知识产权局', en: 'IP Office' } })
  expect(await createCampaign(site.rt, organizer, week)).toMatchObject({ ok: true })
})
afterEach(() => site.close())

async function staff<R extends Right>(role: Role, login: string, right: R): Promise<Allowed<R>> {
  const account = { publicId: publicId(), login, name: login, roles: [role], createdAt: noon }
  const id = await site.rt.storage.atomically(tx => insertAccount(tx, account))
  return allow({ id, roles: [role] }, right) as Allowed<R>
}
async function reporter(login: string, area: { region: string | null; department: string | null }) {
  const who = await staff('reporter', login, 'activities.write')
  expect(await giveArea(site.rt, people, login, area)).toMatchObject({ ok: true })
  return who
}

const everything = { actor: null, action: null, subject: null, before: null }
const both = (zh: string, en = '') => ({ zh, en })
const week: CampaignDraft = {
  slug: 'week-2027',
  title: both('2027年宣传周', 'Week 2027'),
  theme: both(''),
  slogan: both('尊重知识产权', 'Respect IP'),
  lead: both('试行'),
  year: 2027,
  fromDay: '2027-04-20',
  toDay: '2027-04-26',
  items: [{ day: '2027-04-20', title: both('启动', 'Opening') }],
  contests: ['test'],
}
const report = (more: Partial<ActivityDraft> = {}): ActivityDraft => ({
  day: '2027-04-21',
  region: 'yuzhong',
  department: null,
  title: both('解放碑讲座', 'A lecture at Jiefangbei'),
  summary: both('讲商标，来了很多人。'),
  body: both('**正文**'),
  ...more,
})
async function written(who: Allowed<'activities.write'>, more: Partial<ActivityDraft> = {}): Promise<string> {
  const made = await writeActivity(site.rt, who, 'week-2027', report(more))
  if (!made.ok) throw new Error(made.refusal)
  return made.value.id
}
async function published(who: Allowed<'activities.write'>, more: Partial<ActivityDraft> = {}): Promise<string> {
  const id = await written(who, more)
  await stepActivity(site.rt, who, id, 'submit', '')
  expect(await stepActivity(site.rt, organizer, id, 'publish', '')).toMatchObject({ ok: true })
  return id
}

it('a report that came back says who sent it back and why, until it is sent again', async () => {
  const wang = await reporter('wang', { region: 'yuzhong', department: null })
  const other = await reporter('zhao', { region: 'nanan', department: null })
  const id = await written(wang)
  const seen = async () => {
    const list = await activitiesFor(site.rt, wang, 'week-2027')
    const form = await activityFor(site.rt, wang, id)
    const back = list.ok ? list.value.map(row => row.sentBack) : null
    expect(back).toEqual([form.ok ? form.value.sentBack : 'refused'])
    return [back?.[0] ?? null, await sentBackActivities(site.rt, wang)]
  }
  expect(await seen()).toEqual([null, 0])
  await stepActivity(site.rt, wang, id, 'submit', '')
  await stepActivity(site.rt, organizer, id, 'return', ' 请写上是哪一天。 ')
  expect(await seen()).toEqual([{ reason: '请写上是哪一天。', by: 'chen' }, 1])
  expect(await sentBackActivities(site.rt, other)).toBe(0)
  await stepActivity(site.rt, wang, id, 'submit', '')
  expect(await seen()).toEqual([null, 0])
  await stepActivity(site.rt, wang, id, 'take-back', '')
  expect(await seen()).toEqual([null, 0])
})

it('whoever takes their own report up again has not sent it back', async () => {
  const id = await published(organizer)
  await stepActivity(site.rt, organizer, id, 'withdraw', '日期有误，先撤下。')
  expect(await stepActivity(site.rt, organizer, id, 'reopen', '改日期。')).toMatchObject({ ok: true })
  expect(await activityFor(site.rt, organizer, id)).toMatchObject({ value: { state: 'draft', sentBack: null } })
  expect(await activitiesFor(site.rt, organizer, 'week-2027')).toMatchObject({ value: [{ sentBack: null }] })
})

describe('A campaign', () => {
  it('is seen by nobody until it is made public, and by nobody once it is taken off again', async () => {
    expect(await listCampaigns(site.rt)).toEqual([])
    expect(await campaignBySlug(site.rt, 'week-2027')).toBeNull()
    await showCampaign(site.rt, organizer, 'week-2027', true)
    expect(await listCampaigns(site.rt)).toMatchObject([{ slug: 'week-2027', activities: 0 }])
    const found = await campaignBySlug(site.rt, 'week-2027')
    expect(found).toMatchObject({ items: week.items, fromDay: '2027-04-20' })
    expect(found?.contests.map(contest => contest.slug)).toEqual(['test'])
    await showCampaign(site.rt, organizer, 'week-2027', false)
    expect(await campaignBySlug(site.rt, 'week-2027')).toBeNull()
    const actions = (await auditPage(site.rt.storage.read, everything, 10)).map(row => row.action)
    expect(actions.slice(0, 2)).toEqual(['campaign.hidden', 'campaign.shown'])
  })

  it.each<[string, Partial<CampaignDraft>, string]>([
    ['an address of other signs', { slug: 'Woche 1' }, 'slug'],
    ['no name', { title: both('') }, 'title'],
    ['no slogan', { slogan: both('') }, 'slogan'],
    ['one day of two', { toDay: null }, 'days'],
    ['days the wrong way round', { toDay: '2027-04-19' }, 'days'],
    ['a calendar line without words', { items: [{ day: null, title: both('') }] }, 'items'],
  ])('is refused with %s', async (_, more, where) => {
    const refused = await createCampaign(site.rt, organizer, { ...week, slug: 'other', ...more })
    expect(refused).toMatchObject({ refusal: 'campaign-incomplete', detail: { where } })
  })

  it('keeps an address to itself, and its own address once it is public', async () => {
    expect(await createCampaign(site.rt, organizer, week)).toMatchObject({ refusal: 'address-taken' })
    expect(await changeCampaign(site.rt, organizer, 'week-2027', { ...week, slug: 'ip-week' })).toMatchObject({
      ok: true,
    })
    await showCampaign(site.rt, organizer, 'ip-week', true)
    expect(await changeCampaign(site.rt, organizer, 'ip-week', week)).toMatchObject({ detail: { where: 'slug' } })
    expect(
      await changeCampaign(site.rt, organizer, 'ip-week', { ...week, slug: 'ip-week', contests: ['none'] }),
    ).toMatchObject({
      refusal: 'not-found',
    })
    expect(await campaignForStaff(site.rt, organizer, 'ip-week')).toMatchObject({
      value: { contests: ['test'], published: true, items: week.items },
    })
    expect(await addDepartment(site.rt, organizer, { slug: 'office', name: both('又一个') })).toMatchObject({
      refusal: 'address-taken',
    })
  })
})

describe('A report', () => {
  it('goes from draft to public page, and back, each step with who and why', async () => {
    await showCampaign(site.rt, organizer, 'week-2027', true)
    const yuzhong = await reporter('yz', { region: 'yuzhong', department: null })
    const id = await written(yuzhong)
    const step = (who: typeof yuzhong, action: Parameters<typeof stepActivity>[3], reason = '') =>
      stepActivity(site.rt, who, id, action, reason)
    expect(await step(organizer, 'publish')).toMatchObject({ refusal: 'activity-state' })
    expect(await step(yuzhong, 'submit')).toMatchObject({ value: { state: 'submitted' } })
    expect(await waitingActivities(site.rt, organizer)).toBe(1)
    expect(await step(yuzhong, 'publish')).toMatchObject({ refusal: 'forbidden' })
    expect(await step(organizer, 'return', ' ')).toMatchObject({ refusal: 'note-needed' })
    expect(await step(organizer, 'return', '请写明地点')).toMatchObject({ value: { state: 'draft' } })
    await step(yuzhong, 'submit')
    expect(await activityAt(site.rt, 'week-2027', 1)).toBeNull()
    expect(await step(organizer, 'publish')).toMatchObject({ value: { state: 'published' } })
    expect(await activityAt(site.rt, 'week-2027', 1)).toMatchObject({
      title: report().title,
      region: { slug: 'yuzhong' },
      publishedAt: noon,
    })
    expect(await step(organizer, 'withdraw')).toMatchObject({ refusal: 'note-needed' })
    await step(organizer, 'withdraw', '写错了日期')
    expect(await activityAt(site.rt, 'week-2027', 1)).toBeNull()
    expect((await activitiesOf(site.rt, 'week-2027'))?.total).toBe(0)
    await step(organizer, 'reopen', '改日期')
    const form = await activityFor(site.rt, yuzhong, id)
    expect(form.ok && form.value.actions).toEqual(['submit'])
    expect(form.ok && form.value.events.map(event => [event.action, event.by, event.reason])).toEqual([
      ['submit', 'yz', ''],
      ['return', 'chen', '请写明地点'],
      ['submit', 'yz', ''],
      ['publish', 'chen', ''],
      ['withdraw', 'chen', '写错了日期'],
      ['reopen', 'chen', '改日期'],
    ])
  })

  it('does not exist outside its reporter’s district or department', async () => {
    const yuzhong = await reporter('yz', { region: 'yuzhong', department: null })
    const nanan = await reporter('na', { region: 'nanan', department: null })
    const office = await reporter('ip', { region: null, department: 'office' })
    const nobody = await reporter('nn', { region: null, department: null })
    const id = await written(yuzhong)
    const theirs = await written(office, { region: 'yuzhong', department: 'office' })
    for (const [who, sees] of [
      [yuzhong, [id]],
      [nanan, []],
      [office, [theirs]],
      [nobody, []],
      [organizer, [theirs, id]],
    ] as const) {
      const listed = await activitiesFor(site.rt, who, 'week-2027')
      expect(listed.ok && listed.value.map(one => one.id).sort()).toEqual([...sees].sort())
      expect((await activityFor(site.rt, who, id)).ok).toBe((sees as readonly string[]).includes(id))
    }
    expect(await stepActivity(site.rt, nanan, id, 'submit', '')).toMatchObject({ refusal: 'not-found' })
    expect(await editActivity(site.rt, nanan, id, noon, report())).toMatchObject({ refusal: 'not-found' })
    expect(await writeActivity(site.rt, nanan, 'week-2027', report())).toMatchObject({ refusal: 'activity-not-yours' })
    expect(await writeActivity(site.rt, nobody, 'week-2027', report())).toMatchObject({ refusal: 'activity-not-yours' })
    expect(await editActivity(site.rt, yuzhong, id, noon, report({ region: 'nanan' }))).toMatchObject({
      refusal: 'activity-not-yours',
    })
    expect(await areaOf(site.rt, office)).toEqual([{ zh: '市知识产权局', en: 'IP Office' }])
  })

  it.each<[string, Partial<ActivityDraft>, object]>([
    ['a title of one sign', { title: both('会') }, { refusal: 'activity-incomplete', detail: { where: 'title' } }],
    ['no summary', { summary: both('') }, { detail: { where: 'summary' } }],
    ['an endless text', { body: both('字'.repeat(8001)) }, { detail: { where: 'body' } }],
    ['nobody behind it', { region: null }, { detail: { where: 'department' } }],
    ['an unknown district', { region: 'atlantis' }, { refusal: 'region-unknown' }],
    ['an unknown department', { department: 'none' }, { refusal: 'department-unknown' }],
  ])('is refused with %s', async (_, more, refused) => {
    expect(await writeActivity(site.rt, organizer, 'week-2027', report(more))).toMatchObject(refused)
  })

  it('is edited only as a draft, and not over somebody else’s edit', async () => {
    const id = await written(organizer)
    const first = await editActivity(site.rt, organizer, id, noon, report({ title: both('改过一次') }))
    expect(first).toMatchObject({ ok: true })
    expect(await editActivity(site.rt, organizer, id, noon, report())).toMatchObject({ refusal: 'activity-changed' })
    await stepActivity(site.rt, organizer, id, 'submit', '')
    expect(await editActivity(site.rt, organizer, id, noon + 2, report())).toMatchObject({ refusal: 'activity-state' })
    expect(await writeActivity(site.rt, organizer, 'none', report())).toMatchObject({ refusal: 'not-found' })
  })

  it('gets a number of its own, however many are written at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => written(organizer)))
    const listed = await activitiesFor(site.rt, organizer, 'week-2027')
    expect(listed.ok && listed.value.map(one => one.number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('is found by district, department and day, page by page, the newest day first and those without a day last', async () => {
    await showCampaign(site.rt, organizer, 'week-2027', true)
    for (let i = 0; i < 14; i++) await published(organizer, { day: `2027-04-${20 + (i % 3)}` })
    await published(organizer, { day: null, region: null, department: 'office' })
    await published(organizer, { day: '2027-04-22', region: 'nanan' })
    forgetMoments(site.rt)
    const of = async (filter: Parameters<typeof activitiesOf>[2]) => activitiesOf(site.rt, 'week-2027', filter)
    const first = await of({})
    expect(first).toMatchObject({ total: 16, pages: 2, page: 1 })
    expect(first?.activities.map(one => one.day)[0]).toBe('2027-04-22')
    expect((await of({ page: 2 }))?.activities.at(-1)).toMatchObject({ day: null, department: { slug: 'office' } })
    expect((await of({ page: 99 }))?.page).toBe(2)
    expect((await of({ region: 'nanan' }))?.total).toBe(1)
    expect((await of({ region: 'yuzhong', day: '2027-04-20' }))?.total).toBe(5)
    expect((await of({ department: 'office' }))?.total).toBe(1)
    expect((await of({ department: 'none' }))?.total).toBe(0)
    const choices = (await campaignBySlug(site.rt, 'week-2027'))?.choices
    expect(choices?.regions.map(({ value, count }) => [value, count]).sort()).toEqual([
      ['nanan', 1],
      ['yuzhong', 14],
    ])
    expect(choices?.days[0]).toEqual({ value: '2027-04-20', count: 5 })
    expect(await activityAt(site.rt, 'week-2027', 2)).toMatchObject({ before: { number: 16 }, number: 2 } as object)
  })
})

describe('A picture', () => {
  const alt = both('台上有人讲课', 'Somebody lectures on a stage')
  const said = { alt, illustration: false }
  const photo = (width = 400, height = 300) => sharp({ create: { width, height, channels: 3, background: '#a8231c' } })

  it('is made anew: WebP, upright, within its measure, without what the camera wrote', async () => {
    const id = await written(organizer)
    const bytes = await photo(3000, 2000)
      .withExif({ IFD0: { Copyright: 'SECRET-OWNER' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const added = await addPicture(site.rt, organizer, id, bytes, said)
    if (!added.ok) throw new Error(added.refusal)
    const found = await pictureFile(site.rt, organizer, added.value.id, 'large')
    const made = await sharp(found?.bytes).metadata()
    expect(made).toMatchObject({ format: 'webp', width: 1067, height: 1600 })
    expect([made.exif, made.orientation, made.icc, made.xmp]).toEqual([undefined, undefined, undefined, undefined])
    expect(found?.bytes.includes('SECRET-OWNER')).toBe(false)
    const small = await pictureFile(site.rt, organizer, added.value.id, 'small')
    expect((await sharp(small?.bytes).metadata()).height).toBe(640)
  })

  it('is nobody’s but the reporter’s and the organizer’s until its report is public', async () => {
    const yuzhong = await reporter('yz', { region: 'yuzhong', department: null })
    const nanan = await reporter('na', { region: 'nanan', department: null })
    const id = await written(yuzhong)
    const added = await addPicture(site.rt, yuzhong, id, await photo().png().toBuffer(), said)
    const picture = added.ok ? added.value.id : ''
    const seenBy = async (who: Parameters<typeof pictureFile>[1]) =>
      (await pictureFile(site.rt, who, picture, 'small')) !== null
    expect([await seenBy(yuzhong), await seenBy(organizer), await seenBy(nanan), await seenBy(null)]).toEqual([
      true,
      true,
      false,
      false,
    ])
    for (const tried of [
      await describePicture(site.rt, nanan, picture, said),
      await removePicture(site.rt, nanan, picture),
      await addPicture(site.rt, nanan, id, await photo().png().toBuffer(), said),
    ])
      expect(tried).toMatchObject({ refusal: 'not-found' })
    await stepActivity(site.rt, yuzhong, id, 'submit', '')
    expect(await removePicture(site.rt, yuzhong, picture)).toMatchObject({ refusal: 'activity-state' })
    await stepActivity(site.rt, organizer, id, 'publish', '')
    expect(await seenBy(null)).toBe(true)
    await stepActivity(site.rt, organizer, id, 'withdraw', '有人不愿意')
    expect(await seenBy(null)).toBe(false)
  })

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'picture-type'],
    ['SVG behind a space and a declaration', () => Buffer.from('\n<?xml version="1.0"?><svg/>'), 'picture-type'],
    ['a web page', () => Buffer.from('<html><script>alert(1)</script>'), 'picture-type'],
    ['a GIF', () => photo().gif().toBuffer(), 'picture-type'],
    ['nothing', () => Buffer.alloc(0), 'picture-type'],
    ['half a picture', async () => (await photo(900, 900).jpeg().toBuffer()).subarray(0, 1500), 'picture-broken'],
    [
      'a signature and noise',
      () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(99, 7)]),
      'picture-broken',
    ],
    [
      'a bomb: few bytes, 100 million pixels',
      () => photo(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer(),
      'picture-too-large',
    ],
    ['too many bytes', () => Buffer.alloc(10_000_001, 0xff), 'picture-too-large'],
  ])('is refused when it is %s', async (_, make, refusal) => {
    const id = await written(organizer)
    expect(await addPicture(site.rt, organizer, id, await make(), said)).toMatchObject({ refusal })
    const form = await activityFor(site.rt, organizer, id)
    expect(form.ok && form.value.pictures).toEqual([])
  })

  it('needs words in both languages, and there is room for nine', async () => {
    const id = await written(organizer)
    const bytes = await photo(20, 20).png().toBuffer()
    for (const [wordless, where] of [
      [both('有人讲课', ' a '), 'en'],
      [both('图', 'Somebody lectures'), 'zh'],
    ] as const)
      expect(await addPicture(site.rt, organizer, id, bytes, { alt: wordless, illustration: false })).toMatchObject({
        refusal: 'alt-needed',
        detail: { where },
      })
    for (let i = 0; i < 9; i++) expect((await addPicture(site.rt, organizer, id, bytes, said)).ok).toBe(true)
    expect(await addPicture(site.rt, organizer, id, bytes, said)).toMatchObject({ refusal: 'pictures-full' })
    const form = await activityFor(site.rt, organizer, id)
    const first = form.ok ? (form.value.pictures[0]?.id ?? '') : ''
    await describePicture(site.rt, organizer, first, { alt: both('另一句话说明', 'Other words'), illustration: true })
    expect(await describePicture(site.rt, organizer, first, { alt: both(''), illustration: true })).toMatchObject({
      refusal: 'alt-needed',
    })
    const again = await activityFor(site.rt, organizer, id)
    expect(again.ok && again.value.pictures[0]).toMatchObject({
      alt: both('另一句话说明', 'Other words'),
      illustration: true,
    })
    expect(await removePicture(site.rt, organizer, first)).toMatchObject({ ok: true })
    const left = await activityFor(site.rt, organizer, id)
    expect(left.ok && left.value.pictures).toHaveLength(8)
  })
})

describe('A reporter', () => {
  it('is given a district or a department that exists, and nobody else is', async () => {
    await reporter('yz', { region: 'yuzhong', department: 'office' })
    const give = (login: string, area: object) =>
      giveArea(site.rt, people, login, { region: null, department: null, ...area })
    expect(await give('yz', { region: 'atlantis' })).toMatchObject({ refusal: 'region-unknown' })
    expect(await give('yz', { department: 'none' })).toMatchObject({ refusal: 'department-unknown' })
    expect(await give('chen', { region: 'yuzhong' })).toMatchObject({ refusal: 'not-found' })
    const { reporters } = await reportersFor(site.rt, people)
    expect(reporters).toEqual([{ login: 'yz', name: 'yz', region: 'yuzhong', department: 'office' }])
  })
})

describe('The week of 2021', () => {
  it('has no day, no district and no picture that is not marked as a drawing, since the record gives none', async () => {
    const ground = await readCampaign()
    await site.rt.storage.atomically(tx => seedCampaign(tx, ground, { edition: 'chongqing-2016', now: noon }))
    const found = await activitiesOf(site.rt, 'chongqing-2021')
    expect(found?.total).toBe(10)
    for (const one of found?.activities ?? []) {
      expect([one.day, one.region, one.department?.slug]).toEqual([null, null, 'ip-office'])
      expect(one.title.en && one.summary.en).not.toBe('')
      if (one.picture) expect(one.picture.illustration).toBe(true)
    }
  })
})
