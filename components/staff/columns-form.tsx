'use client'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Table } from '#components/table'
import type { WireHeadings } from '#core/wire-import'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

interface ColumnsFormProps {
  locale: 'zh' | 'en'
  preview: string
  /** Where the preview is shown afterwards. */
  href: string
  columns: WireHeadings['columns']
  /** Taken for a sheet without headings. */
  headless: boolean
  /** What a column may hold, with its name. */
  choices: { value: string; label: string }[]
  text: Plain<Messages['imports']>
  frame: FormCommon
}

/** What each column of a foreign sheet holds, and whether its first row is a question already. */
export function ColumnsForm({ locale, preview, href, columns, choices, text, frame, ...taken }: ColumnsFormProps) {
  const [headless, setHeadless] = useState(taken.headless)
  const form = useForm(async fields => {
    const named = columns.flatMap(({ column }) => {
      const target = said(fields, `column-${column}`)
      return target === '' ? [] : [[String(column), target]]
    })
    const path = `/api/v1/question-sets/previews/${preview}/columns?locale=${locale}`
    const read = await ask('PUT', path, { columns: Object.fromEntries(named), headless })
    if (!read.ok) return [errorFrom(read.problem, frame.offline, `column-${columns[0]?.column ?? 0}`)]
    window.location.assign(href)
    return []
  })
  return (
    <form className={styles.page} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <label className={styles.option}>
        <input type="checkbox" checked={headless} onChange={event => setHeadless(event.currentTarget.checked)} />
        <span>
          {text.headless} <small>{text.headlessHint}</small>
        </span>
      </label>
      <Table flowing caption={text.columnsTitle} captionSpoken>
        <thead>
          <tr>
            <th scope="col">{text.column}</th>
            <th scope="col">{text.samples}</th>
            <th scope="col">{text.holds}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ column, letter, heading, samples, target }) => (
            <tr key={column}>
              <th scope="row">
                {letter} {!headless && heading}
              </th>
              <td>{(headless && heading ? [heading, ...samples] : samples).join(' · ')}</td>
              <td>
                <select
                  id={`column-${column}`}
                  name={`column-${column}`}
                  className={styles.select}
                  defaultValue={target ?? ''}
                  aria-label={`${text.holds} ${letter} ${headless ? '' : heading}`}
                >
                  <option value="">{text.nothing}</option>
                  {choices.map(choice => (
                    <option key={choice.value} value={choice.value}>
                      {choice.label}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className={styles.actions}>
        <Button kind="seal" type="submit" aria-disabled={form.busy}>
          {form.busy ? text.readingAgain : text.readAgain}
        </Button>
      </p>
    </form>
  )
}
