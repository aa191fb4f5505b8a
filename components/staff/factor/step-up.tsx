'use client'
import { useEffect, useRef } from 'react'
import { Button } from '#components/button'
import { Dialog } from '#components/paper/dialog'
import { useDialog } from '../../paper/use-dialog.ts'
import { onFreshNeeded } from '../ask.ts'
import { Errors } from '../errors.tsx'
import { useForm } from '../use-form.ts'
import { CodeField } from './code-field.tsx'
import own from './factor.module.css'
import { type FactorProps, giveCode } from './give.ts'

/** Stands on every staff page: when a request needs a fresh code, it asks for one, and the request goes on. */
export function StepUp({ locale, text, frame }: Omit<FactorProps, 'next'>) {
  const dialog = useDialog()
  const answer = useRef<((given: boolean) => void) | null>(null)
  const { open, close, ref } = dialog
  useEffect(() => {
    onFreshNeeded(() => {
      open()
      return new Promise(resolve => {
        answer.current = resolve
      })
    })
    const element = ref.current
    const closed = () => {
      answer.current?.(false)
      answer.current = null
    }
    element?.addEventListener('close', closed)
    return () => {
      onFreshNeeded(null)
      element?.removeEventListener('close', closed)
    }
  }, [open, ref])
  const form = useForm(async fields => {
    const given = await giveCode({ locale, text, frame, onPaper: false }, fields)
    if (!given.ok) return [given.error]
    answer.current?.(true)
    answer.current = null
    close()
    return []
  })
  return (
    <Dialog dialog={dialog} title={text.stepUpTitle} close={text.close}>
      <form className={own.stepUp} onSubmit={form.submit} noValidate>
        <Errors errors={form.errors} frame={frame} />
        <p>{text.stepUpLead}</p>
        <CodeField text={text} frame={frame} onPaper={false} error={form.errorOf('code')} />
        <div>
          <Button kind="seal" type="submit" aria-disabled={form.busy}>
            {form.busy ? text.giving : text.stepUp}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
