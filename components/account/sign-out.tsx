'use client'
import { useState } from 'react'
import { Button } from '#components/button'
import { forgetSignedIn } from '../frame/known.ts'
import { sendToAuth } from './send.ts'

/** Ends the session here and on the server. */
export function SignOut({ label, offline, homeHref }: { label: string; offline: string; homeHref: string }) {
  const [error, setError] = useState<string | null>(null)
  const leave = async () => {
    const left = await sendToAuth('signout', {}, { offline, refused: offline })
    if (!left.ok) return setError(left.text)
    forgetSignedIn()
    window.location.assign(homeHref)
  }
  return (
    <>
      <Button onClick={leave}>{label}</Button>
      <p role="alert">{error}</p>
    </>
  )
}
