'use client'
/** The one red button of a contest: it knows by the API who presses it and what they have done here. */
import { useEffect, useState } from 'react'
import { fill } from '#core/fill'
import type { Locale } from '#core/locale'
import type { WireMe } from '#core/wire'
import type { Messages } from '#messages/zh'
import { Button, ButtonLink } from '../button.tsx'
import { maybeSignedIn } from '../frame/known.ts'
import { askIn, noLine } from '../paper/api.ts'
import { type Done, doneFrom, strangerDone } from './done.ts'
import styles from './start.module.css'

interface StartProps {
  slug: string
  locale: Locale
  /** Whether the contest is open; a closed one still shows one's own result. */
  open: boolean
  /** '10 分钟' */
  time: string
  words: Messages['contest']['start']
  hrefs: { signIn: string; region: string; attempts: string }
}

export function Start({ slug, locale, open, time, words, hrefs }: StartProps) {
  const [done, setDone] = useState<Done>(strangerDone)
  const [region, setRegion] = useState<string | null>(null)
  const [trouble, setTrouble] = useState('')
  const [busy, setBusy] = useState(false)
  const paperHref = (id: string) => `${hrefs.attempts}/${id}`

  useEffect(() => {
    if (!maybeSignedIn()) return
    const ask = askIn(locale)
    void ask<Parameters<typeof doneFrom>[0]>('GET', `/contests/${slug}/attempts`).then(
      answer => answer !== noLine && answer.ok && setDone(doneFrom(answer.body)),
    )
    void ask<WireMe>('GET', '/me').then(
      answer => answer !== noLine && answer.ok && setRegion(answer.body.region?.name[locale] ?? ''),
    )
  }, [slug, locale])

  const start = async () => {
    if (busy) return
    setBusy(true)
    setTrouble('')
    const answer = await askIn(locale)<{ attempt: { id: string } }>('POST', `/contests/${slug}/attempts`)
    if (answer === noLine) setTrouble(words.offline)
    else if (answer.ok) return location.assign(paperHref(answer.body.attempt.id))
    else if (answer.problem?.code === 'attempt-open') return location.assign(paperHref(String(answer.problem.attempt)))
    else if (answer.status === 401) return location.assign(hrefs.signIn)
    else if (answer.problem?.reason === 'region-needed') return location.assign(hrefs.region)
    else setTrouble(answer.problem?.detail ?? words.failed)
    setBusy(false)
  }

  const best = done.result && (
    <div className={styles.best}>
      <p className={styles.score}>{fill(words.score, { score: done.result.score, maximum: done.result.maximum })}</p>
      <ButtonLink wide href={`${paperHref(done.result.id)}/result`}>
        {words.result}
      </ButtonLink>
    </div>
  )
  if (!open) return best
  return (
    <div className={styles.start}>
      {best}
      {done.open ? (
        <ButtonLink kind="seal" wide href={paperHref(done.open)}>
          {words.resume}
        </ButtonLink>
      ) : done.left === 0 ? (
        <p className={styles.note}>{words.usedUp}</p>
      ) : region === '' ? (
        <ButtonLink kind="seal" wide href={hrefs.region}>
          {words.chooseRegion}
        </ButtonLink>
      ) : (
        <Button kind="seal" wide aria-disabled={busy} onClick={() => void start()}>
          {busy ? words.starting : done.result ? words.again : words.start}
        </Button>
      )}
      {!done.open && done.left !== 0 && <p className={styles.note}>{fill(words.time, { time })}</p>}
      {region && !done.result && !done.open && (
        <p className={styles.note}>
          {fill(words.asRegion, { region })} <a href={hrefs.region}>{words.change}</a>
        </p>
      )}
      <p className={styles.trouble} role="alert">
        {trouble}
      </p>
    </div>
  )
}
