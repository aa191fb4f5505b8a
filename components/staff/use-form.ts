'use client'
import { type SubmitEvent, useState } from 'react'
import type { Plain } from '#app/plain'
import type { Problem } from '#core/wire'
import type { Messages } from '#messages/zh'

/** What every form says. */
export type FormCommon = Plain<Messages['frame']> & { errorsMany: string }

export interface FormError {
  field?: string
  text: string
}

export interface FormState {
  busy: boolean
  errors: FormError[]
  /** Words for a field's own line. */
  errorOf(field: string): string | null
  submit(event: SubmitEvent<HTMLFormElement>): Promise<void>
}

/**
 * One form: while it is being sent it cannot be sent again; what came back stands on top and beside its fields.
 * @param send gets the fields and which button was pressed; gives the errors; none when all is well (then the page usually moves on)
 */
export function useForm(send: (fields: FormData, by: HTMLButtonElement | null) => Promise<FormError[]>): FormState {
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<FormError[]>([])
  return {
    busy,
    errors,
    errorOf: field => errors.find(error => error.field === field)?.text ?? null,
    async submit(event) {
      event.preventDefault()
      if (busy) return
      const fields = new FormData(event.currentTarget)
      const { submitter } = event.nativeEvent as unknown as { submitter?: HTMLElement | null }
      const by = submitter instanceof HTMLButtonElement ? submitter : null
      setBusy(true)
      const found = await send(fields, by).catch((): FormError[] => [{ text: '' }])
      setErrors(found)
      setBusy(false)
    },
  }
}

/** A refusal of the API as the error of a form. @param offline words for when no answer came */
export const errorFrom = (problem: Problem | null, offline: string, field?: string): FormError => ({
  ...(field && { field }),
  text: problem?.detail ?? offline,
})

export const said = (fields: FormData, name: string): string => String(fields.get(name) ?? '').trim()
