'use client'
import { useRouter } from 'next/navigation'
import { Button } from '#components/button'
import { momentFrom } from '#core/contest/moment'
import { ask } from '../staff/ask.ts'
import { Errors } from '../staff/errors.tsx'
import { errorFrom, type FormError, said, useForm } from '../staff/use-form.ts'
import { contestPath, type SettleIsland } from './island.ts'
import { SaidField } from './said-field.tsx'
import styles from './settle.module.css'

interface FreezeFormProps extends SettleIsland {
  /** value: 'rule scope' */
  choices: { value: string; label: string }[]
}

/** Which draw, which public number, when it is announced. */
export function FreezeForm({ locale, slug, words, frame, choices }: FreezeFormProps) {
  const router = useRouter()
  const form = useForm(async fields => {
    const at = momentFrom(said(fields, 'at'))
    const wrong: FormError[] = []
    if (said(fields, 'source') === '') wrong.push({ field: 'source', text: words.sourceNeeded })
    if (at === null) wrong.push({ field: 'at', text: words.atNeeded })
    if (at === null || wrong.length > 0) return wrong
    const [rule, scope = ''] = said(fields, 'which').split(' ')
    const [source, repeatWhy] = [said(fields, 'source'), said(fields, 'repeatWhy')]
    const asked = await ask('POST', contestPath(slug, 'draws', locale), { rule, scope, source, at, repeatWhy })
    if (!asked.ok) return [errorFrom(asked.problem, frame.offline, fieldOf(asked.problem?.where))]
    router.refresh()
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <div className={styles.selectField}>
        <label htmlFor="which">{words.which}</label>
        <select id="which" name="which" className={styles.select}>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <SaidField
        id="source"
        name="source"
        label={words.source}
        hint={words.sourceHint}
        maxLength={100}
        {...{ form, frame }}
      />
      <SaidField
        id="at"
        name="at"
        type="datetime-local"
        label={words.at}
        hint={words.atHint}
        length={20}
        {...{ form, frame }}
      />
      <SaidField
        id="repeatWhy"
        name="repeatWhy"
        label={words.repeatWhy}
        hint={words.repeatWhyHint}
        maxLength={200}
        {...{ form, frame }}
      />
      <Button type="submit" aria-disabled={form.busy}>
        {form.busy ? words.freezing : words.freeze}
      </Button>
    </form>
  )
}

/** The API names fields as this form does, but for the one that is chosen. */
const fieldOf = (where: unknown): string | undefined =>
  where === 'scope' ? 'which' : typeof where === 'string' ? where : undefined
