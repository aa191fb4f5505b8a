'use client'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import type { Messages } from '#messages/zh'
import { ask, askWithFile } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

interface Parts {
  locale: 'zh' | 'en'
  text: Plain<Messages['campaign']>
  frame: FormCommon
}

/** One more picture of a draft, with words in both languages. */
export function AddPicture({ locale, activity, text, frame }: Parts & { activity: string }) {
  const router = useRouter()
  const at = useRef<HTMLFormElement>(null)
  const form = useForm(async fields => {
    const file = fields.get('picture')
    if (!(file instanceof File) || file.name === '') return [{ field: 'picture', text: text.pictureNeeded }]
    const about = new URLSearchParams({
      locale,
      altZh: said(fields, 'altZh'),
      altEn: said(fields, 'altEn'),
      illustration: String(fields.get('illustration') !== null),
    })
    const done = await askWithFile(`/api/v1/staff/activities/${encodeURIComponent(activity)}/pictures?${about}`, file)
    if (!done.ok) return [errorFrom(done.problem, frame.offline, wordless[String(done.problem?.where)] ?? 'picture')]
    at.current?.reset()
    router.refresh()
    return []
  })
  const field = (id: string) => ({ id, name: id, error: form.errorOf(id), errorPrefix: frame.errorPrefix })
  return (
    <form ref={at} className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <Field {...field('picture')} type="file" label={text.picture} accept="image/jpeg,image/png,image/webp" />
      <Field {...field('altZh')} label={text.altZh} hint={text.altHint} maxLength={200} />
      <Field {...field('altEn')} label={text.altEn} maxLength={200} lang="en" />
      <label className={styles.option}>
        <input type="checkbox" name="illustration" />
        <span>{text.isIllustration}</span>
      </label>
      <Button type="submit" aria-disabled={form.busy}>
        {form.busy ? text.adding : text.addPicture}
      </Button>
    </form>
  )
}

/** Which field the refusal `alt-needed` names. */
const wordless: Record<string, string> = { zh: 'altZh', en: 'altEn' }

/** Takes a picture out of a draft, once the person has said so twice. */
export function RemovePicture({ locale, id, name, text, frame }: Parts & { id: string; name: string }) {
  const router = useRouter()
  const [sure, setSure] = useState(false)
  const [error, setError] = useState('')
  const remove = async () => {
    if (!sure) return setSure(true)
    const done = await ask('POST', `/api/v1/staff/pictures/${encodeURIComponent(id)}/removal?locale=${locale}`, {})
    if (done.ok) router.refresh()
    else setError(done.problem?.detail ?? frame.offline)
  }
  return (
    <p className={styles.actions}>
      <Button kind="quiet" onClick={remove} aria-label={`${sure ? text.removeSure : text.removePicture}: ${name}`}>
        {sure ? text.removeSure : text.removePicture}
      </Button>
      {sure && (
        <Button kind="quiet" onClick={() => setSure(false)}>
          {text.cancel}
        </Button>
      )}
      <span role="alert">{error}</span>
    </p>
  )
}
