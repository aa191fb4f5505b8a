'use client'
import { fill } from '#core/fill'
import { Button } from '../button.tsx'
import { Dialog } from './dialog.tsx'
import styles from './hand-in.module.css'
import { useDialog } from './use-dialog.ts'
import type { Words } from './words.ts'

interface HandInProps {
  words: Words
  /** How many questions are unanswered. */
  missing: number
  /** Whether it can be handed in here and now. */
  open: boolean
  handIn(): Promise<void>
}

/** The red button, and the one question whether it is meant. */
export function HandIn({ words, missing, open, handIn }: HandInProps) {
  const dialog = useDialog()
  const yes = () => {
    dialog.close()
    void handIn()
  }
  return (
    <>
      <Button
        kind="seal"
        className={styles.button}
        aria-haspopup="dialog"
        aria-disabled={!open}
        onClick={() => open && dialog.open()}
      >
        {words.hand}
      </Button>
      <Dialog dialog={dialog} title={words.confirmTitle} close={words.close}>
        <p>{words.confirmText}</p>
        {missing > 0 && <p className={styles.missing}>{fill(words.confirmUnanswered, { n: missing })}</p>}
        <div className={styles.acts}>
          <Button kind="seal" onClick={yes}>
            {words.confirmYes}
          </Button>
          <Button onClick={dialog.close}>{words.confirmNo}</Button>
        </div>
      </Dialog>
    </>
  )
}
