/** What a key means on the paper. Pure: the listener asks, then acts. */

export type KeyAct =
  | { act: 'choose'; index: number }
  | { act: 'next' }
  | { act: 'previous' }
  | { act: 'flag' }
  | { act: 'help' }

/** Where the focus is: `typing` keeps every key, `radio` its arrows, `pressable` its Enter. */
export type FocusOn = 'typing' | 'radio' | 'pressable' | 'other'

export interface Pressed {
  key: string
  /** Control, Alt or Meta is held: the browser's own shortcuts. */
  modified: boolean
  /** An input method is composing a character. */
  composing: boolean
}

/** @param options how many options the question has; 0 where there is no question */
export function keyAct(pressed: Pressed, focus: FocusOn, options: number): KeyAct | null {
  if (pressed.modified || pressed.composing || focus === 'typing') return null
  if (pressed.key === '?' || pressed.key === '\uff1f') return { act: 'help' }
  if (options === 0) return null
  if (pressed.key === 'Enter') return focus === 'pressable' ? null : { act: 'next' }
  if (pressed.key === 'ArrowRight') return focus === 'radio' ? null : { act: 'next' }
  if (pressed.key === 'ArrowLeft') return focus === 'radio' ? null : { act: 'previous' }
  const index = indexOf(pressed.key)
  if (index !== null && index < options) return { act: 'choose', index }
  // With six options or more, F chooses the sixth; the flag then has its button.
  return pressed.key.toLowerCase() === 'f' ? { act: 'flag' } : null
}

/** A–H and 1–8: a question has at most eight options. */
function indexOf(key: string): number | null {
  if (/^[a-h]$/i.test(key)) return key.toLowerCase().charCodeAt(0) - 97
  return /^[1-8]$/.test(key) ? Number(key) - 1 : null
}

export function focusOn(target: EventTarget | null): FocusOn {
  if (!(target instanceof HTMLElement)) return 'other'
  if (target.isContentEditable || target.closest('textarea, select')) return 'typing'
  if (target instanceof HTMLInputElement) {
    if (target.type === 'radio') return 'radio'
    return target.type === 'checkbox' ? 'other' : 'typing'
  }
  return target.closest('a, button, summary') ? 'pressable' : 'other'
}
