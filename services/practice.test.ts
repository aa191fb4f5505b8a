import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayMs } from '#core/day'
import { afterAnswer } from '#core/practice/schedule'
import type { PracticeAsk } from '#core/practice/session'
import type { WirePracticed } from '#core/wire-learning'
import { cardsOf } from '#db/practice'
import { storeDrafts } from '#db/question'
import { finishAttempt, startAttempt } from './attempt.ts'
import { forgetMoments } from './memory.ts'
import { answerPractice, startPractice } from './practice.ts'
import { mergeCards, progressFor } from './practice-cards.ts'
import { practiceChapters } from './practice-questions.ts'
import type { SignedIn } from './session.ts'
import {
  canary,
  citizen,
  contestWith,
  handbookWith,
  inventedQuestion,
  noon,
  openTestSite,
  type TestSite,
} from './testing.ts'

let site: TestSite
let who: SignedIn
let setId: number

/** Twenty-five questions: five in each of chapters 1 to 5, the multiple ones in chapter 3. */
const drafts = Array.from({ length: 25 }, (_, i) => {
  const chapter = (i % 5) + 1
  const number = `${chapter}.01-${Math.floor(i / 5) + 1}`
  return { ...inventedQuestion(i, chapter === 3 ? 'multiple' : 'single'), externalId: number, entryId: `${chapter}.01` }
})

beforeEach(async () => {
  site = await openTestSite()
  ;({ who } = await citizen(site.rt, '13800138000'))
  setId = await handbookWith(site.rt, drafts)
})
afterEach(() => site.close())

const later = (days: number) => site.at(days * dayMs)

async function questionsOf(ask: PracticeAsk, person: SignedIn | null = who) {
  const started = await startPractice(site.rt, person, ask, [], 'zh')
  if (!started.ok) throw new Error(started.refusal)
  return started.value.questions.map(({ question }) => question)
}

/** Option 0 is right in every single choice. */
async function answer(
  question: string,
  choice: number[] = [0],
  more: { again?: boolean } = {},
): Promise<WirePracticed> {
  const given = { question, revision: 1, choice, card: null, again: false, ...more }
  const practised = await answerPractice(site.rt, who, given, 'zh')
  if (!practised.ok) throw new Error(practised.refusal)
  return practised.value
}

describe('practising', () => {
  it('shows a chapter’s questions in the order of the book, without a word of the key', async () => {
    const started = await startPractice(site.rt, null, { mode: 'chapter', chapter: 2 }, [], 'zh')
    const questions = started.ok ? started.value.questions : []
    expect(questions.map(({ question }) => question)).toEqual(['2.01-1', '2.01-2', '2.01-3', '2.01-4', '2.01-5'])
    expect(JSON.stringify(questions)).not.toContain(canary)
    expect(Object.keys(questions[0] ?? {}).sort()).toEqual(
      ['chapter', 'kind', 'options', 'question', 'revision', 'scenario', 'stem'].sort(),
    )
    expect(questions[0]?.options.map(option => option.id).sort()).toEqual(['0', '1', '2', '3'])
  })

  it('says at once what is right, why, in which law, and where to read on', async () => {
    const practised = await answer('2.01-1', [1])
    expect(practised).toMatchObject({
      isRight: false,
      right: ['0'],
      sources: [{ name: '试行法', article: '1' }],
      entry: { address: '2.01-entry-2', title: '第2章第一条' },
      kept: true,
    })
    expect(practised.explanation).toContain('解析')
    expect((await answer('3.01-1', [0, 1])).isRight).toBe(true)
    expect((await answer('3.01-2', [0])).isRight).toBe(false)
    expect((await answer('1.01-1', [])).isRight).toBe(false)
  })

  it('hands a guest the next card and stores nothing', async () => {
    const given = { question: '1.01-1', revision: 1, choice: [0], card: null, again: false }
    const practised = await answerPractice(site.rt, null, given, 'zh')
    expect(practised).toMatchObject({ ok: true, value: { kept: false, card: { rightInARow: 1, answeredAt: noon } } })
    const card = afterAnswer(null, false, noon + 9 * dayMs)
    const ahead = await answerPractice(site.rt, null, { ...given, card }, 'zh')
    expect(ahead).toMatchObject({ ok: true, value: { card: { answeredAt: noon, wasWrong: true, rightInARow: 1 } } })
    expect(await cardsOf(site.rt.storage.read, who.account.id)).toEqual([])
  })

  it('refuses what the question does not have', async () => {
    const given = { question: '1.01-1', revision: 1, choice: [0], card: null, again: false }
    const refusalOf = async (more: object) => {
      const outcome = await answerPractice(site.rt, who, { ...given, ...more }, 'zh')
      return outcome.ok ? 'taken' : outcome.refusal
    }
    expect(await refusalOf({ question: '9.99-1' })).toBe('not-found')
    expect(await refusalOf({ choice: [4] })).toBe('choice-invalid')
    expect(await refusalOf({ choice: [0, 1] })).toBe('choice-invalid')
    expect(await refusalOf({ revision: 2 })).toBe('choice-invalid')
    expect(await progressFor(site.rt, who)).toMatchObject({ cards: 0 })
  })

  it('counts two answers at once one after the other', async () => {
    await Promise.all([answer('1.01-1'), answer('1.01-1')])
    const [row] = await cardsOf(site.rt.storage.read, who.account.id)
    expect(row?.card).toMatchObject({ rightInARow: 2, repetitions: 2 })
  })
})

describe('what is due and what was wrong', () => {
  it('comes back on its day, and then goes to the end of the line', async () => {
    await answer('1.01-1', [1])
    await answer('1.01-2')
    expect(await questionsOf({ mode: 'due' })).toEqual([])
    later(1)
    expect(await questionsOf({ mode: 'due' })).toEqual(['1.01-1'])
    later(3)
    expect(await questionsOf({ mode: 'due' })).toEqual(['1.01-1', '1.01-2'])
    expect(await progressFor(site.rt, who)).toMatchObject({ due: 2, mistakes: 1, cards: 2 })
    await answer('1.01-1')
    expect(await questionsOf({ mode: 'due' })).toEqual(['1.01-2'])
    expect(await questionsOf({ mode: 'chapter', chapter: 1 })).toEqual([
      ...['1.01-2', '1.01-3', '1.01-4', '1.01-5', '1.01-1'],
    ])
  })

  it('leaves the wrong-answer book after two right answers in a row, repetitions of a session apart', async () => {
    const before = await answer('1.01-1', [1])
    expect(await answer('1.01-1', [0], { again: true })).toMatchObject({ isRight: true, card: before.card })
    expect(await answer('1.01-1', [0], { again: true })).toMatchObject({ card: { rightInARow: 0 } })
    await answer('1.01-1')
    expect(await questionsOf({ mode: 'mistakes' })).toEqual(['1.01-1'])
    await answer('1.01-1')
    expect(await questionsOf({ mode: 'mistakes' })).toEqual([])
  })

  it('adds up to progress by chapter: met, and right the last time', async () => {
    await answer('1.01-1')
    await answer('1.01-2', [1])
    await answer('4.01-1')
    const { chapters } = await progressFor(site.rt, who)
    expect(chapters).toEqual(
      [
        [1, 2, 1],
        [2, 0, 0],
        [3, 0, 0],
        [4, 1, 1],
        [5, 0, 0],
      ].map(([number, met, known]) => ({ number, total: 5, met, known })),
    )
  })
})

describe('the questions', () => {
  it('are the handbook’s own, never those of an uploaded set', async () => {
    await contestWith(site.rt, { drafts: [{ ...inventedQuestion(99), externalId: '1.01-99' }] })
    forgetMoments(site.rt)
    expect(await questionsOf({ mode: 'chapter', chapter: 1 })).not.toContain('1.01-99')
    const given = { question: '1.01-99', revision: 1, choice: [0], card: null, again: false }
    expect(await answerPractice(site.rt, who, given, 'zh')).toMatchObject({ refusal: 'not-found' })
  })

  it('are those that hold today: neither tomorrow’s law nor yesterday’s nor what was retired', async () => {
    await answer('1.01-4')
    const dated = drafts
      .filter(({ externalId }) => externalId !== '1.01-4')
      .map(draft =>
        draft.externalId === '1.01-1'
          ? { ...draft, validTo: '2026-11-22' }
          : draft.externalId === '1.01-2'
            ? { ...draft, validFrom: '2026-11-23' }
            : draft,
      )
    await site.rt.storage.atomically(tx => storeDrafts(tx, setId, dated, noon))
    forgetMoments(site.rt)
    expect(await questionsOf({ mode: 'chapter', chapter: 1 })).toEqual(['1.01-1', '1.01-3', '1.01-5'])
    later(1)
    expect(await questionsOf({ mode: 'chapter', chapter: 1 })).toEqual(['1.01-2', '1.01-3', '1.01-5'])
    later(9)
    expect(await questionsOf({ mode: 'due' })).toEqual([])
    expect(await progressFor(site.rt, who)).toMatchObject({ due: 0, cards: 0 })
    expect((await practiceChapters(site.rt))[0]).toMatchObject({ number: 1, questions: ['1.01-2', '1.01-3', '1.01-5'] })
  })

  it('are refused while one’s own attempt is under way, and to nobody else', async () => {
    await contestWith(site.rt, { rules: { clock: { seconds: 60 } } })
    const started = await startAttempt(site.rt, who, 'test', 'zh')
    const attempt = started.ok ? started.value.attempt.id : ''
    const given = { question: '1.01-1', revision: 1, choice: [0], card: null, again: true }
    const both = async (person: SignedIn | null) =>
      Promise.all([
        startPractice(site.rt, person, { mode: 'mixed' }, [], 'zh'),
        answerPractice(site.rt, person, given, 'zh'),
      ])
    const refused = { ok: false, refusal: 'practice-during-attempt', detail: { attempt } }
    expect(await both(who)).toEqual([refused, refused])
    const another = (await citizen(site.rt, '13900139000')).who
    for (const person of [another, null]) expect((await both(person)).map(({ ok }) => ok)).toEqual([true, true])

    await finishAttempt(site.rt, who, attempt)
    expect((await both(who)).map(({ ok }) => ok)).toEqual([true, true])
  })

  it('are open again once the attempt’s time and grace are over, though nobody handed in', async () => {
    await contestWith(site.rt, { rules: { clock: { seconds: 60 } } })
    await startAttempt(site.rt, who, 'test', 'zh')
    const at = async (ms: number) => {
      site.at(ms)
      return (await startPractice(site.rt, who, { mode: 'mixed' }, [], 'zh')).ok
    }
    expect([await at(63_000), await at(63_001)]).toEqual([false, true])
  })
})

describe('a browser’s cards', () => {
  it('go into the account; the later answer wins, and unknown questions are left out', async () => {
    await answer('1.01-1', [1])
    await answer('1.01-2', [1])
    later(4)
    const fresh = afterAnswer(null, true, noon + dayMs)
    const old = afterAnswer(null, true, noon - dayMs)
    const merged = await mergeCards(site.rt, who, [
      { question: '1.01-1', card: fresh },
      { question: '1.01-2', card: old },
      { question: '1.01-3', card: old },
      { question: '1.01-3', card: fresh },
      { question: '1.01-3', card: old },
      { question: '9.99-9', card: fresh },
    ])
    expect(merged).toMatchObject({ cards: 3, mistakes: 1 })
    const held = await cardsOf(site.rt.storage.read, who.account.id)
    expect(held.map(({ card }) => card.answeredAt).sort()).toEqual([noon, noon + dayMs, noon + dayMs])
    expect(await mergeCards(site.rt, who, [])).toEqual(merged)
  })

  it('from a clock that runs ahead do not win for ever', async () => {
    await mergeCards(site.rt, who, [{ question: '1.01-1', card: afterAnswer(null, true, noon + 900 * dayMs) }])
    later(1)
    await answer('1.01-1', [1])
    expect(await questionsOf({ mode: 'mistakes' })).toEqual(['1.01-1'])
  })

  it('of two thousand questions are stored in one go', async () => {
    const many = Array.from({ length: 1200 }, (_, i) => ({ ...inventedQuestion(i), externalId: `1.01-${i}` }))
    await site.rt.storage.atomically(tx => storeDrafts(tx, setId, many, noon))
    forgetMoments(site.rt)
    const card = afterAnswer(null, true, noon)
    const cards = Array.from({ length: 2000 }, (_, i) => ({ question: `1.01-${i}`, card }))
    expect(await mergeCards(site.rt, who, cards)).toMatchObject({ cards: 1200 })
  })
})
