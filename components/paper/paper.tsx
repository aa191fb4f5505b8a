'use client'
/** The paper's island: fetches the attempt, then hands it to the sheet. */
import { useCallback, useEffect, useState } from 'react'
import { type Sync, syncFrom } from '#core/attempt/countdown'
import type { Locale } from '#core/locale'
import type { WireAttempt, WireClock } from '#core/wire'
import { Button, ButtonLink } from '../button.tsx'
import { Notice } from '../notice.tsx'
import { type Ask, askIn, noLine, passing } from './api.ts'
import { OneWay } from './one-way.tsx'
import styles from './paper.module.css'
import { Sheet } from './sheet.tsx'
import { useLook } from './use-look.ts'
import { leftInWords, type Words } from './words.ts'

interface PaperProps {
  attempt: string
  locale: Locale
  words: Words
  hrefs: { contest: string; result: string; signIn: string }
}

type Fetched =
  | { kind: 'loading' }
  /** `again`: another try may go better, and the page makes it by itself. */
  | { kind: 'failed'; why: string; again: boolean }
  /** `left`: what is left on the clock that stands still, ms; null before the server has said so. */
  | { kind: 'paused'; left: number | null }
  | { kind: 'here'; wire: WireAttempt; sync: Sync; round: number }

export function Paper({ attempt, locale, words, hrefs }: PaperProps) {
  const [ask] = useState<Ask>(() => askIn(locale))
  const [fetched, setFetched] = useState<Fetched>({ kind: 'loading' })

  const load = useCallback(async () => {
    const answer = await ask<WireAttempt>('GET', `/attempts/${attempt}`)
    // Who waits for the contest to go on is asked for nothing when a look fails: the next one follows.
    const failed = (why: string) =>
      setFetched(known => (known.kind === 'paused' ? known : { kind: 'failed', why, again: passing(answer) }))
    if (answer === noLine) return failed(words.failedNoLine)
    if (answer.status === 401) return location.replace(hrefs.signIn)
    if (!answer.ok) return failed(answer.problem?.detail || answer.problem?.title || '')
    if (answer.body.attempt.finishedAt !== null) return location.replace(hrefs.result)
    setFetched(known => shown(known, answer))
  }, [ask, attempt, words, hrefs])

  useEffect(() => {
    void load()
  }, [load])

  const paused = useCallback(() => setFetched({ kind: 'paused', left: null }), [])

  const look = async () => {
    if (fetched.kind === 'failed') return load()
    const answer = await ask<WireClock>('GET', `/attempts/${attempt}/clock`)
    if (answer === noLine || !answer.ok) return
    const { heldAt, deadlineAt, over } = answer.body
    if (heldAt !== null) return setFetched({ kind: 'paused', left: deadlineAt - heldAt })
    const known = fetched.kind === 'here' ? fetched.wire.attempt.deadlineAt : null
    if (over || known !== deadlineAt) await load()
  }
  useLook(betweenLooks(fetched), look)

  const clockMoved = useCallback(
    async (deadlineAt: number) => {
      const answer = await ask<WireAttempt>('GET', `/attempts/${attempt}`)
      if (answer === noLine || !answer.ok) return false
      const now = answer.body.attempt
      if (now.finishedAt !== null || (now.heldAt === null && now.deadlineAt <= deadlineAt)) return false
      setFetched(known => shown(known, answer))
      return true
    },
    [ask, attempt],
  )

  const takeOver = useCallback(async () => {
    const answer = await ask('POST', `/attempts/${attempt}/device`)
    if (answer !== noLine && answer.ok) await load()
  }, [ask, attempt, load])

  if (fetched.kind === 'loading') return <p role="status">{words.loading}</p>
  if (fetched.kind === 'paused')
    return (
      <div className={`wrap flow ${styles.failed}`}>
        <h1>{words.paused}</h1>
        <Notice kind="attention" role="status">
          {words.pausedWhy}
        </Notice>
        {fetched.left !== null && <p className={styles.left}>{leftInWords(words, fetched.left)}</p>}
      </div>
    )
  if (fetched.kind === 'failed')
    return (
      <div className={`wrap flow ${styles.failed}`}>
        <h1>{words.failed}</h1>
        <Notice kind="attention" role="alert">
          {fetched.why} {fetched.again && words.triesAgain}
        </Notice>
        <Button kind="seal" onClick={() => void load()}>
          {words.tryAgain}
        </Button>
        <ButtonLink kind="quiet" href={hrefs.contest}>
          {words.toContest}
        </ButtonLink>
      </div>
    )
  if (fetched.wire.oneWay)
    return (
      <OneWay
        key={fetched.round}
        wire={fetched.wire}
        sync={fetched.sync}
        reload={load}
        {...{ ask, words, hrefs, takeOver, clockMoved }}
      />
    )
  return (
    <Sheet
      key={fetched.round}
      wire={fetched.wire}
      firstSync={fetched.sync}
      ask={ask}
      words={words}
      hrefs={hrefs}
      takeOver={takeOver}
      paused={paused}
      clockMoved={clockMoved}
    />
  )
}

/**
 * In ms. When a contest goes on, so do the clocks: whoever waits for it looks more often than whoever reads. Papers
 * without a way back cannot be paused, and would lose a choice that was not sent yet.
 */
function betweenLooks(fetched: Fetched): number | null {
  if (fetched.kind === 'paused') return 4000
  if (fetched.kind === 'failed') return fetched.again ? 3000 : null
  return fetched.kind === 'here' && !fetched.wire.oneWay ? 20_000 : null
}

/** The paper, or that its clock stands still. */
function shown(
  known: Fetched,
  { body, sentAt, receivedAt }: { body: WireAttempt; sentAt: number; receivedAt: number },
) {
  const { heldAt, deadlineAt } = body.attempt
  if (heldAt !== null) return { kind: 'paused', left: deadlineAt - heldAt } as const
  const round = known.kind === 'here' ? known.round + 1 : 0
  return { kind: 'here', wire: body, sync: syncFrom(body.serverNow, sentAt, receivedAt), round } as const
}
