/** Giving a code, for the three places that ask for one. */
import type { Plain } from '#app/plain'
import type { Messages } from '#messages/zh'
import { ask } from '../ask.ts'
import { errorFrom, type FormCommon, type FormError, said } from '../use-form.ts'

export interface FactorProps {
  locale: 'zh' | 'en'
  /** Where to go when it is done. */
  next: string
  text: Plain<Messages['factor']>
  frame: FormCommon
}

type Given = { ok: true; recoveryCodes: string[] | null } | { ok: false; error: FormError }

export async function giveCode(
  { locale, text, frame, onPaper }: Omit<FactorProps, 'next'> & { onPaper: boolean },
  fields: FormData,
): Promise<Given> {
  const code = said(fields, 'code')
  if (code === '') return { ok: false, error: { field: 'code', text: onPaper ? text.recoveryNeeded : text.codeNeeded } }
  const path = `/api/v1/staff/second-factor?locale=${locale}`
  const given = await ask<{ recoveryCodes: string[] | null }>('POST', path, { code })
  return given.ok
    ? { ok: true, recoveryCodes: given.body.recoveryCodes }
    : { ok: false, error: errorFrom(given.problem, frame.offline, 'code') }
}
