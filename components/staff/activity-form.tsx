'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Area, Select } from '#components/area'
import { Button } from '#components/button'
import { Field } from '#components/field'
import type { ActivityDraft } from '#core/activity/activity'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

interface ActivityFormProps {
  locale: 'zh' | 'en'
  campaign: string
  /** The draft that is edited, and when it had last changed; null: a new one. */
  edited: { id: string; seen: number } | null
  draft: ActivityDraft
  regions: { value: string; label: string }[]
  departments: { value: string; label: string }[]
  /** Where reports are, for a new one's address. */
  activitiesHref: string
  text: Plain<Messages['campaign']>
  frame: FormCommon
}

/** A report as a draft. */
export function ActivityForm(props: ActivityFormProps) {
  const { locale, campaign, edited, draft, text, frame } = props
  const router = useRouter()
  const [seen, setSeen] = useState(edited?.seen ?? 0)
  const [saved, setSaved] = useState(false)
  const [unsaved, setUnsaved] = useState(false)
  const form = useForm(async fields => {
    setSaved(false)
    const written = readActivity(fields)
    const done = edited
      ? await ask<{ updatedAt: number }>(
          'PUT',
          `/api/v1/staff/activities/${encodeURIComponent(edited.id)}?locale=${locale}`,
          { ...written, seen },
        )
      : await ask<{ id: string }>(
          'POST',
          `/api/v1/staff/campaigns/${encodeURIComponent(campaign)}/activities?locale=${locale}`,
          written,
        )
    if (!done.ok) return [errorFrom(done.problem, frame.offline, String(done.problem?.where ?? 'title'))]
    if ('id' in done.body) window.location.assign(`${props.activitiesHref}/${done.body.id}`)
    else {
      setSeen(done.body.updatedAt)
      setSaved(true)
      setUnsaved(false)
      router.refresh()
    }
    return []
  })
  const changed = () => {
    setSaved(false)
    setUnsaved(true)
  }
  const field = (id: string) => ({ id, name: id, error: form.errorOf(id), errorPrefix: frame.errorPrefix })
  return (
    <form
      className={styles.form}
      onSubmit={form.submit}
      noValidate
      onChange={changed}
      data-unsaved={unsaved || undefined}
    >
      <Errors errors={form.errors} frame={frame} />
      <Field {...field('title')} label={text.heading} defaultValue={draft.title.zh} maxLength={80} />
      <div className={styles.pair}>
        <Field
          {...field('day')}
          type="date"
          label={text.day}
          hint={text.dayHint}
          defaultValue={draft.day ?? ''}
          length={20}
        />
        <Select {...field('region')} label={text.region} options={props.regions} defaultValue={draft.region ?? ''} />
        <Select
          {...field('department')}
          label={text.department}
          options={props.departments}
          defaultValue={draft.department ?? ''}
        />
      </div>
      <Area
        {...field('summary')}
        label={text.summary}
        hint={text.summaryHint}
        defaultValue={draft.summary.zh}
        maxLength={300}
      />
      <Area
        {...field('body')}
        label={text.body}
        hint={text.bodyHint}
        defaultValue={draft.body.zh}
        rows={12}
        maxLength={8000}
      />
      <fieldset className={styles.step}>
        <legend>{text.inEnglish}</legend>
        <Field {...field('titleEn')} label={text.heading} defaultValue={draft.title.en} maxLength={160} lang="en" />
        <Area {...field('summaryEn')} label={text.summary} defaultValue={draft.summary.en} maxLength={600} lang="en" />
        <Area
          {...field('bodyEn')}
          label={text.body}
          defaultValue={draft.body.en}
          rows={8}
          maxLength={16000}
          lang="en"
        />
      </fieldset>
      <div className={styles.actions}>
        <Button kind={edited ? 'plain' : 'seal'} type="submit" aria-disabled={form.busy}>
          {form.busy ? text.saving : text.saveDraft}
        </Button>
        <span role="status">{saved ? text.savedDraft : ''}</span>
      </div>
    </form>
  )
}

function readActivity(fields: FormData): ActivityDraft {
  const both = (name: string) => ({ zh: said(fields, name), en: said(fields, `${name}En`) })
  return {
    day: said(fields, 'day') || null,
    region: said(fields, 'region') || null,
    department: said(fields, 'department') || null,
    title: both('title'),
    summary: both('summary'),
    body: both('body'),
  }
}
