import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Notice } from '#components/notice'
import { fill } from '#core/fill'
import type { Messages } from '#messages/zh'
import styles from '../staff.module.css'
import type { FormCommon } from '../use-form.ts'

export interface PeopleProps {
  locale: 'zh' | 'en'
  text: Plain<Messages['staff']>
  frame: FormCommon
}

/** What came of a change: a proposal that waits, a link to hand over, or simply done. */
export interface Made {
  approval?: string | null
  login?: string
  link?: string | null
}

export function Outcome({ made, text }: { made: Made; text: PeopleProps['text'] }) {
  const [copied, setCopied] = useState(false)
  if (made.approval)
    return (
      <Notice kind="note" title={text.proposedTitle} role="status">
        {text.proposedWhy}
      </Notice>
    )
  if (!made.link) return <Notice kind="good" title={text.doneTitle} role="status" />
  const { link, login = '' } = made
  const copy = () => navigator.clipboard?.writeText(link).then(() => setCopied(true))
  return (
    <Notice kind="good" title={text.linkTitle} role="status">
      <p>{fill(text.linkWhy, { login })}</p>
      <p className={styles.link}>{link}</p>
      <Button onClick={copy}>{copied ? text.copied : text.copy}</Button>
    </Notice>
  )
}
