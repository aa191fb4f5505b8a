'use client'
/** A native modal dialog; the focus goes back to where it was when it closes. */
import { type RefObject, useCallback, useRef } from 'react'

export interface DialogHandle {
  ref: RefObject<HTMLDialogElement | null>
  open(): void
  close(): void
}

export function useDialog(): DialogHandle {
  const ref = useRef<HTMLDialogElement>(null)
  const open = useCallback(() => {
    const dialog = ref.current
    // Safari before 15.4 has no modal dialogs: there it opens in the page.
    if (dialog?.showModal) dialog.showModal()
    else dialog?.setAttribute('open', '')
  }, [])
  const close = useCallback(() => {
    const dialog = ref.current
    if (dialog?.close) dialog.close()
    else dialog?.removeAttribute('open')
  }, [])
  return { ref, open, close }
}
