'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#components/button'
import { ask } from '../staff/ask.ts'

/** Takes extra time back. */
export function UndoExtra({ path, label, offline }: { path: string; label: string; offline: string }) {
  const router = useRouter()
  const [error, setError] = useState('')
  const undo = async () => {
    const done = await ask('POST', path, {})
    if (done.ok) router.refresh()
    else setError(done.problem?.detail ?? offline)
  }
  return (
    <>
      <Button kind="quiet" onClick={undo}>
        {label}
      </Button>
      <span role="alert">{error}</span>
    </>
  )
}
