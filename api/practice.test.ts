/** Practising over HTTP, through the door with its limits. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayMs } from '#core/day'
import { afterAnswer } from '#core/practice/schedule'
import type { WirePracticeSession } from '#core/wire-learning'
import { buildDoor } from '#door/door'
import { startAttempt } from '#services/attempt'
import type { SignedIn } from '#services/session'
import {
  canary,
  citizen,
  contestWith,
  handbookWith,
  inventedQuestion,
  noon,
  openTestSite,
  type TestSite,
} from '#services/testing'

let site: TestSite
let door: ReturnType<typeof buildDoor>
let token: string
let who: SignedIn

beforeAll(async () => {
  site = await openTestSite()
  ;({ token, who } = await citizen(site.rt, '13800138000'))
  const drafts = Array.from({ length: 12 }, (_, i) => ({ ...inventedQuestion(i * 5), externalId: `1.01-${i + 1}` }))
  await handbookWith(site.rt, drafts)
  door = buildDoor({ runtime: site.rt, pages: null })
})
afterAll(async () => {
  await door.close()
  await site.close()
})

const ask = (method: 'GET' | 'POST', path: string, body?: object, signedIn = false) =>
  door.inject({
    method,
    url: `/api/v1/practice${path}`,
    headers: {
      host: 'localhost',
      ...(method === 'POST' && { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }),
      ...(signedIn && { cookie: `__Host-session=${token}` }),
    },
    ...(body && { payload: JSON.stringify(body) }),
  })

const answer = { question: '1.01-1', revision: 1, choice: ['1'] }
const card = afterAnswer(null, true, noon)

describe('a guest', () => {
  it('practises, is told why, and gets the card to keep', async () => {
    const session = await ask('POST', '/sessions', { mode: 'chapter', chapter: 1 })
    const { questions } = session.json<WirePracticeSession>()
    expect([session.statusCode, questions.length, session.body.includes(canary)]).toEqual([200, 10, false])
    const answered = await ask('POST', '/answers?locale=en', answer)
    expect(answered.json()).toMatchObject({ isRight: false, right: ['0'], kept: false, card: { wasWrong: true } })
    const again = await ask('POST', '/answers', { ...answer, choice: ['0'], card: answered.json().card })
    expect(again.json()).toMatchObject({ isRight: true, card: { rightInARow: 1, repetitions: 2 } })
  })

  it('says what the browser knows, for as many questions as there may be', async () => {
    const known = Array.from({ length: 2000 }, (_, i) => ({
      question: `1.01-${i + 1}`,
      due: noon + (i === 4 ? -dayMs : dayMs),
      wasWrong: i === 6,
      rightInARow: i === 6 ? 0 : 1,
    }))
    const sessionOf = async (mode: string) => {
      const session = await ask('POST', '/sessions', { mode, known })
      return session.json<WirePracticeSession>().questions.map(({ question }) => question)
    }
    expect([await sessionOf('due'), await sessionOf('mistakes')]).toEqual([['1.01-5'], ['1.01-7']])
    const many = [...known, { ...known[0], question: 'x' }]
    expect((await ask('POST', '/sessions', { mode: 'due', known: many })).statusCode).toBe(400)
  })

  it('has no progress on the server and hands in no cards', async () => {
    expect((await ask('GET', '/progress')).json()).toMatchObject({ status: 401, code: 'sign-in-required' })
    expect((await ask('POST', '/cards', { cards: [] })).statusCode).toBe(401)
  })

  it.each([
    ['a mode that is none', '/sessions', { mode: 'all' }],
    ['more than was asked for', '/sessions', { mode: 'due', account: 1 }],
    ['a choice that is no option', '/answers', { ...answer, choice: ['8'] }],
    ['a card that FSRS could not read', '/answers', { ...answer, card: { ...card, stability: 1e-9 } }],
    ['a card of another age', '/answers', { ...answer, card: { ...card, due: 9e15 } }],
  ])('is refused for %s', async (_what, path, body) => {
    expect((await ask('POST', path, body)).json()).toMatchObject({ status: 400, code: 'invalid-request' })
  })

  it('is told when a question is not there, or has no such option', async () => {
    expect((await ask('POST', '/answers', { ...answer, question: '7.07-7' })).statusCode).toBe(404)
    expect((await ask('POST', '/answers', { ...answer, choice: ['0', '1'] })).json()).toMatchObject({
      status: 422,
      code: 'choice-invalid',
    })
  })
})

describe('a person', () => {
  it('hands in two thousand cards at once, and not one more', async () => {
    const cards = Array.from({ length: 2000 }, (_, i) => ({
      question: `1.01-${i + 1}`,
      card: { ...card, stability: 12.34567891, difficulty: 9.98522837, scheduledDays: 36_500, answeredAt: noon - i },
    }))
    const merged = await ask('POST', '/cards', { cards }, true)
    expect(merged.json()).toMatchObject({ cards: 12, due: 0, chapters: [{ number: 1, total: 12, met: 12, known: 12 }] })
    expect((await ask('POST', '/cards', { cards: [...cards, cards[0]] }, true)).statusCode).toBe(400)
    expect((await ask('GET', '/progress', undefined, true)).json()).toEqual(merged.json())
    const answered = await ask('POST', '/answers', answer, true)
    expect(answered.json()).toMatchObject({ kept: true, card: { wasWrong: true } })
  })

  it('with a paper open is told to finish it first, in both languages, and learns no key', async () => {
    await contestWith(site.rt)
    const started = await startAttempt(site.rt, who, 'test', 'zh')
    const attempt = started.ok ? started.value.attempt.id : ''
    for (const [path, body] of [
      ['/sessions', { mode: 'mixed' }],
      ['/answers', answer],
    ] as const) {
      const refused = await ask('POST', path, body, true)
      expect(refused.json()).toMatchObject({ status: 409, code: 'practice-during-attempt', attempt })
      expect(refused.json().detail).toContain('请先交卷')
      expect(refused.body).not.toContain(canary)
      const inEnglish = await ask('POST', `${path}?locale=en`, body, true)
      expect(inEnglish.json().detail).toContain('hand it in first')
    }
    expect((await ask('GET', '/progress', undefined, true)).statusCode).toBe(200)
  })
})
