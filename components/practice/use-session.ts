'use client'
/** A session: ten questions, and what went wrong once more at the end. */
import { useCallback, useEffect, useState } from 'react'
import type { Locale } from '#core/locale'
import { isDue, isMistake, type Known } from '#core/practice/known'
import type { PracticeAsk } from '#core/practice/session'
import type { WirePracticed, WirePracticeQuestion, WirePracticeSession } from '#core/wire-learning'
import { type Answered, type Ask, askIn, noLine } from '../paper/api.ts'
import { account, type Cards, keepCard, readCards } from './cards.ts'

/** One question on the way: for the first time, or once more. */
export interface Step {
  question: WirePracticeQuestion
  again: boolean
  /** From 1, within its round. */
  number: number
  total: number
}

/** Why there is nothing to answer. `attempt`: the paper to finish first. */
export interface Stop {
  why: string
  attempt: string | null
}

export interface Session {
  loading: boolean
  stop: Stop | null
  /** Whether there was nothing to practise. */
  empty: boolean
  /** Null once all is done. */
  step: Step | null
  choice: readonly string[]
  told: WirePracticed | null
  busy: boolean
  /** Why the last answer did not arrive. */
  trouble: Trouble | null
  /** First answers so far: right or not, and where one can read on. */
  first: { isRight: boolean; entry: WirePracticed['entry'] }[]
  /** Whether the browser keeps the cards. */
  guest: boolean
  choose(option: string, on: boolean): void
  /** @param unsure gives no option: to be told, and to meet the question again */
  answer(unsure: boolean): Promise<void>
  next(): void
  load(): Promise<void>
}

/** `gone`: the question has changed meanwhile, and another try would not help. */
export interface Trouble {
  why: string
  gone: boolean
}

interface State {
  questions: WirePracticeQuestion[] | null
  stop: Stop | null
  /** What comes once more, in the order in which it went wrong. */
  wrong: WirePracticeQuestion[]
  at: number
  choice: readonly string[]
  told: WirePracticed | null
  busy: boolean
  trouble: Trouble | null
  first: Session['first']
  guest: boolean
}

const start: State = {
  questions: null,
  stop: null,
  wrong: [],
  at: 0,
  choice: [],
  told: null,
  busy: false,
  trouble: null,
  first: [],
  guest: true,
}

export function useSession(asked: PracticeAsk, locale: Locale, offline: string): Session {
  const [ask] = useState<Ask>(() => askIn(locale))
  const [state, setState] = useState<State>(start)
  const change = useCallback((part: Partial<State>) => setState(known => ({ ...known, ...part })), [])
  const { mode, chapter, entry } = asked

  const load = useCallback(async () => {
    setState(start)
    // A guest who has just signed in brings the cards along.
    await account(ask)
    const known = knownFor(mode, readCards())
    const answer = await ask<WirePracticeSession>('POST', '/practice/sessions', { mode, chapter, entry, known })
    if (answer !== noLine && answer.ok) change({ questions: answer.body.questions })
    else change({ stop: stopOf(answer, offline) })
  }, [ask, change, mode, chapter, entry, offline])

  useEffect(() => {
    void load()
  }, [load])

  const step = stepAt(state)

  const answer = async (unsure: boolean) => {
    if (!step || state.busy || state.told) return
    change({ busy: true, trouble: null })
    const { question, revision } = step.question
    const answered = await ask<WirePracticed>('POST', '/practice/answers', {
      question,
      revision,
      choice: unsure ? [] : state.choice,
      card: readCards().get(question) ?? null,
      again: step.again,
    })
    if (answered === noLine || !answered.ok) {
      const stop = stopOf(answered, offline)
      if (stop.attempt) return change({ busy: false, stop })
      const gone = answered !== noLine && (answered.status === 404 || answered.status === 422)
      return change({ busy: false, trouble: { why: stop.why, gone } })
    }
    const told = answered.body
    if (!told.kept && told.card && !step.again) keepCard(question, told.card)
    change({
      busy: false,
      told,
      choice: unsure ? [] : state.choice,
      guest: !told.kept,
      ...(!step.again && {
        first: [...state.first, { isRight: told.isRight, entry: told.entry }],
        wrong: told.isRight ? state.wrong : [...state.wrong, step.question],
      }),
    })
  }

  return {
    loading: state.questions === null && !state.stop,
    stop: state.stop,
    empty: state.questions?.length === 0,
    step,
    choice: state.choice,
    told: state.told,
    busy: state.busy,
    trouble: state.trouble,
    first: state.first,
    guest: state.guest,
    choose(option, on) {
      if (!step || state.told || state.busy) return
      if (state.choice.includes(option) === on) return
      const several = step.question.kind === 'multiple'
      const others = several ? state.choice.filter(one => one !== option) : []
      change({ choice: on ? [...others, option] : others, trouble: null })
    },
    answer,
    next: () => change({ at: state.at + 1, choice: [], told: null, trouble: null }),
    load,
  }
}

/** First every question, then what went wrong, once. */
function stepAt({ questions, wrong, at }: State): Step | null {
  if (!questions) return null
  const first = questions[at]
  if (first) return { question: first, again: false, number: at + 1, total: questions.length }
  const place = at - questions.length
  const second = wrong[place]
  return second ? { question: second, again: true, number: place + 1, total: wrong.length } : null
}

/** What the server needs to know to choose: of the book and of what is due, only those. */
function knownFor(mode: PracticeAsk['mode'], cards: Cards): ({ question: string } & Known)[] {
  const now = Date.now()
  return [...cards].flatMap(([question, card]) => {
    const wanted = mode === 'mistakes' ? isMistake(card) : mode === 'due' ? isDue(card, now) : true
    const { due, wasWrong, rightInARow } = card
    return wanted ? [{ question, due, wasWrong, rightInARow }] : []
  })
}

function stopOf(answer: Answered<unknown> | typeof noLine, offline: string): Stop {
  if (answer === noLine || answer.ok) return { why: offline, attempt: null }
  const attempt = answer.problem?.code === 'practice-during-attempt' ? String(answer.problem.attempt) : null
  return { why: answer.problem?.detail || answer.problem?.title || offline, attempt }
}
