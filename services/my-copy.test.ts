/** The copy of one's own data: all of it, nobody else's, and nothing that the rules do not show yet. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dayMs } from '#core/day'
import { claimConsent } from '#core/prize/claim'
import { putEntry } from '#db/entry'
import { putCards } from '#db/practice'
import { chooseName, chooseRegion } from './account.ts'
import { saveAnswer } from './answer.ts'
import { finishAttempt, startAttempt } from './attempt.ts'
import { claimPrize, myPrizes } from './claim.ts'
import { reportError } from './error-report.ts'
import { copyOf } from './my-copy.ts'
import { approved, entrant, staffMember } from './prize-testing.ts'
import { publicId } from './secrets.ts'
import { requestCode } from './sign-in.ts'
import { canary, citizen, contestWith, noon, openTestSite, type TestSite } from './testing.ts'
import { proposePublication, settle } from './winner-list.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const phone = '13900139001'
const minute = 61_000

/** Somebody with a paper of which the first two questions are answered. */
async function sitting(number = phone) {
  const { who, token } = await citizen(site.rt, number)
  const started = await startAttempt(site.rt, who, 'test', 'zh', { browser: 'mark', network: '10.1.0.0/16' })
  if (!started.ok) throw new Error(started.refusal)
  const { attempt, paper } = started.value
  for (const question of paper.slice(0, 2)) {
    const { position, options } = question
    const saved = await saveAnswer(site.rt, token, attempt.id, {
      position,
      choice: [options[0]?.id ?? ''],
      sequence: 1,
    })
    expect(saved).toMatchObject({ ok: true })
  }
  return { who, attempt, paper }
}

it('holds account, answers in words, entry, practice, reports and sessions, and nothing of anybody else', async () => {
  const contestId = await contestWith(site.rt)
  const other = await sitting('13900139002')
  await chooseName(site.rt, other.who.account.id, { name: '王二', showName: true })
  const { who, attempt, paper } = await sitting()
  await chooseRegion(site.rt, who.account.id, { region: 'yuzhong', organisation: '解放碑小学' })
  await chooseName(site.rt, who.account.id, { name: '欧阳小敏', showName: true })
  const said = { ageSaidAt: noon, guardianAgreedAt: null, individual: false, track: null, createdAt: noon }
  const numberCipher = site.rt.secrets.encrypt('A-1234')
  await site.rt.storage.atomically(async tx => {
    await putEntry(tx, { contestId, accountId: who.account.id, numberCipher, ...said })
    const card = { box: 1, due: noon, answeredAt: noon }
    await putCards(tx, who.account.id, [{ questionId: 1, card: card as never }])
  })
  await finishAttempt(site.rt, who, attempt.id)
  const about = { subject: 'question', attempt: attempt.id, position: 1 } as const
  await reportError(site.rt, who, about, '第二个选项也说得通，请再看看。', 'zh')

  const copy = await copyOf(site.rt, who, 'zh')
  expect(copy).toMatchObject({
    account: { phone, name: '欧阳小敏', showName: true, organisation: '解放碑小学', region: { slug: 'yuzhong' } },
    consents: { firstLetterOfNameOnBoards: true, claims: [] },
    entries: [{ contest: 'test', number: 'A-1234', ageSaidAt: noon }],
    attempts: [{ id: attempt.id, contest: 'test', number: 1, from: { leaves: 0 }, result: { finishedBy: 'person' } }],
    reports: [{ body: '第二个选项也说得通，请再看看。', answer: null }],
    practice: [{ question: 'q0' }],
    sessions: [{ thisOne: true }],
    prizes: [],
  })
  expect(copy.attempts[0]?.answers).toEqual(
    paper.slice(0, 2).map(({ position, stem, options }) => ({
      ...{ position, stem, chosen: [options[0]?.text], firstSavedAt: noon, savedAt: noon },
      isRight: expect.toBeOneOf([true, false, null]),
    })),
  )
  const text = JSON.stringify(copy)
  for (const foreign of ['13900139002', '王二', other.attempt.id, other.who.account.publicId, canary])
    expect([foreign, text.includes(foreign)]).toEqual([foreign, false])
})

it('says nothing of what is right while a paper runs, nor before the rules show it', async () => {
  await contestWith(site.rt, { rules: { feedback: { score: 'at-close', answers: 'at-close' } } })
  const { who, attempt } = await sitting()
  const hidden = { answers: [{ isRight: null }, { isRight: null }] }
  expect((await copyOf(site.rt, who, 'zh')).attempts[0]).toMatchObject({ ...hidden, result: null })
  expect(JSON.stringify(await copyOf(site.rt, who, 'zh'))).not.toMatch(/"right"|"key"|"explanation"/)
  await finishAttempt(site.rt, who, attempt.id)
  expect((await copyOf(site.rt, who, 'zh')).attempts[0]).toMatchObject({
    ...hidden,
    result: { score: null, correct: null },
  })
  site.at(8 * dayMs)
  const shown = (await copyOf(site.rt, who, 'zh')).attempts[0]
  expect(shown?.result?.score).toBeTypeOf('number')
  expect(shown?.answers.map(({ isRight }) => isRight)).not.toContain(null)
})

it('holds prizes with what was given for them, as long as it is kept', async () => {
  const text = (zh: string) => ({ zh, en: zh })
  const first = { id: 'first', name: text('一等奖'), count: 1, prize: text('书'), value: 0 }
  const contestId = await contestWith(site.rt, {
    rules: {
      awards: { tiers: [first] },
      claim: { days: 10, alternates: false, eraseAfterDays: 30 },
      identity: { name: { need: 'required', at: 'claim' } },
    },
  })
  await entrant(site, contestId, { phone, score: 90 })
  const over = 7 * dayMs + 1000
  site.at(over)
  const zhao = await staffMember(site.rt, 'zhao', ['organizer'], 'contests.write')
  const qian = await staffMember(site.rt, 'qian', ['organizer'], 'contests.approve')
  const list = await settle(site.rt, zhao, 'test', 'awards')
  await approved(site.rt, qian, await proposePublication(site.rt, zhao, 'test', list.ok ? list.value : ''))
  const { who } = await citizen(site.rt, phone)
  site.at(over + minute)
  const browser = publicId()
  await requestCode(site.rt, phone, browser)
  const [prize] = await myPrizes(site.rt, who)
  const given = { code: site.rt.outbox.messagesTo(phone)[0]?.code ?? '', browser, consent: claimConsent }
  await claimPrize(site.rt, who, prize?.id ?? '', { ...given, fields: { name: '欧阳小敏' } })
  expect(await copyOf(site.rt, who, 'zh')).toMatchObject({
    prizes: [{ id: prize?.id, state: 'claimed', given: { name: '欧阳小敏' } }],
    consents: { claims: [{ prize: prize?.id, version: claimConsent, at: noon + over + minute }] },
  })
})
