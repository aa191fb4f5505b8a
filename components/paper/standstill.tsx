'use client'
/** What stops the person, and the way on. */
import { useState } from 'react'
import { Button, ButtonLink } from '../button.tsx'
import { Notice } from '../notice.tsx'
import type { LineState } from './line.ts'
import styles from './paper.module.css'
import type { Handing } from './use-finish.ts'
import type { Words } from './words.ts'

interface StandstillProps {
  words: Words
  state: LineState
  handing: Handing
  signInHref: string
  takeOver(): Promise<void>
}

export function Standstill({ words, state, handing, signInHref, takeOver }: StandstillProps) {
  const [asking, setAsking] = useState(false)
  const take = () => {
    setAsking(true)
    void takeOver().finally(() => setAsking(false))
  }
  if (handing === 'time-up') return <Stop title={words.timeUp} />
  if (handing === 'time-up-waiting') return <Stop title={words.timeUp}>{words.timeUpWaiting}</Stop>
  if (handing === 'handing' || handing === 'over') return <Stop title={words.handing} />
  if (state === 'elsewhere')
    return (
      <Stop title={words.elsewhere}>
        {words.elsewhereWhy}
        <Button kind="seal" onClick={take} aria-disabled={asking}>
          {words.takeOver}
        </Button>
      </Stop>
    )
  if (state === 'signed-out')
    return (
      <Stop title={words.signedOut}>
        {words.signedOutWhy}
        <ButtonLink kind="seal" href={signInHref}>
          {words.signIn}
        </ButtonLink>
      </Stop>
    )
  if (state === 'refused')
    return (
      <Stop title={words.refused}>
        {words.refusedWhy}
        <Button onClick={() => location.reload()}>{words.reload}</Button>
      </Stop>
    )
  return handing === 'hand-waiting' ? <Stop title={words.waiting}>{words.handWaiting}</Stop> : null
}

function Stop({ title, children }: { title: string; children?: React.ReactNode }) {
  return (
    <div className={styles.stop}>
      <Notice kind="attention" title={title} role="status">
        {children}
      </Notice>
    </div>
  )
}
