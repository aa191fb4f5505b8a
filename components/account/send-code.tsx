'use client'
import { useState } from 'react'
import { Button } from '#components/button'
import { fill } from '#core/fill'
import { askIn, noLine } from '../paper/api.ts'
import styles from '../prize/prize.module.css'
import { useCountdown } from './use-countdown.ts'

interface SendCodeProps {
  locale: 'zh' | 'en'
  /** Of the API: '/me/closing/codes'. */
  path: string
  words: { sendCode: string; sendAgain: string; codeSent: string }
  offline: string
}

/** A code to one's own phone; another one a minute later. */
export function SendCode({ locale, path, words, offline }: SendCodeProps) {
  const [left, begin] = useCountdown(60)
  const [told, setTold] = useState('')
  const seconds = told === words.codeSent ? left : 0
  const send = async () => {
    if (seconds > 0) return
    const answer = await askIn(locale)('POST', path)
    if (answer === noLine || !answer.ok)
      return setTold(answer === noLine ? offline : (answer.problem?.detail ?? offline))
    begin()
    setTold(words.codeSent)
  }
  return (
    <div className={styles.codeRow}>
      <Button aria-disabled={seconds > 0} onClick={() => void send()}>
        {seconds > 0 ? fill(words.sendAgain, { seconds }) : words.sendCode}
      </Button>
      <p role="status">{told}</p>
    </div>
  )
}
