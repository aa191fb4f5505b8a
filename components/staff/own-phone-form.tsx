'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import type { Messages } from '#messages/zh'
import { SentCodeField } from '../account/sent-code-field.tsx'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

interface OwnPhoneProps {
  locale: 'zh' | 'en'
  text: Plain<Messages['ownPhone']>
  frame: FormCommon
}

/** A code shows that the phone is one's own. */
export function OwnPhoneForm({ locale, text, frame }: OwnPhoneProps) {
  const router = useRouter()
  const [sent, setSent] = useState(false)
  const form = useForm(async (fields, by) => {
    const wantsCode = by?.value === 'send'
    const phone = said(fields, 'phone')
    const code = said(fields, 'code')
    if (!wantsCode && code === '') return [{ field: 'code', text: text.codeNeeded }]
    const done = wantsCode
      ? await ask('POST', `/api/v1/sign-in/codes?locale=${locale}`, { phone })
      : await ask('POST', `/api/v1/staff/phones?locale=${locale}`, { phone, code })
    if (!done.ok) return [errorFrom(done.problem, frame.offline, wantsCode ? 'phone' : (done.problem?.where as string))]
    if (wantsCode) setSent(true)
    else router.refresh()
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <Field
        id="phone"
        name="phone"
        label={text.phone}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        length={20}
        error={form.errorOf('phone')}
        errorPrefix={frame.errorPrefix}
      />
      <div className={styles.actions}>
        <Button type="submit" value="send" aria-disabled={form.busy}>
          {text.send}
        </Button>
        <p role="status">{sent && text.sent}</p>
      </div>
      <SentCodeField words={text} error={form.errorOf('code')} errorPrefix={frame.errorPrefix} />
      <div className={styles.actions}>
        <Button kind="seal" type="submit" value="state" aria-disabled={form.busy}>
          {form.busy ? text.working : text.state}
        </Button>
      </div>
    </form>
  )
}
