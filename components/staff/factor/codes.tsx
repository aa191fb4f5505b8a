import { useState } from 'react'
import { Button } from '#components/button'
import styles from '../staff.module.css'
import own from './factor.module.css'
import type { FactorProps } from './give.ts'

interface CodesProps {
  codes: string[]
  text: FactorProps['text']
  onDone(): void
}

/** The codes for paper: shown once. */
export function Codes({ codes, text, onDone }: CodesProps) {
  const [copied, setCopied] = useState(false)
  const copy = () => navigator.clipboard?.writeText(codes.join('\n')).then(() => setCopied(true))
  return (
    <div className={styles.form} role="status">
      <h1>{text.codesTitle}</h1>
      <p className={styles.lead}>{text.codesLead}</p>
      <ol className={own.codes} aria-label={text.codesList} translate="no">
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={styles.actions}>
        <Button kind="seal" onClick={onDone}>
          {text.saved}
        </Button>
        <Button onClick={copy}>{copied ? text.copied : text.copy}</Button>
        <Button onClick={() => window.print()}>{text.print}</Button>
      </div>
    </div>
  )
}
