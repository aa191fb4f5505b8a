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
  /** Nobody may begin now; the notice above says why. */
  paused: boolean
  /** '10 分钟' */
  time: string
  words: Messages['contest']['start']
  hrefs: { signIn: string; region: string; enter: string; attempts: string }
}

export function Start({ slug, locale, open, paused, time, words, hrefs }: StartProps) {
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
    else if (answer.problem?.code === 'entry-needed') return location.assign(hrefs.enter)
    else if (answer.problem?.code === 'not-eligible') setTrouble(words.outside[outsideFrom(answer.problem.reason)])
    else setTrouble(answer.problem?.detail ?? words.failed)
    setBusy(false)
  }

  const best = done.result && (
    <div className={styles.best}>
      <p className={styles.score}>
        {done.result.score === null
          ? words.scoreLater
          : fill(words.score, { score: done.result.score, maximum: done.result.maximum })}
      </p>
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
      ) : done.next ? (
        <p className={styles.note}>{stopWords(done.next, words, locale)}</p>
      ) : paused ? null : region === '' ? (
        <ButtonLink kind="seal" wide href={hrefs.region}>
          {words.chooseRegion}
        </ButtonLink>
      ) : (
        <Button kind="seal" wide aria-disabled={busy} onClick={() => void start()}>
          {busy ? words.starting : done.result ? words.again : words.start}
        </Button>
      )}
      {!done.open && !done.next && !paused && <p className={styles.note}>{fill(words.time, { time })}</p>}
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

/** Reasons for which somebody may never start, as the API names them. */
const outsideFrom = (reason: unknown): keyof StartProps['words']['outside'] =>
  reason === 'region-outside' ||
  reason === 'organisation-outside' ||
  reason === 'entered-before' ||
  reason === 'not-qualified'
    ? reason
    : 'not-invited'

/** Why not now, and when: in Shanghai, as everywhere. */
function stopWords({ why, at }: NonNullable<Done['next']>, words: StartProps['words'], locale: Locale): string {
  if (at === null) return why === 'not-qualified' ? words.outside['not-qualified'] : words.usedUp
  const when = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(at)
  return fill(words.nextAt, { when })
}
