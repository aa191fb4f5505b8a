'use client'
import { useState } from 'react'
import type { Messages } from '#messages/zh'
import { CodeStep } from './code-step.tsx'
import { PhoneStep } from './phone-step.tsx'

/** Strings of the island: no functions cross from the server. */
export type SignInText = Pick<
  Messages['account'],
  | 'phone'
  | 'phoneHint'
  | 'consent'
  | 'consentEnd'
  | 'getCode'
  | 'code'
  | 'codeHint'
  | 'codeMissing'
  | 'submitCode'
  | 'resend'
  | 'resendIn'
  | 'resent'
  | 'changePhone'
  | 'outboxHint'
  | 'outboxLink'
  | 'signInTitle'
  | 'codeTitle'
> &
  Pick<Messages['frame'], 'offline' | 'errorPrefix' | 'errorSummary' | 'privacy'> & { codeWrong: string }

export interface SignInProps {
  locale: 'zh' | 'en'
  text: SignInText
  /** Where to go afterwards: a path of this site. */
  next: string
  /** Where somebody without a region goes first; it leads on to `next`. */
  regionHref: string
  privacyHref: string
  /** Only where codes are shown instead of sent. */
  outboxHref: string | null
}

/** Phone, then code: one thing at a time. The number stays in memory, never in the address. */
export function SignIn(props: SignInProps) {
  const [phone, setPhone] = useState<string | null>(null)
  const [written, setWritten] = useState('')
  return phone === null ? (
    <PhoneStep {...props} written={written} onWritten={setWritten} onSent={setPhone} />
  ) : (
    <CodeStep {...props} phone={phone} onBack={() => setPhone(null)} />
  )
}
