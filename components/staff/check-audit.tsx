'use client'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Notice } from '#components/notice'
import type { Tampering } from '#core/audit/chain'
import { fill } from '#core/fill'
import type { Messages } from '#messages/zh'
import styles from './staff.module.css'

interface CheckAuditProps {
  locale: 'zh' | 'en'
  text: Plain<Messages['audit']>
  offline: string
}

interface Checked {
  rows: number
  anchors: number
  head: { hash: string }
  tampering: Tampering | null
}

/** Holds the whole log against itself, and says what was found. */
export function CheckAudit({ locale, text, offline }: CheckAuditProps) {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const [checked, setChecked] = useState<Checked | null>(null)
  const check = async () => {
    setBusy(true)
    const answer = await fetch(`/api/v1/staff/audit/check?locale=${locale}`).catch(() => null)
    setFailed(!answer?.ok)
    setChecked(answer?.ok ? ((await answer.json()) as Checked) : null)
    setBusy(false)
  }
  return (
    <div className={styles.page}>
      <div>
        <Button onClick={check} aria-disabled={busy}>
          {busy ? text.checking : text.check}
        </Button>
      </div>
      {failed && <Notice kind="wrong" role="alert" title={offline} />}
      {checked?.tampering && (
        <Notice kind="wrong" role="alert" title={text.bad}>
          {fill(text.tampering[checked.tampering.what], { n: checked.tampering.number })}
        </Notice>
      )}
      {checked && !checked.tampering && (
        <Notice kind="good" role="status" title={fill(text.good, { rows: checked.rows, anchors: checked.anchors })}>
          <span className={styles.hash}>{fill(text.goodWhy, { hash: checked.head.hash || '—' })}</span>
        </Notice>
      )}
    </div>
  )
}
