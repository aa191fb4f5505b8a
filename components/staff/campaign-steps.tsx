'use client'
import { useRouter } from 'next/navigation'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

interface Parts {
  locale: 'zh' | 'en'
  text: Plain<Messages['campaign']>
  frame: FormCommon
}

/** Makes a campaign public, or takes it off the site. */
export function ShowCampaign({ locale, slug, published, text, frame }: Parts & { slug: string; published: boolean }) {
  const router = useRouter()
  const form = useForm(async () => {
    const path = `/api/v1/staff/campaigns/${encodeURIComponent(slug)}/published?locale=${locale}`
    const done = await ask('PUT', path, { published: !published })
    if (!done.ok) return [errorFrom(done.problem, frame.offline)]
    router.refresh()
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit}>
      <Errors errors={form.errors} frame={frame} />
      <div className={styles.actions}>
        <Button kind={published ? 'plain' : 'seal'} type="submit" aria-disabled={form.busy}>
          {published ? text.hideCampaign : text.publishCampaign}
        </Button>
        {!published && <span className={styles.hint}>{text.publishWhy}</span>}
      </div>
    </form>
  )
}

/** One more department that reports. */
export function AddDepartment({ locale, text, frame }: Parts) {
  const router = useRouter()
  const form = useForm(async fields => {
    const name = { zh: said(fields, 'departmentName'), en: said(fields, 'departmentNameEn') }
    const done = await ask('POST', `/api/v1/staff/departments?locale=${locale}`, {
      slug: said(fields, 'departmentSlug'),
      name,
    })
    if (!done.ok)
      return [
        errorFrom(done.problem, frame.offline, done.problem?.where === 'name' ? 'departmentName' : 'departmentSlug'),
      ]
    router.refresh()
    return []
  })
  const field = (id: string) => ({ id, name: id, error: form.errorOf(id), errorPrefix: frame.errorPrefix, length: 20 })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <Field {...field('departmentName')} label={text.departmentName} maxLength={80} />
      <Field {...field('departmentNameEn')} label={text.departmentNameEn} maxLength={80} />
      <Field {...field('departmentSlug')} label={text.departmentSlug} maxLength={40} autoCapitalize="none" />
      <Button type="submit" aria-disabled={form.busy}>
        {text.addDepartment}
      </Button>
    </form>
  )
}
