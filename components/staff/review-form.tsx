'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, useForm } from './use-form.ts'

interface ReviewFormProps {
  locale: 'zh' | 'en'
  id: string
  /** Whether the reader marked it: then somebody else reviews. */
  isOwn: boolean
  items: { subject: 'entry' | 'question'; id: string; label: string; href: string; reviewed: string | null }[]
  text: Plain<Messages['upkeep']>
  frame: FormCommon
}

/** What an amended article touches: ticked off by a second person, or taken back by whoever marked it. */
export function ReviewForm({ locale, id, isOwn, items, text, frame }: ReviewFormProps) {
  const router = useRouter()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const waiting = items.filter(item => item.reviewed === null)
  const keyOf = (item: { subject: string; id: string }) => `${item.subject} ${item.id}`
  const address = `/api/v1/staff/amendments/${encodeURIComponent(id)}`
  const form = useForm(async () => {
    const picked = waiting.filter(item => chosen.has(keyOf(item))).map(({ subject, id }) => ({ subject, id }))
    if (picked.length === 0) return [{ text: text.chooseSome }]
    const done = await ask('POST', `${address}/reviews?locale=${locale}`, { items: picked })
    if (!done.ok) return [errorFrom(done.problem, frame.offline)]
    setChosen(new Set())
    router.refresh()
    return []
  })
  const toggle = (keys: string[], isOn: boolean) => {
    const next = new Set(chosen)
    for (const key of keys) isOn ? next.add(key) : next.delete(key)
    setChosen(next)
  }
  const mayReview = !isOwn && waiting.length > 0
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      {isOwn && waiting.length > 0 && <p className={styles.hint}>{text.ownMark}</p>}
      <fieldset className={styles.choice}>
        <legend className="spoken">{text.waiting}</legend>
        {mayReview && (
          <label className={styles.option}>
            <input
              type="checkbox"
              checked={waiting.every(item => chosen.has(keyOf(item)))}
              onChange={event => toggle(waiting.map(keyOf), event.target.checked)}
            />
            {text.all}
          </label>
        )}
        {items.map(item => (
          <div key={keyOf(item)} className={styles.option}>
            {mayReview && item.reviewed === null && (
              <input
                type="checkbox"
                aria-label={item.label}
                checked={chosen.has(keyOf(item))}
                onChange={event => toggle([keyOf(item)], event.target.checked)}
              />
            )}
            <span>
              <a href={item.href}>{item.label}</a>
              {item.reviewed && (
                <>
                  {' '}
                  <small>{item.reviewed}</small>
                </>
              )}
            </span>
          </div>
        ))}
      </fieldset>
      {mayReview && (
        <Button kind="seal" type="submit" aria-disabled={form.busy}>
          {form.busy ? text.reviewing : text.review}
        </Button>
      )}
      {waiting.length === items.length && <TakeBack {...{ locale, address, text, offline: frame.offline }} />}
    </form>
  )
}

/** While nothing has been reviewed. Asks twice. */
function TakeBack({
  locale,
  address,
  text,
  offline,
}: Pick<ReviewFormProps, 'locale' | 'text'> & { address: string; offline: string }) {
  const router = useRouter()
  const [isSure, setSure] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const press = async () => {
    if (!isSure) return setSure(true)
    const done = await ask('POST', `${address}/taking-back?locale=${locale}`, {})
    if (done.ok) router.refresh()
    else setError(done.problem?.detail ?? offline)
  }
  return (
    <p className={styles.actions}>
      <Button kind="quiet" type="button" onClick={press}>
        {isSure ? text.takeBackSure : text.takeBack}
      </Button>
      <span role="alert">{error}</span>
    </p>
  )
}
