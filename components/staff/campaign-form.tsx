'use client'
import type { Plain } from '#app/plain'
import { Area } from '#components/area'
import { Button } from '#components/button'
import { Field } from '#components/field'
import type { CampaignDraft } from '#core/activity/campaign'
import { fill } from '#core/fill'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { lineOf, readCampaign } from './campaign-fields.ts'
import { Choice } from './choice.tsx'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, useForm } from './use-form.ts'

interface CampaignFormProps {
  locale: 'zh' | 'en'
  /** Address of the campaign that is changed; null: a new one. */
  slug: string | null
  draft: CampaignDraft
  contests: { value: string; label: string }[]
  homeHref: string
  /** '{name}（英文）', and what a wrong calendar line says with its {line}. */
  templates: { english: string; itemWrong: string }
  text: Plain<Messages['campaign']>
  frame: FormCommon
}

/** Fields that the API's refusal `campaign-incomplete` names, and where they stand in this form. */
const fieldOf: Record<string, string> = {
  days: 'fromDay',
  items: 'items',
  slug: 'slug',
  title: 'title',
  slogan: 'slogan',
}

/** A campaign on one page: its words, its days, its calendar, its contests. */
export function CampaignForm({ locale, slug, draft, contests, homeHref, templates, text, frame }: CampaignFormProps) {
  const form = useForm(async fields => {
    const read = readCampaign(fields)
    if ('line' in read) return [{ field: 'items', text: fill(templates.itemWrong, read) }]
    const path = `/api/v1/staff/campaigns${slug === null ? '' : `/${encodeURIComponent(slug)}`}?locale=${locale}`
    const saved = await ask<{ slug: string }>(slug === null ? 'POST' : 'PUT', path, read.draft)
    if (!saved.ok) return [errorFrom(saved.problem, frame.offline, fieldOf[String(saved.problem?.where)] ?? 'slug')]
    window.location.assign(`${homeHref}/${saved.body.slug}`)
    return []
  })
  const field = (id: string) => ({ id, name: id, error: form.errorOf(id), errorPrefix: frame.errorPrefix })
  const english = (name: string) => fill(templates.english, { name })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <Field {...field('title')} label={text.fieldTitle} defaultValue={draft.title.zh} maxLength={120} />
      <Field {...field('titleEn')} label={english(text.fieldTitle)} defaultValue={draft.title.en} maxLength={120} />
      <Field
        {...field('slug')}
        label={text.fieldSlug}
        hint={text.fieldSlugHint}
        defaultValue={draft.slug}
        autoCapitalize="none"
        maxLength={60}
      />
      <Field {...field('slogan')} label={text.fieldSlogan} defaultValue={draft.slogan.zh} maxLength={200} />
      <Field {...field('sloganEn')} label={english(text.fieldSlogan)} defaultValue={draft.slogan.en} maxLength={200} />
      <Field {...field('theme')} label={text.fieldTheme} defaultValue={draft.theme.zh} maxLength={200} />
      <Field {...field('themeEn')} label={english(text.fieldTheme)} defaultValue={draft.theme.en} maxLength={200} />
      <Area {...field('lead')} label={text.fieldLead} defaultValue={draft.lead.zh} maxLength={600} />
      <Area {...field('leadEn')} label={english(text.fieldLead)} defaultValue={draft.lead.en} maxLength={600} />
      <Field
        {...field('year')}
        label={text.fieldYear}
        defaultValue={draft.year}
        inputMode="numeric"
        length={8}
        maxLength={4}
      />
      <div className={styles.pair}>
        <Field
          {...field('fromDay')}
          type="date"
          label={text.fieldFrom}
          defaultValue={draft.fromDay ?? ''}
          length={20}
        />
        <Field {...field('toDay')} type="date" label={text.fieldTo} defaultValue={draft.toDay ?? ''} length={20} />
      </div>
      <Area
        {...field('items')}
        label={text.fieldItems}
        hint={text.fieldItemsHint}
        defaultValue={draft.items.map(lineOf).join('\n')}
        rows={8}
      />
      {contests.length > 0 && (
        <Choice name="contests" legend={text.fieldContests} several chosen={draft.contests} options={contests} />
      )}
      <Button kind="seal" type="submit" aria-disabled={form.busy}>
        {form.busy ? text.saving : text.saveCampaign}
      </Button>
    </form>
  )
}
