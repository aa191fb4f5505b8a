'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { TextArea } from '#components/text-area'
import { momentFrom, momentOf } from '#core/contest/moment'
import { ask } from '../staff/ask.ts'
import { Errors } from '../staff/errors.tsx'
import { errorFrom, type FormCommon, type FormError } from '../staff/use-form.ts'
import styles from './watch.module.css'

interface ActFormProps {
  /** '/api/v1/staff/contests/slug' */
  base: string
  locale: 'zh' | 'en'
  paused: boolean
  closesAt: number
  text: Record<
    | 'words'
    | 'wordsEn'
    | 'wordsHint'
    | 'wordsNeeded'
    | 'pause'
    | 'pauseAsk'
    | 'resume'
    | 'extendDo'
    | 'undoExtension'
    | 'closesAt',
    string
  >
  frame: FormCommon
  dateHint: string
}

/** Pause, go on, extend: first the words that everybody reads, then the act. */
export function ActForm({ base, locale, paused, closesAt, text, frame, dateHint }: ActFormProps) {
  const router = useRouter()
  const [words, setWords] = useState({ zh: '', en: '' })
  const [until, setUntil] = useState(momentOf(closesAt))
  const [errors, setErrors] = useState<FormError[]>([])
  const [busy, setBusy] = useState(false)
  const act = async (path: string, more: Record<string, number> = {}, question?: string) => {
    if (busy) return
    if (words.zh.trim().length < 4) return setErrors([{ field: 'words', text: text.wordsNeeded }])
    if (question && !window.confirm(question)) return
    setBusy(true)
    const done = await ask('POST', `${base}/${path}?locale=${locale}`, { words, ...more })
    setBusy(false)
    if (!done.ok) return setErrors([errorFrom(done.problem, frame.offline, 'words')])
    setErrors([])
    setWords({ zh: '', en: '' })
    router.refresh()
  }
  const extend = (event: FormEvent) => {
    event.preventDefault()
    const instant = momentFrom(until)
    if (instant !== null) void act('extension', { closesAt: instant })
  }
  const error = errors.find(one => one.field === 'words')?.text
  return (
    <form className={styles.form} onSubmit={extend} noValidate>
      <Errors errors={errors} frame={frame} />
      <TextArea
        id="words"
        label={text.words}
        hint={text.wordsHint}
        error={error}
        errorPrefix={frame.errorPrefix}
        rows={2}
        maxLength={500}
        value={words.zh}
        onChange={event => setWords({ ...words, zh: event.target.value })}
      />
      <TextArea
        id="words-en"
        label={text.wordsEn}
        rows={2}
        maxLength={1000}
        lang="en"
        value={words.en}
        onChange={event => setWords({ ...words, en: event.target.value })}
      />
      <p className={styles.row}>
        {paused ? (
          <Button kind="seal" aria-disabled={busy} onClick={() => void act('resumption')}>
            {text.resume}
          </Button>
        ) : (
          <Button aria-disabled={busy} onClick={() => void act('pause', {}, text.pauseAsk)}>
            {text.pause}
          </Button>
        )}
      </p>
      <Field
        id="until"
        label={text.closesAt}
        hint={dateHint}
        type="datetime-local"
        length={20}
        value={until}
        onChange={event => setUntil(event.target.value)}
      />
      <p className={styles.row}>
        <Button type="submit" aria-disabled={busy}>
          {text.extendDo}
        </Button>
        <Button kind="quiet" aria-disabled={busy} onClick={() => void act('extension/undoing')}>
          {text.undoExtension}
        </Button>
      </p>
    </form>
  )
}
