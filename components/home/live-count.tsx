'use client'
import { useEffect, useState } from 'react'

interface LiveCountProps {
  slug: string
  /** As of the kept page. */
  participants: number
  /** '已有 {n} 人参加' */
  template: string
  /** Instead of a zero. */
  none: string
}

/** How often a page in view asks for the number, ms. */
const every = 20_000

/** The number of participants, kept fresh while somebody looks. */
export function LiveCount({ slug, participants, template, none }: LiveCountProps) {
  const [known, setKnown] = useState(participants)
  useEffect(() => {
    const ask = async () => {
      if (document.hidden) return
      const answer = await fetch(`/api/v1/contests/${slug}/counters`).catch(() => null)
      if (answer?.ok) setKnown(((await answer.json()) as { participants: number }).participants)
    }
    const timer = setInterval(ask, every)
    return () => clearInterval(timer)
  }, [slug])
  return known === 0 ? none : template.replace('{n}', known.toLocaleString('en-US'))
}
