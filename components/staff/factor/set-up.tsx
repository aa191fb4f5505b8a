'use client'
import { useEffect, useState } from 'react'
import { Button } from '#components/button'
import { Notice } from '#components/notice'
import { ask } from '../ask.ts'
import { Errors } from '../errors.tsx'
import styles from '../staff.module.css'
import { useForm } from '../use-form.ts'
import { CodeField } from './code-field.tsx'
import { Codes } from './codes.tsx'
import own from './factor.module.css'
import { type FactorProps, giveCode } from './give.ts'

interface Begun {
  secret: string
  uri: string
  qr: { size: number; path: string }
}

/** The first sign-in: scan, confirm, keep the codes for paper. */
export function FactorSetUp({ locale, next, text, frame }: FactorProps) {
  const [begun, setBegun] = useState<Begun | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  useEffect(() => {
    ask<Begun>('POST', `/api/v1/staff/second-factor/set-up?locale=${locale}`, {}).then(made => {
      if (made.ok) setBegun(made.body)
      else setFailed(made.problem?.detail ?? frame.offline)
    })
  }, [locale, frame.offline])
  const form = useForm(async fields => {
    const given = await giveCode({ locale, text, frame, onPaper: false }, fields)
    if (!given.ok) return [given.error]
    setCodes(given.recoveryCodes ?? [])
    return []
  })
  if (codes) return <Codes codes={codes} text={text} onDone={() => window.location.assign(next)} />
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <h1>{text.setUpTitle}</h1>
      <p className={styles.lead}>{text.setUpLead}</p>
      <section className={own.part}>
        <h2>{text.app}</h2>
        <p>{text.appWhy}</p>
      </section>
      <section className={own.part}>
        <h2>{text.scan}</h2>
        <p>{text.scanWhy}</p>
        {failed && <Notice kind="wrong" role="alert" title={failed} />}
        {begun ? <Secret begun={begun} text={text} /> : failed === null && <p role="status">{text.preparing}</p>}
      </section>
      <section className={own.part}>
        <h2>{text.confirm}</h2>
        <CodeField text={text} frame={frame} onPaper={false} error={form.errorOf('code')} />
      </section>
      <Button kind="seal" type="submit" aria-disabled={form.busy || begun === null}>
        {form.busy ? text.binding : text.bind}
      </Button>
    </form>
  )
}

/** Always dark on white: in a dark page too, cameras expect it. */
function Secret({ begun, text }: { begun: Begun; text: FactorProps['text'] }) {
  const { size, path } = begun.qr
  return (
    <>
      <svg className={own.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={text.qrLabel}>
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" shapeRendering="crispEdges" />
      </svg>
      <p>{text.byHand}</p>
      <p className={own.secret} translate="no">
        {begun.secret.match(/.{1,4}/g)?.join(' ')}
      </p>
    </>
  )
}
