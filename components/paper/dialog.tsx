'use client'
import { useId } from 'react'
import styles from './dialog.module.css'
import type { DialogHandle } from './use-dialog.ts'

interface DialogProps {
  dialog: DialogHandle
  title: string
  /** Word of the closing button. */
  close: string
  children: React.ReactNode
}

/** Native: the browser keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ dialog, title, close, children }: DialogProps) {
  const id = useId()
  return (
    <dialog ref={dialog.ref} className={styles.dialog} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <button type="button" className={styles.close} onClick={dialog.close} aria-label={close}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 5l14 14M19 5 5 19" />
          </svg>
        </button>
      </div>
      {children}
    </dialog>
  )
}
