'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { fill } from '#core/fill'
import type { QuestionAction } from '#core/question/state'
import type { WireActDone, WireActPlan, WireUndone } from '#core/wire-bank'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'

export type ActTexts = Plain<Messages['bankWork']['acting']> & { actions: Record<QuestionAction, string> }

/** Which questions: by id, or everything that fits a filter. */
export type Which = { questions: string[] } | { filter: Record<string, string> }

export interface ActState {
  busy: boolean
  error: string | null
  plan: WireActPlan | null
  /** What was done last, and how to take it back. */
  done: { says: string; act: string | null } | null
  look(wish: Wish): Promise<void>
  confirm(note: string): Promise<void>
  undo(): Promise<void>
  cancel(): void
}

export interface Wish {
  action: QuestionAction
  which: Which
  set?: string
}

/** Plan, confirm, undo: nothing is done before it was said. @param after runs once something has been done */
export function useAct(locale: 'zh' | 'en', text: ActTexts, after?: () => void): ActState {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [wish, setWish] = useState<(Wish & { note: string }) | null>(null)
  const [plan, setPlan] = useState<WireActPlan | null>(null)
  const [done, setDone] = useState<ActState['done']>(null)
  const send = async <T>(path: string, body: unknown): Promise<T | null> => {
    setBusy(true)
    const asked = await ask<T>('POST', `/api/v1/question-acts${path}?locale=${locale}`, body)
    setBusy(false)
    setError(asked.ok ? null : (asked.problem?.detail ?? text.offline))
    return asked.ok ? asked.body : null
  }
  const bodyOf = ({ action, which, set }: Wish, note: string) => ({ action, ...which, note, ...(set && { set }) })
  return {
    busy,
    error,
    plan,
    done,
    async look(next) {
      // What is returned needs a note in the end; the plan does not wait for it.
      const planned = await send<WireActPlan>('/plans', bodyOf(next, next.action === 'return' ? '…' : ''))
      setWish(planned ? { ...next, note: '' } : null)
      setPlan(planned)
      setDone(null)
    },
    async confirm(note) {
      if (!wish || !plan) return
      if (wish.action === 'return' && note.trim() === '') return setError(text.noteNeeded)
      const made = await send<WireActDone>('', { ...bodyOf(wish, note), expected: plan.count })
      if (!made) return
      setPlan(null)
      setDone({ says: fill(text.done, { action: text.actions[made.action], n: made.count }), act: made.act })
      after?.()
      router.refresh()
    },
    async undo() {
      if (!done?.act) return
      const undone = await send<WireUndone>(`/${done.act}/undo`, {})
      if (!undone) return
      setDone({ says: fill(text.undone, { n: undone.count }), act: null })
      router.refresh()
    },
    cancel() {
      setPlan(null)
      setError(null)
    },
  }
}
