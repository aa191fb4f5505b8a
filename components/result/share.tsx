'use client'
import { type SubmitEvent, useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import type { Messages } from '#messages/zh'
import styles from './share.module.css'

interface ShareProps {
  locale: 'zh' | 'en'
  attempt: string
  /** What the picture says, for those who do not see it. */
  alt: string
  /** Whether there is a district to show. */
  hasDistrict: boolean
  text: Plain<Messages['share']> & { offline: string; errorPrefix: string }
}

/** Makes a picture of the result; the nickname is asked for anew each time and goes nowhere else. */
export function Share({ locale, attempt, alt, hasDistrict, text }: ShareProps) {
  const [picture, setPicture] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const make = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const fields = new FormData(event.currentTarget)
    setBusy(true)
    setError(null)
    const wish = { nickname: String(fields.get('nickname') ?? ''), district: fields.get('district') !== null }
    const answer = await fetch(`/api/v1/attempts/${encodeURIComponent(attempt)}/share-picture?locale=${locale}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish),
    }).catch(() => null)
    if (answer?.ok) setPicture(await asDataUrl(await answer.blob()))
    else setError(((await answer?.json().catch(() => null)) as { detail?: string } | null)?.detail ?? text.offline)
    setBusy(false)
  }
  return (
    <section className={styles.share}>
      <h2>{text.title}</h2>
      <p>{text.why}</p>
      <form className={styles.form} onSubmit={make} noValidate>
        <Field
          id="nickname"
          name="nickname"
          label={text.nickname}
          hint={text.nicknameHint}
          error={error}
          errorPrefix={text.errorPrefix}
          length={20}
          maxLength={24}
          autoComplete="off"
        />
        {hasDistrict && (
          <label className={styles.option}>
            <input type="checkbox" name="district" defaultChecked />
            <span>{text.district}</span>
          </label>
        )}
        <Button type="submit" aria-disabled={busy}>
          {busy ? text.making : text.make}
        </Button>
      </form>
      <div role="status">
        {picture && (
          <figure className={styles.picture}>
            <img src={picture} alt={alt} width="900" height="1200" />
            <figcaption>
              {text.hold}{' '}
              <a href={picture} download="ip-contest.png">
                {text.save}
              </a>
            </figcaption>
          </figure>
        )}
      </div>
    </section>
  )
}

/** Not a blob: address, which the policy of pages does not let a picture have; phones also save this one by a long press. */
const asDataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
