'use client'
import { useEffect, useState } from 'react'
import type { WireMe } from '#core/wire'
import styles from './header.module.css'
import { forgetSignedIn, maybeSignedIn } from './known.ts'

interface AccountProps {
  signInHref: string
  meHref: string
  signIn: string
  me: string
}

/** Kept pages know nobody: who may be signed in is asked of the API, and strangers cost no request. */
export function Account({ signInHref, meHref, signIn, me }: AccountProps) {
  const [who, setWho] = useState<WireMe | null>(null)
  useEffect(() => {
    if (maybeSignedIn()) void askMe().then(setWho)
  }, [])
  return who ? (
    <a className={styles.account} href={meHref}>
      {who.name ?? me}
    </a>
  ) : (
    <a className={styles.account} href={signInHref}>
      {signIn}
    </a>
  )
}

async function askMe(): Promise<WireMe | null> {
  const answer = await fetch('/api/v1/me', { headers: { accept: 'application/json' } }).catch(() => null)
  if (answer?.status === 401) forgetSignedIn()
  return answer?.ok ? ((await answer.json()) as WireMe) : null
}
