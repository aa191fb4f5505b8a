'use client'
/** The reader's own place on a board. Kept pages know nobody, so it is asked of the API, once a page. */
import { useEffect, useState } from 'react'
import type { Locale } from '#core/locale'
import type { WirePersonRow, WireStandings } from '#core/wire'
import { maybeSignedIn } from '../frame/known.ts'
import { askIn, noLine } from '../paper/api.ts'

const asked = new Map<string, Promise<WirePersonRow | null | typeof noLine>>()

/** @param region people of one district only @param scope a stage or a day; null: the whole contest */
export function useMine(
  slug: string,
  region: string | null,
  scope: string | null,
  locale: Locale,
): WirePersonRow | null {
  const [mine, setMine] = useState<WirePersonRow | null>(null)
  useEffect(() => {
    if (!maybeSignedIn()) return
    const path = `/contests/${slug}/standings?by=person&limit=1${region ? `&region=${region}` : ''}${scope ? `&scope=${scope}` : ''}`
    const look = async () => {
      const answer = asked.get(path) ?? ask(path, locale)
      asked.set(path, answer)
      const found = await answer
      if (found === noLine) asked.delete(path)
      else setMine(found)
    }
    void look()
    // Whoever had no line is shown the own place as soon as there is one.
    window.addEventListener('online', look)
    return () => window.removeEventListener('online', look)
  }, [slug, region, scope, locale])
  return mine
}

async function ask(path: string, locale: Locale): Promise<WirePersonRow | null | typeof noLine> {
  const answer = await askIn(locale)<WireStandings>('GET', path)
  if (answer === noLine) return noLine
  return answer.ok ? answer.body.me : null
}
