'use client'
import { useEffect, useEffectEvent } from 'react'
import { focusOn, keyAct } from './keys.ts'

export interface KeyActs {
  choose(index: number): void
  next(): void
  previous(): void
  flag(): void
  help(): void
}

/** @param options of the question shown; 0 where there is none */
export function useKeys(on: boolean, options: number, acts: KeyActs): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!on || event.defaultPrevented || event.repeat || document.querySelector('dialog[open]')) return
    const modified = event.ctrlKey || event.altKey || event.metaKey
    const act = keyAct({ key: event.key, modified, composing: event.isComposing }, focusOn(event.target), options)
    if (!act) return
    event.preventDefault()
    if (act.act === 'choose') acts.choose(act.index)
    else acts[act.act]()
  })
  useEffect(() => {
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
