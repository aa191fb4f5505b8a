'use client'
import { useEffect, useState } from 'react'
import type { WireChecked, WireWritten } from '#core/wire-bank'
import { ask } from './ask.ts'

/** As long as somebody types, nothing is asked. */
const pause = 700

/** What a machine sees of a question, a moment after each change. @returns null before the first change */
export function useChecks(locale: 'zh' | 'en', id: string | null, written: WireWritten, isChanged: boolean) {
  const [checked, setChecked] = useState<WireChecked | null>(null)
  useEffect(() => {
    if (!isChanged) return
    let isLatest = true
    const later = setTimeout(async () => {
      const answer = await ask<WireChecked>('POST', `/api/v1/questions/checks?locale=${locale}`, { id, written })
      if (isLatest && answer.ok) setChecked(answer.body)
    }, pause)
    return () => {
      isLatest = false
      clearTimeout(later)
    }
  }, [locale, id, written, isChanged])
  return checked
}
