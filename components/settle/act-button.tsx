'use client'
import { useRouter } from 'next/navigation'
import { Button } from '#components/button'
import { ask } from '../staff/ask.ts'
import { Errors } from '../staff/errors.tsx'
import { errorFrom, type FormCommon, useForm } from '../staff/use-form.ts'
import styles from './settle.module.css'

interface ActButtonProps {
  path: string
  body?: object
  label: string
  busy: string
  kind?: 'seal' | 'plain' | 'quiet'
  frame: FormCommon
}

/** One act that needs no words; a refusal stands above the button. */
export function ActButton({ path, body = {}, label, busy, kind = 'plain', frame }: ActButtonProps) {
  const router = useRouter()
  const form = useForm(async () => {
    const done = await ask('POST', path, body)
    if (!done.ok) return [errorFrom(done.problem, frame.offline)]
    router.refresh()
    return []
  })
  return (
    <form className={styles.act} onSubmit={form.submit}>
      <Errors errors={form.errors} frame={frame} />
      <Button kind={kind} type="submit" aria-disabled={form.busy}>
        {form.busy ? busy : label}
      </Button>
    </form>
  )
}
