'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Select } from '#components/area'
import { Button } from '#components/button'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

interface AreaFormProps {
  locale: 'zh' | 'en'
  login: string
  /** '小王的报道范围' */
  label: string
  region: string
  department: string
  regions: { value: string; label: string }[]
  departments: { value: string; label: string }[]
  text: Plain<Messages['campaign']>
  frame: FormCommon
}

/** For whom a reporter reports. */
export function AreaForm(props: AreaFormProps) {
  const { locale, login, label, regions, departments, text, frame } = props
  const router = useRouter()
  const [saved, setSaved] = useState(false)
  const form = useForm(async fields => {
    const area = {
      region: said(fields, `region-${login}`) || null,
      department: said(fields, `department-${login}`) || null,
    }
    const done = await ask('PUT', `/api/v1/staff/${encodeURIComponent(login)}/area?locale=${locale}`, area)
    if (!done.ok) return [errorFrom(done.problem, frame.offline, `region-${login}`)]
    setSaved(true)
    router.refresh()
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit} onChange={() => setSaved(false)} aria-label={label}>
      <Errors errors={form.errors} frame={frame} />
      <div className={styles.pair}>
        <Select id={`region-${login}`} label={text.region} options={regions} defaultValue={props.region} />
        <Select
          id={`department-${login}`}
          label={text.department}
          options={departments}
          defaultValue={props.department}
        />
        <div className={styles.actions}>
          <Button type="submit" aria-disabled={form.busy}>
            {text.areaSave}
          </Button>
          <span role="status">{saved ? text.savedDraft : ''}</span>
        </div>
      </div>
    </form>
  )
}
