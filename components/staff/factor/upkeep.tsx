'use client'
import { useState } from 'react'
import { Button } from '#components/button'
import { Notice } from '#components/notice'
import { ask } from '../ask.ts'
import styles from '../staff.module.css'
import { Codes } from './codes.tsx'
import own from './factor.module.css'
import type { FactorProps } from './give.ts'

/** New codes for paper, or another phone. Both ask for a fresh code on the way. */
export function FactorUpkeep({ locale, next, text, frame }: FactorProps) {
  const [busy, setBusy] = useState<'renew' | 'replace' | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const post = async <T,>(what: 'renew' | 'replace', path: string): Promise<T | null> => {
    setBusy(what)
    setFailed(null)
    const done = await ask<T>('POST', `/api/v1/staff/second-factor/${path}?locale=${locale}`, {})
    setBusy(null)
    if (done.ok) return done.body
    setFailed(done.problem?.detail ?? frame.offline)
    return null
  }
  const renew = async () => {
    const made = await post<{ recoveryCodes: string[] }>('renew', 'recovery-codes')
    if (made) setCodes(made.recoveryCodes)
  }
  const replace = async () => {
    if (await post<object>('replace', 'replacement')) window.location.assign(next)
  }
  if (codes) return <Codes codes={codes} text={text} onDone={() => window.location.assign(next)} />
  return (
    <>
      {failed && <Notice kind="wrong" role="alert" title={failed} />}
      <div className={own.act}>
        <Button onClick={renew} aria-disabled={busy !== null}>
          {busy === 'renew' ? text.renewing : text.renew}
        </Button>
        <p className={styles.hint}>{text.renewWhy}</p>
      </div>
      <div className={own.act}>
        <Button onClick={replace} aria-disabled={busy !== null}>
          {busy === 'replace' ? text.replacing : text.replace}
        </Button>
        <p className={styles.hint}>{text.replaceWhy}</p>
      </div>
    </>
  )
}
