'use client'
/** The paper on screen: clock and state above, one question or the check below, the next step at the thumb. */
import { useCallback, useRef, useState } from 'react'
import { narrowed, type Sync } from '#core/attempt/countdown'
import { fill } from '#core/fill'
import type { WireAttempt, WireQuestion } from '#core/wire'
import type { Ask } from './api.ts'
import { Bar } from './bar.tsx'
import { Check } from './check.tsx'
import { HandIn } from './hand-in.tsx'
import { Help, paperKeys } from './help.tsx'
import { Navigator } from './navigator.tsx'
import styles from './paper.module.css'
import { nextOf, previousOf } from './place.ts'
import { Question } from './question.tsx'
import { Standstill } from './standstill.tsx'
import { Steps } from './steps.tsx'
import { useAnswers } from './use-answers.ts'
import { useDialog } from './use-dialog.ts'
import { useFinish } from './use-finish.ts'
import { useFlags } from './use-flags.ts'
import { useKeys } from './use-keys.ts'
import { useLeaves } from './use-leaves.ts'
import { usePlace } from './use-place.ts'
import type { Words } from './words.ts'

export interface SheetProps {
  wire: WireAttempt
  firstSync: Sync
  ask: Ask
  words: Words
  hrefs: { contest: string; result: string; signIn: string }
  takeOver(): Promise<void>
  /** The contest is paused. */
  paused(): void
  /** Whether the server has given more time than until then; the page is drawn anew in that case. */
  clockMoved(deadlineAt: number): Promise<boolean>
}

export function Sheet({ wire, firstSync, ask, words, hrefs, takeOver, paused, clockMoved }: SheetProps) {
  const { id, deadlineAt } = wire.attempt
  const total = wire.paper.length
  const sync = useRef(firstSync)
  const heard = useCallback((now: number, sentAt: number, receivedAt: number) => {
    sync.current = narrowed(sync.current, { low: now - receivedAt, high: now - sentAt })
  }, [])
  const { choices, state, choose, flush } = useAnswers(wire, ask, heard, paused)
  const moved = useCallback(() => clockMoved(deadlineAt), [clockMoved, deadlineAt])
  const { handing, handIn, timeUp } = useFinish({
    ...{ attempt: id, ask, flush, paused },
    result: hrefs.result,
    clockMoved: moved,
  })
  const { place, go } = usePlace(id, total)
  const flags = useFlags(id)
  const navigator = useDialog()
  const help = useDialog()
  const [keysOn, setKeysOn] = useState(true)

  const question = place === 'check' ? null : (wire.paper[place - 1] ?? null)
  const open = (handing === 'answering' || handing === 'hand-waiting') && state !== 'elsewhere' && state !== 'over'
  const leaves = useLeaves(id, open, ask)
  const answered = wire.paper.filter(one => choices.get(one.position)?.length).length
  const previous = previousOf(place, total)

  const pick = (one: WireQuestion, option: string, on: boolean) => {
    const choice = choices.get(one.position) ?? []
    if (open && choice.includes(option) !== on) choose(one.position, chosenWith(one, choice, option, on))
  }
  useKeys(keysOn && open, question?.options.length ?? 0, {
    choose(index) {
      const option = question?.options[index]
      if (question && option)
        pick(question, option.id, question.kind !== 'multiple' || !choices.get(question.position)?.includes(option.id))
    },
    next: () => go(nextOf(place, total)),
    previous: () => previous && go(previous),
    flag: () => question && flags.turn(question.position),
    help: help.open,
  })

  return (
    <div className={styles.sheet}>
      <Bar
        {...{ words, wire, place, choices, answered, handing, state }}
        flags={flags.flagged}
        sync={() => sync.current}
        over={() => void timeUp()}
      />
      <div className={`wrap ${styles.body}`}>
        <Standstill {...{ words, state, handing, takeOver }} signInHref={hrefs.signIn} />
        {leaves > 0 && (
          <p role="status" className={styles.leaves}>
            {fill(words.leaves, { n: leaves })}
          </p>
        )}
        {question && place !== 'check' ? (
          <Question
            key={question.position}
            {...{ words, question, total, open }}
            number={place}
            choice={choices.get(question.position) ?? []}
            flagged={flags.flagged.has(question.position)}
            pick={(option, on) => pick(question, option, on)}
            turnFlag={() => flags.turn(question.position)}
          />
        ) : (
          <Check {...{ words, wire, choices, go, answered }} flags={flags.flagged} />
        )}
      </div>
      <Steps {...{ words, place, total, answered, go }} openNavigator={navigator.open} openHelp={help.open}>
        {place === 'check' && <HandIn {...{ words, open, handIn }} missing={total - answered} />}
      </Steps>
      <Navigator dialog={navigator} {...{ words, wire, place, choices, go }} flags={flags.flagged} />
      <Help dialog={help} words={words} rows={paperKeys(words)} keysOn={keysOn} setKeysOn={setKeysOn} />
    </div>
  )
}

/** One may be chosen, except in multiple choice; the order on the paper is kept. */
function chosenWith(question: WireQuestion, choice: readonly string[], option: string, on: boolean): string[] {
  if (question.kind !== 'multiple') return [option]
  const next = new Set(choice)
  if (on) next.add(option)
  else next.delete(option)
  return question.options.map(one => one.id).filter(one => next.has(one))
}
