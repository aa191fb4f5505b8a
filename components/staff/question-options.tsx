'use client'
import { Button } from '#components/button'
import { FieldError } from '#components/field'
import { fill } from '#core/fill'
import { maximumOptions } from '#core/question/question'
import type { WireWritten } from '#core/wire-bank'
import { letter } from '../paper/words.ts'
import styles from './question-form.module.css'
import type { PartProps } from './question-form.tsx'
import staff from './staff.module.css'
import { TextPair } from './text-pair.tsx'

/** Options with the right ones ticked; true or false has its own two. */
export function Options({ written, change, text, errorOf, errorPrefix }: PartProps) {
  const { kind, face, right } = written
  const isFixed = kind === 'truefalse'
  const error = errorOf('right-0')
  const put = (options: WireWritten['face']['options'], keys = right) =>
    change({ face: { ...face, options }, right: keys })
  const tick = (at: number, on: boolean) => {
    if (kind !== 'multiple') return change({ right: 1 << at })
    change({ right: on ? right | (1 << at) : right & ~(1 << at) })
  }
  const remove = (at: number) => {
    const below = right & ((1 << at) - 1)
    put(
      face.options.filter((_, i) => i !== at),
      below | ((right >> 1) & ~((1 << at) - 1)),
    )
  }
  return (
    <fieldset className={styles.group}>
      <legend>{text.options}</legend>
      <p className={staff.hint}>{kind === 'multiple' ? text.optionsSeveral : text.optionsOne}</p>
      {error && <FieldError id="right-error" prefix={errorPrefix} text={error} />}
      {face.options.map((option, at) => (
        // Options have no names of their own: their letters are their places.
        <div key={letter(at)} className={styles.option}>
          <label className={styles.key}>
            <input
              id={`right-${at}`}
              type={kind === 'multiple' ? 'checkbox' : 'radio'}
              name="right"
              checked={(right & (1 << at)) !== 0}
              aria-describedby={error ? 'right-error' : undefined}
              onChange={event => tick(at, event.currentTarget.checked)}
            />
            {letter(at)} <small>{text.isRight}</small>
          </label>
          {isFixed ? (
            <p>
              {option.zh} · <span lang="en">{option.en}</span>
            </p>
          ) : (
            <>
              <TextPair
                id={`option-${at}`}
                label={fill(text.option, { letter: letter(at) })}
                value={option}
                rows={2}
                errorOf={errorOf}
                errorPrefix={errorPrefix}
                languages={text.languages}
                change={value => put(face.options.map((one, i) => (i === at ? value : one)))}
              />
              {face.options.length > 2 && (
                <Button kind="quiet" onClick={() => remove(at)}>
                  {fill(text.removeOption, { letter: letter(at) })}
                </Button>
              )}
            </>
          )}
        </div>
      ))}
      {!isFixed && face.options.length < maximumOptions && (
        <Button onClick={() => put([...face.options, { zh: '', en: '' }])}>{text.addOption}</Button>
      )}
    </fieldset>
  )
}
