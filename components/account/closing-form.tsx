'use client'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/button'
import type { Messages } from '#messages/zh'
import { forgetSignedIn } from '../frame/known.ts'
import { askIn, noLine } from '../paper/api.ts'
import { Errors } from '../staff/errors.tsx'
import { errorFrom, type FormCommon, said, useForm } from '../staff/use-form.ts'
import styles from './form.module.css'
import { SendCode } from './send-code.tsx'
import { SentCodeField } from './sent-code-field.tsx'

interface ClosingFormProps {
  locale: 'zh' | 'en'
  words: Pick<
    Messages['myData'],
    | 'sendCode'
    | 'sendAgain'
    | 'codeSent'
    | 'code'
    | 'codeHint'
    | 'codeNeeded'
    | 'submit'
    | 'submitting'
    | 'done'
    | 'doneSay'
    | 'home'
  >
  frame: FormCommon
  homeHref: string
}

/** Closes the account with a fresh code, and then says that it is closed: there is no page of one's own any more. */
export function ClosingForm({ locale, words, frame, homeHref }: ClosingFormProps) {
  const [closed, setClosed] = useState(false)
  const form = useForm(async fields => {
    const code = said(fields, 'code')
    if (code === '') return [{ field: 'code', text: words.codeNeeded }]
    const answer = await askIn(locale)('POST', '/me/closing', { code })
    if (answer === noLine) return [{ text: frame.offline }]
    if (!answer.ok) {
      const { problem } = answer
      return [errorFrom(problem, frame.offline, problem?.code === 'code-wrong' ? 'code' : undefined)]
    }
    forgetSignedIn()
    setClosed(true)
    return []
  })
  if (closed) return <Closed words={words} homeHref={homeHref} />
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <SendCode locale={locale} path="/me/closing/codes" words={words} offline={frame.offline} />
      <SentCodeField words={words} error={form.errorOf('code')} errorPrefix={frame.errorPrefix} />
      <Button kind="seal" type="submit" aria-disabled={form.busy}>
        {form.busy ? words.submitting : words.submit}
      </Button>
    </form>
  )
}

function Closed({ words, homeHref }: Pick<ClosingFormProps, 'words' | 'homeHref'>) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="flow">
      <h3 ref={heading} tabIndex={-1}>
        {words.done}
      </h3>
      <p>{words.doneSay}</p>
      <p>
        <a href={homeHref}>{words.home}</a>
      </p>
    </div>
  )
}
