'use client'
import { useRouter } from 'next/navigation'
import { type SubmitEvent, useState } from 'react'
import { Button, ButtonLink } from '#components/button'
import { Notice } from '#components/notice'
import type { ContestDraft } from '#core/contest/setup'
import { type WizardStep, wizard } from '#core/contest/wizard'
import { ask } from '../staff/ask.ts'
import { Errors } from '../staff/errors.tsx'
import type { FormCommon, FormError } from '../staff/use-form.ts'
import { FieldView } from './field-view.tsx'
import { idOf, type WizardForm, type WizardLists, type WizardWords } from './form.ts'
import { at, put } from './value.ts'
import styles from './wizard.module.css'

interface StepFormProps {
  locale: 'zh' | 'en'
  slug: string
  step: WizardStep
  draft: ContestDraft
  lists: WizardLists
  words: WizardWords & { save: string; saving: string; next: string; back: string; locked: string }
  frame: FormCommon
  /** The contest has opened: only words may change. */
  locked: boolean
  /** Address of the contests' pages; the contest's own follows. */
  contestsHref: string
  nextStep: WizardStep | null
  previousStep: WizardStep | null
}

/** Once a contest has opened these may still be mended. */
const openFields = new Set(['title', 'summary'])

/** One step: its fields, saved together, then the next step. */
export function StepForm(props: StepFormProps) {
  const { slug, step, words, frame, locked, contestsHref, nextStep, previousStep } = props
  const router = useRouter()
  const [draft, setDraft] = useState(props.draft)
  const [names, setNames] = useState(props.lists.organisations)
  const [wrongs, setWrongs] = useState<Readonly<Record<string, string>>>({})
  const [errors, setErrors] = useState<FormError[]>([])
  const [busy, setBusy] = useState(false)

  const form: Omit<WizardForm, 'locked'> = {
    read: path => at(draft, path),
    write: (path, value) => setDraft(known => put(known, path, value)),
    wrong: (path, text) => setWrongs(known => withWrong(known, path, text)),
    errorOf: path => errors.find(error => error.field === idOf(path))?.text ?? null,
    words,
    lists: { ...props.lists, organisations: names },
    errorPrefix: frame.errorPrefix,
    learn: known => setNames(held => ({ ...held, ...known })),
    Inner: FieldView,
  }

  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const own = Object.entries(wrongs).map(([path, text]) => ({ field: idOf(path), text }))
    if (own.length > 0) return setErrors(own)
    setBusy(true)
    const saved = await ask<{ slug: string }>(
      'PUT',
      `/api/v1/staff/contests/${encodeURIComponent(slug)}?locale=${props.locale}`,
      draft,
    )
    setBusy(false)
    if (!saved.ok) {
      const where = typeof saved.problem?.where === 'string' ? saved.problem.where : null
      return setErrors([{ ...(where && { field: idOf(where) }), text: saved.problem?.detail ?? frame.offline }])
    }
    setErrors([])
    const contest = `${contestsHref}/${encodeURIComponent(saved.body.slug)}`
    router.push(nextStep ? `${contest}/set-up/${nextStep}` : contest)
    router.refresh()
  }

  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <Errors errors={errors} frame={frame} />
      {locked && <Notice kind="attention">{words.locked}</Notice>}
      {wizard[step].map(field => (
        <FieldView
          key={field.at}
          field={field}
          path={field.at}
          form={{ ...form, locked: locked && !openFields.has(field.at) }}
        />
      ))}
      <p className={styles.acts}>
        <Button kind="seal" type="submit" aria-disabled={busy}>
          {busy ? words.saving : nextStep ? words.next : words.save}
        </Button>
        {previousStep && (
          <ButtonLink kind="quiet" href={`${contestsHref}/${encodeURIComponent(slug)}/set-up/${previousStep}`}>
            {words.back}
          </ButtonLink>
        )}
      </p>
    </form>
  )
}

function withWrong(known: Readonly<Record<string, string>>, path: string, text: string | null) {
  const { [path]: _taken, ...rest } = known
  return text === null ? rest : { ...rest, [path]: text }
}
