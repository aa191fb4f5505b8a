'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#components/button'
import { ask } from './ask.ts'
import styles from './staff.module.css'

interface UndoBatchProps {
  locale: 'zh' | 'en'
  id: string
  text: { undo: string; undoSure: string; undoing: string; undoneNow: string; cancel: string }
  /** '撤销 企业题.xlsx' */
  label: string
  offline: string
}

/** Takes a batch back. Asks twice. */
export function UndoBatch({ locale, id, text, label, offline }: UndoBatchProps) {
  const router = useRouter()
  const [step, setStep] = useState<'idle' | 'sure' | 'busy' | 'done'>('idle')
  const [error, setError] = useState<string | null>(null)
  const press = async () => {
    if (step === 'idle') return setStep('sure')
    if (step !== 'sure') return
    setStep('busy')
    const done = await ask('POST', `/api/v1/question-imports/${id}/undoing?locale=${locale}`, {})
    setStep(done.ok ? 'done' : 'idle')
    setError(done.ok ? null : (done.problem?.detail ?? offline))
    if (done.ok) router.refresh()
  }
  const shown = { idle: text.undo, sure: text.undoSure, busy: text.undoing, done: text.undoneNow }[step]
  return (
    <div className={styles.actions}>
      <Button
        kind="quiet"
        type="button"
        onClick={press}
        aria-disabled={step === 'busy'}
        aria-label={`${shown} ${label}`}
      >
        {shown}
      </Button>
      {step === 'sure' && (
        <Button kind="quiet" type="button" onClick={() => setStep('idle')}>
          {text.cancel}
        </Button>
      )}
      <span role="alert">{error}</span>
    </div>
  )
}
