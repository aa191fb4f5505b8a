'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { Notice } from '#components/notice'
import type { ExportKind } from '#core/prize/export'
import type { Messages } from '#messages/zh'
import { ask } from '../ask.ts'
import { Choice } from '../choice.tsx'
import { Errors } from '../errors.tsx'
import styles from '../staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from '../use-form.ts'
import { Progress } from './progress.tsx'

export interface ExportTexts {
  locale: 'zh' | 'en'
  text: Plain<Messages['exports']>
  frame: FormCommon
}

interface ExportFormProps extends ExportTexts {
  slug: string
  /** Winners are known after the close. */
  closed: boolean
  columns: Record<ExportKind, readonly string[]>
  regions: { slug: string; name: string }[]
  reasonNeeded: string
}

type Begun = { export: string | null; approval: string | null }

/** Which list, of whom, in which form, with which columns, and what for. */
export function ExportForm({ locale, slug, closed, columns, regions, reasonNeeded, text, frame }: ExportFormProps) {
  const [kind, setKind] = useState<ExportKind>(closed ? 'winners' : 'standings')
  const prints = kind === 'certificates'
  const [begun, setBegun] = useState<Begun | null>(null)
  const router = useRouter()
  const form = useForm(async fields => {
    setBegun(null)
    const reason = said(fields, 'reason')
    if ([...reason].length < 4) return [{ field: 'reason', text: reasonNeeded }]
    const wish = {
      ...{ kind, format: prints ? 'pdf' : said(fields, 'format'), masked: said(fields, 'form') === 'masked', reason },
      ...{ columns: prints ? columns[kind] : fields.getAll('columns'), region: said(fields, 'region') || null },
    }
    const path = `/api/v1/staff/contests/${encodeURIComponent(slug)}/exports?locale=${locale}`
    const made = await ask<Begun>('POST', path, wish)
    if (!made.ok) return [errorFrom(made.problem, frame.offline, 'columns')]
    setBegun(made.body)
    router.refresh()
    return []
  })
  const column: Record<string, string> = text.column
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <fieldset className={styles.choice}>
        <legend>{text.kindLegend}</legend>
        {(Object.keys(columns) as ExportKind[]).map(one => (
          <label key={one} className={styles.option}>
            <input
              type="radio"
              name="kind"
              value={one}
              checked={kind === one}
              disabled={one === 'winners' && !closed}
              onChange={() => setKind(one)}
            />
            <span>
              {text.kind[one]} {one === 'winners' && !closed && <small>{text.winnersLater}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      <Choice
        name="form"
        legend={text.form}
        chosen={['masked']}
        options={[
          { value: 'masked', label: text.masked },
          { value: 'full', label: text.full, note: text.fullNote },
        ]}
      />
      {!prints && (
        <Choice
          key={kind}
          name="columns"
          inColumns
          legend={text.columns}
          several
          chosen={columns[kind]}
          options={columns[kind].map(name => ({ value: name, label: column[name] ?? name }))}
        />
      )}
      {kind !== 'organisations' && (
        <p className={styles.choice}>
          <label htmlFor="region">{text.region}</label>
          <select id="region" name="region" defaultValue="" className={styles.select}>
            <option value="">{text.everyRegion}</option>
            {regions.map(region => (
              <option key={region.slug} value={region.slug}>
                {region.name}
              </option>
            ))}
          </select>
        </p>
      )}
      {!prints && (
        <Choice
          name="format"
          legend={text.format}
          chosen={['xlsx']}
          options={[
            { value: 'xlsx', label: text.xlsx },
            { value: 'csv', label: text.csv },
          ]}
        />
      )}
      <Field
        id="reason"
        name="reason"
        label={text.reason}
        hint={text.reasonHint}
        maxLength={200}
        autoComplete="off"
        error={form.errorOf('reason')}
        errorPrefix={frame.errorPrefix}
      />
      <Button kind="seal" type="submit" aria-disabled={form.busy}>
        {form.busy ? text.beginning : text.begin}
      </Button>
      {begun?.approval && (
        <Notice title={text.proposed} role="status">
          {text.proposedWhy}
        </Notice>
      )}
      {begun?.export && <Progress key={begun.export} id={begun.export} text={text} onEnd={() => router.refresh()} />}
    </form>
  )
}
