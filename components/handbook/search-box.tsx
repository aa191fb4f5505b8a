'use client'
import { useEffect, useRef, useState } from 'react'
import { paths } from '#app/paths'
import { Button } from '#components/button'
import type { Locale } from '#core/locale'
import type { WireSearch } from '#core/wire-learning'
import { Found, type SearchWords } from './found'
import styles from './search-box.module.css'

interface SearchBoxProps {
  /** What the address asked for, and its answer; nothing on the handbook's front page. */
  query?: string
  answer?: WireSearch | null
  /** The page's heading says what the field is for: only ears get the label. */
  labelSpoken?: boolean
  locale: Locale
  words: SearchWords
}

/** After so long without a key, in milliseconds, the handbook is asked. */
const pause = 120
/** More is not sent while typing; the server reads no more of it either. */
const mostLetters = 200

/** Searches while one types; without scripts it is a form like any other. */
export function SearchBox({ query = '', answer = null, labelSpoken = false, locale, words }: SearchBoxProps) {
  const [shown, setShown] = useState({ query, answer })
  const [sought, setSought] = useState(query)
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    const asking = new AbortController()
    const timer = setTimeout(async () => {
      const found = sought.trim() === '' ? null : await ask(sought, locale, asking.signal)
      if (!asking.signal.aborted) setShown({ query: sought, answer: found })
    }, pause)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [sought, locale])

  return (
    <search className={styles.search}>
      <form action={paths.search(locale)} method="get">
        <label className={labelSpoken ? 'spoken' : styles.label} htmlFor="handbook-search">
          {words.search}
        </label>
        <p className={styles.hint} id="handbook-search-hint">
          {words.searchHint}
        </p>
        <div className={styles.line}>
          <input
            id="handbook-search"
            className={styles.input}
            type="search"
            name="q"
            enterKeyHint="search"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-describedby="handbook-search-hint"
            value={sought}
            onChange={event => setSought(event.target.value)}
          />
          <Button type="submit">{words.find}</Button>
        </div>
      </form>
      {shown.answer && <Found answer={shown.answer} query={shown.query} locale={locale} words={words} />}
    </search>
  )
}

/** @returns null when there was no answer: the form still leads to the page of results */
async function ask(query: string, locale: Locale, signal: AbortSignal): Promise<WireSearch | null> {
  const address = `/api/v1/handbook/search?${new URLSearchParams({ q: query.slice(0, mostLetters), locale })}`
  const answer = await fetch(address, { signal }).catch(() => null)
  return answer?.ok ? ((await answer.json()) as WireSearch) : null
}
